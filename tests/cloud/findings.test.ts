import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test, vi } from "vitest";
import { appOf } from "./raised.ts";

/** What the checks find when nobody explains anything, and what we explain: rule and place. */
function foundAndExplained(region: string) {
  const explained: string[] = [];
  const silent = vi.spyOn(Validations.prototype, "acknowledge").mockImplementation(({ id }) => {
    explained.push(id);
  });
  const app = appOf(region);
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  silent.mockRestore();
  return { found: violations.map(({ ruleName }) => ruleName), explained };
}

describe.each(["ap-southeast-1", "cn-north-1"])("findings in %s", (region) => {
  const { found, explained } = foundAndExplained(region);
  const nags = explained.filter((id) => id.startsWith("AwsSolutions-"));

  test("all that is found is explained", () => expect(found.filter((id) => !nags.includes(id))).toEqual([]));
  test("nothing is explained that is not there", () => expect(nags.filter((id) => !found.includes(id))).toEqual([]));
});
