// In which order somebody finds what they are moving.
import { expect, test } from "vitest";
import { mostUrgentFirst } from "../../shared/transfer/urgency.ts";
import { day } from "../support/build.ts";
import { aReceipt, aTransfer, moved } from "./someone.ts";

test("what was returned to them comes first, then what is late, what is on its way, and what has ended", () => {
  const begun = aTransfer({ on: "2026-03-30" });
  const { dueAt: _, ...unlimited } = begun.step;
  const all = {
    ended: moved(begun, { event: "withdrawn", at: "2026-03-31", as: "person" }),
    unlimited: { ...begun, step: unlimited },
    late: { ...begun, step: { ...begun.step, dueAt: day("2026-04-01") } },
    returned: { ...begun, state: "returned" as const, step: { ...unlimited, who: "person" as const } },
  };
  const names = Object.keys(all);
  const listed = Object.values(all).map((one, nth) => ({ ...one, receipt: aReceipt(nth) }));
  const order = mostUrgentFirst(listed, day("2026-04-02")).map(({ receipt }) =>
    listed.findIndex((one) => one.receipt === receipt),
  );
  expect(order.map((nth) => names[nth])).toEqual(["returned", "late", "unlimited", "ended"]);
});
