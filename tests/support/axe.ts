import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What colours and sizes can break: a page in the dark or in large print is the same page but for them. */
const LOOKS = { type: "rule", values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"] };

/**
 * What axe finds wrong on a page, as `rule: element`. Its context needs bypassCSP: the policy lets no other script in. `mode`: of a
 * page that is looked at in light as well, in the same language and state.
 */
export async function complaintsOf(page: Page, mode: "light" | "dark" | "elder" = "light"): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(globalThis, "axe")))) await page.evaluate(axe);
  const { violations } = await page.evaluate<Pick<AxeResults, "violations">, typeof ALL>(
    (runOnly) => Reflect.get(globalThis, "axe").run({ runOnly, resultTypes: ["violations"] }),
    mode === "light" ? ALL : LOOKS,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
