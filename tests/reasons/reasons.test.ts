import { expect, test } from "vitest";
import { reasonCodes, reasons } from "../../shared/reasons/reasons.ts";
import { saidBy } from "../support/chance.ts";
import { lawOf } from "../support/policy.ts";

test("every reason has work that follows, and its class is that of its letter", () => {
  const classes = { P: [1], U: [2], O: [3, null] };
  for (const code of reasonCodes) {
    expect(reasons[code].followUp.length).toBeGreaterThan(0);
    expect(classes[code.slice(0, 1) as keyof typeof classes]).toContain(reasons[code].class);
  }
  expect(reasonCodes).toHaveLength(26);
});

test("an employer's is handed over within five working days, work with the person begun within ten, and the rest has no such day", () => {
  const dueIn = (days: number) =>
    reasonCodes.filter((code) => {
      const reason = reasons[code];
      return "due" in reason && reason.due && saidBy(lawOf().read({ days: reason.due })).days === days;
    });
  expect(dueIn(5)).toEqual(["U01", "U02", "U03", "U04", "U05"]);
  expect(dueIn(10)).toEqual(["P01", "P02", "P03", "P04", "P05", "P06", "P08", "U06"]);
});
