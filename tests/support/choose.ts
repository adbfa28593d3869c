import type { FrameLocator, Page } from "playwright-core";

/**
 * A choice or a box, once it is asked and can be ticked: the step before may still be going, or the page still waiting for what was
 * kept. Its label covers it, so it is ticked as the finger would.
 */
export const chooseOn = (page: Page | FrameLocator, input: string): Promise<void> => tickable(page, input).check({ force: true });

export const unchooseOn = (page: Page | FrameLocator, input: string): Promise<void> =>
  tickable(page, input).uncheck({ force: true });

const tickable = (page: Page | FrameLocator, input: string) => page.locator(input).and(page.locator(":enabled:visible")).first();
