import { expect, test } from "vitest";
import { isUnproven, leading } from "../../shared/facts.ts";
import type { FactOf } from "../../shared/registration.ts";
import { aFact } from "../support/build.ts";

const phone = (fact: Record<string, unknown>) => aFact({ name: "phone", from: "2026-03-30", ...fact }) as FactOf<"phone">;

test("a phone that somebody unknown gave stands behind every other one, however old, until it is confirmed", () => {
  const theirs = { source: "resident", phone: "15400000001", asOf: "2026-03-30" };
  const agencys = phone({ phone: "15400000002", asOf: "2020-01-01" });
  expect(leading([phone(theirs), agencys], "phone")?.phone).toBe("15400000002");
  expect(isUnproven(phone(theirs))).toBe(true);

  const confirmed = phone({ ...theirs, confirmedOn: "2026-03-30" });
  expect(leading([confirmed, agencys], "phone")?.phone).toBe("15400000001");
  expect(isUnproven(confirmed)).toBe(false);
});
