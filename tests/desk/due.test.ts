// When a matter is due: the legal limit comes from the parameters that were deployed, and nowhere else.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dueBy, dueOn } from "../../functions/due.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { deployedText, FUNCTIONS_FILE } from "../../scripts/policy/functions.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { keysOfFunctions } from "../../shared/policy/deployed.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { day } from "../support/build.ts";
import { anEntry, loaded, today } from "../support/policy.ts";

const monday = day("2026-03-02");
const [huainan, nanjing] = [v.parse(DivisionCode, "340400"), v.parse(DivisionCode, "320100")];
const limit = (value: string, more = {}) => anEntry({ key: "limit.registration", value, from: "2023-12-01", ...more });

describe("what waits for the desk", () => {
  test("is due on the tenth working day, the limit of the whole country", () => {
    expect(dueOn(monday, huainan)).toEqual({ dueAt: "2026-03-16", provisional: false });
  });

  test("is due by the shorter limit that a place has set for itself, and elsewhere by the country's", () => {
    const due = dueBy(openPolicy([limit("10"), limit("5", { region: "340000" })]));
    expect(due(monday, huainan)).toEqual({ dueAt: "2026-03-09", provisional: false });
    expect(due(monday, nanjing)).toEqual({ dueAt: "2026-03-16", provisional: false });
  });

  test.each([
    { when: "its limit is not loaded", entries: [] },
    { when: "its limit ended the day before", entries: [limit("10", { to: "2026-03-01" })] },
  ])("is due at once, and says which number is missing, when $when", ({ entries }) => {
    expect(dueBy(openPolicy(entries))(monday, huainan)).toEqual({
      dueAt: monday,
      provisional: true,
      missing: "limit.registration",
      counted: { from: monday, limit: "limit.registration" },
    });
  });

  test("is counted as ever on the last day of a limit", () => {
    expect(dueBy(openPolicy([limit("10", { to: monday })]))(monday, huainan)).toMatchObject({ dueAt: "2026-03-16" });
  });
});

test("what is deployed is what is loaded; after editing a CSV by hand run node scripts/policy/functions.ts", () => {
  expect(readFileSync(FUNCTIONS_FILE, "utf8")).toBe(deployedText(loaded));
});

test.each(keysOfFunctions)(
  "%s is answered from what is deployed as from what is loaded, and everything else is for staff",
  (key) => {
    for (const region of [huainan, nanjing]) {
      const place = { region, asOf: today };
      expect(deployedPolicy(place).entry(key)).toEqual(openPolicy(loaded)(place).entry(key));
    }
    const law = deployedPolicy({ region: huainan, asOf: today });
    expect(law.read({ rate: "late-fee.daily-rate" })).toMatchObject({ ok: false, refusal: { key: "late-fee.daily-rate" } });
  },
);
