import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test, vi } from "vitest";
import { cloudOf } from "../../infra/app.ts";
import { withFolders } from "./raised.ts";

const LOADED_MS = 60_000; // two seconds on a machine that does nothing else

/** What the checks find when nobody explains anything, and what we explain. */
function foundAndExplained(region: string) {
  const explained: string[] = [];
  const silent = vi.spyOn(Validations.prototype, "acknowledge").mockImplementation(({ id }) => {
    explained.push(id);
  });
  const { violations } = withFolders((place) => {
    const app = cloudOf(region, place);
    return new AwsSolutionsChecks(app).validateScope(app);
  });
  silent.mockRestore();
  return { found: violations.map(({ ruleName }) => ruleName), explained };
}

describe.each([
  { region: "ap-southeast-1", stacks: ["Canbaotong", "CanbaotongFirewall"] },
  { region: "cn-north-1", stacks: ["Canbaotong"] },
])("findings in $region", ({ region, stacks }) => {
  const { found, explained } = foundAndExplained(region);
  const nags = explained.filter((id) => id.startsWith("AwsSolutions-"));

  test("all that cdk-nag finds is explained", () => expect(found.filter((id) => !nags.includes(id))).toEqual([]));
  test("nothing is explained that is not there", () => expect(nags.filter((id) => !found.includes(id))).toEqual([]));

  test("what we deploy passes cdk-nag and CloudFormation's own rules", { timeout: LOADED_MS }, () => {
    const assembly = withFolders((place) => cloudOf(region, place).synth()); // throws on a finding that nobody explained
    expect(assembly.stacks.map(({ stackName }) => stackName).sort()).toEqual(stacks);
  });
});
