// What the handbook says of the form, asked in other words than the code's: 2.1, 3, 10.4, 16.
import { describe, expect, test } from "vitest";
import { settleRegistration } from "../../shared/registration/effect.ts";
import { formReply } from "../../shared/registration/reply.ts";
import { anInsurance, day } from "../support/build.ts";
import { acceptedOf, aKnown, loadedPolicy, NOW, refusalsOf, uninsured } from "./form.ts";

const work = { employer: { name: "淮南某厂" } };
const P01 = [{ code: "P01" as const }];

describe("a reason is due for what somebody must have", () => {
  test.each([
    { medical: ["EMPLOYEE" as const], due: [] },
    { medical: ["PUBLIC" as const], due: [] },
    { medical: ["RESIDENT" as const], due: ["registration.reason-missing reasons.maternity"] },
  ])("but not for maternity, which has been inside the employees' medical insurance since 2019: $medical", ({ medical, due }) => {
    const sent = { work, pension: ["EMPLOYEE" as const], medical, unemployment: true, injury: true };
    expect(refusalsOf(sent, uninsured())).toEqual(due);
  });

  test("and of who draws a pension and works again, for nothing: the law's five are for people before it", () => {
    const pension = anInsurance({ scheme: "110", insuredAs: "retired", region: "340400" });
    const pensioner = { ...uninsured("1958-01-01"), summary: { insurances: { pension } } };
    expect(refusalsOf({ work }, pensioner)).toEqual([]);
    const reply = formReply({ record: pensioner, today: day("2026-03-31"), policy: loadedPolicy, placeName: String });
    expect(reply.required["EMPLOYED"]).toEqual([]);
    expect(refusalsOf({ work }, uninsured("1958-01-01"))).toHaveLength(5);
  });

  test("may be given all the same where none is due", () => {
    const sent = { work, pension: ["EMPLOYEE" as const], medical: ["EMPLOYEE" as const], unemployment: true, injury: true };
    expect(refusalsOf({ ...sent, reasons: { maternity: P01 } }, uninsured())).toEqual([]);
  });
});

test("a student who worked before may say that the employees' pension is there: the desk looks, nobody is turned away", () => {
  const record = uninsured("2001-01-01");
  const content = acceptedOf({ work: { without: "STUDENT" }, pension: ["EMPLOYEE"] }, record);
  const turn = { record, policy: loadedPolicy, evidence: [], byParent: false, receipt: "C7K2-94MD-61QX" as never };
  expect(settleRegistration(content, turn, NOW)).toMatchObject({
    status: "in-review",
    findings: [{ code: "registration.review.claims", path: ["pension"] }],
  });
  expect(refusalsOf({ work: { without: "STUDENT" }, pension: ["RESIDENT"] }, record)).toEqual([
    "registration.impossible-for-work pension",
  ]);
});

test("whoever is in all of it confirms and bothers nobody", () => {
  const record = aKnown();
  const turn = { record, policy: loadedPolicy, evidence: [], byParent: false, receipt: "C7K2-94MD-61QX" as never };
  expect(settleRegistration(acceptedOf({}), turn, NOW)).toMatchObject({ status: "applied" });
});
