import { expect, test } from "vitest";
import { linesOf } from "../../shared/households/member.ts";
import { aFact, anInsurance, aRecord } from "../support/build.ts";

const household = aFact({ name: "household", division: "340422", number: "000000001", relation: "02", village: "寿春镇东街村" });
const stated = (elsewhere: Readonly<{ pension?: string | undefined }>) =>
  aFact({
    name: "stated",
    source: "resident",
    ...{ pension: [], medical: [], unemployment: false, injury: false, maternity: false, duplicates: {} },
    elsewhere,
  });
const paused = { pension: anInsurance({ status: "paused" }) };

test.each([
  { who: "is insured elsewhere, as the desk has seen", elsewhere: { pension: "320100" }, insurances: {}, line: "active" },
  { who: "stopped here and is insured elsewhere", elsewhere: { pension: "320100" }, insurances: paused, line: "active" },
  { who: "stopped here and said nothing", elsewhere: {}, insurances: paused, line: "paused" },
  { who: "is insured nowhere", elsewhere: {}, insurances: {}, line: undefined },
])(
  "the pension of who $who stands in the line of the household as $line (part four of annex 2)",
  ({ elsewhere, insurances, line }) => {
    const { registration, facts, summary } = aRecord({ facts: [household, stated(elsewhere)], summary: { insurances } });
    expect(linesOf({ registration, facts, summary })[0]?.member.insurances?.pension).toBe(line);
  },
);
