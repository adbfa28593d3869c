import type { Page } from "playwright-core";

/** A choice or a box, once it is asked: the step before may still be going. Its label covers it, so it is ticked as the finger would. */
export async function chooseOn(page: Page, input: string): Promise<void> {
  const first = page.locator(input).first();
  await first.waitFor();
  await first.check({ force: true });
}
