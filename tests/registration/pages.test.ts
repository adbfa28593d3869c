// What the pages make of the form's beginning and of what was typed, before any of it is sent.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { deployedPolicy } from "../../functions/policy.ts";
import { RegistrationForm } from "../../shared/registration/contract.ts";
import { FORM_VERSION } from "../../shared/registration/form.ts";
import { formReply } from "../../shared/registration/reply.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { Shown } from "../../web/slices/registration/answer.ts";
import { pageAfter } from "../../web/slices/registration/order.ts";
import { partsOf, signatureIn } from "../../web/slices/registration/request.ts";
import { missing, typedOf } from "../../web/slices/registration/said.ts";
import { statesOf } from "../../web/slices/registration/states.ts";
import { day } from "../support/build.ts";
import { aKnown, uninsured } from "./form.ts";

const TODAY = day("2026-03-31");
const formOf = (record: RecordPage): Shown =>
  v.parse(Shown, formReply({ record, today: TODAY, policy: deployedPolicy, placeName: (code) => `地方${code}` }));

/** A page gone through to its end, with this changed in its fields. */
const seen = (task: string, form: Shown, typed: Record<string, string>) => ({
  [`seen.${task}`]: JSON.stringify({ ...typedOf(form), ...typed }),
});
const sent = (form: Shown, typed: Record<string, string> = {}) =>
  v.parse(RegistrationForm, {
    form: FORM_VERSION,
    ...partsOf(form, typed),
    notes: true,
    declared: true,
    signature: signatureIn(typed, false),
  });
const changed = (form: Shown, typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(partsOf(form, typed)).filter(([name, value]) => value !== "kept" && name !== "reasons"));
const statesIn = (form: Shown, typed: Record<string, string> = {}, forChild = false) =>
  Object.fromEntries(statesOf(form, typed, TODAY, forChild).map(({ task, insurance = "", state }) => [task + insurance, state]));

describe("what the pages send", () => {
  const form = formOf(aKnown());

  test("is nothing new where all is right, and no name to be typed", () => {
    expect(changed(form, {})).toEqual({});
    expect(sent(form)).toMatchObject({ reasons: {}, signature: { by: "self" } });
    expect(new Set(Object.values(statesIn(form)))).toEqual(new Set(["kept"]));
  });

  test("is nothing new either where a page was only gone through", () => {
    const through = ["phones", "work", "insurances", "elsewhere"].map((task) => seen(task, form, {}));
    expect(changed(form, Object.assign({}, ...through))).toEqual({});
  });

  test("is what differs, each by itself", () => {
    expect(changed(form, seen("phones", form, { card: "no", landline: "new", "landline.number": "0554 2810000" }))).toEqual({
      card: false,
      landline: "0554 2810000",
    });
    expect(changed(form, seen("work", form, { work: "FLEXIBLE" }))).toEqual({ work: { without: "FLEXIBLE" } });
    expect(changed(form, seen("insurances", form, { "pension.EMPLOYEE": "", "pension.RESIDENT": "yes", injury: "" }))).toEqual({
      pension: ["RESIDENT"],
      injury: false,
    });
    const moved = {
      "home.moved": "yes",
      "kept-division": "320102",
      "kept-street": "锁金村街道",
      village: " ",
      "address.lines": "5号",
    };
    expect(changed(form, { "seen.home": JSON.stringify(moved) })).toEqual({
      residence: { division: "320102", township: "锁金村街道", road: "5号" },
    });
  });

  test("names a place by its code alone", () => {
    const away = {
      "elsewhere.medical": "330000 浙江省",
      "twice.pension.0": "340400 安徽省淮南市",
      "twice.pension.3": "320100 江苏省南京市",
    };
    expect(changed(form, seen("elsewhere", form, away))).toEqual({
      elsewhere: { medical: "330000" },
      duplicates: { pension: ["340400", "320100"] },
    });
  });

  test("says who signs: a parent or guardian for a child, a proxy by name", () => {
    const signed = (as: "parent" | "guardian") => signatureIn({ "signature.name": "x", "sign.name": "王建国" }, as);
    expect(signed("parent")).toEqual({ by: "guardian", name: "王建国", relation: "parent" });
    expect(signed("guardian")).toEqual({ by: "guardian", name: "王建国", relation: "other" });
    expect(signatureIn({ "sign.by": "proxy", "sign.name": " 王建国 " }, false)).toEqual({ by: "proxy", name: "王建国" });
  });
});

describe("what is still to be filled in", () => {
  test("is a reason for each insurance that the work asks for and that is missing", () => {
    const form = formOf(uninsured());
    const employed = seen("work", form, { work: "EMPLOYED", "employer.name": "淮南安居物业" });
    expect(missing(form, {})).toEqual([]);
    expect(missing(form, employed)).toEqual(["pension", "medical", "unemployment", "injury", "maternity"]);
    expect(statesIn(form, employed)).toMatchObject({ reasonspension: "todo", reasonsinjury: "todo", work: "changed" });

    const elsewhere = { ...employed, ...seen("elsewhere", form, { "elsewhere.pension": "330000 浙江省" }) };
    expect(missing(form, elsewhere)).not.toContain("pension");
    const insured = { ...employed, ...seen("insurances", form, { "medical.EMPLOYEE": "yes" }) };
    expect(missing(form, insured)).toEqual(["pension", "unemployment", "injury"]); // maternity is inside it
    const said = { ...employed, "seen.reasons.injury": "yes", "injury.why.U06": "yes" };
    expect(statesIn(form, said)).toMatchObject({ reasonsinjury: "changed" });
    expect(
      sent(form, { ...said, "pension.why.P06": "yes", "pension.county": "340403 安徽省", "seen.reasons.pension": "yes" }),
    ).toMatchObject({
      reasons: { injury: [{ code: "U06" }], pension: [{ code: "P06", place: "340403" }], medical: "kept" },
    });
  });

  test("is what the register does not have, and a guardian's consent for a child under fourteen", () => {
    const form = formOf(aKnown({ birth: "2018-05-01", facts: [] }));
    expect(statesIn({ ...form, residence: undefined, card: undefined, work: undefined }, {}, true)).toMatchObject({
      home: "todo",
      phones: "todo",
      work: "todo",
      sign: "todo",
    });
    expect(statesIn(form, { consent: "2026-11-22" }, true)).toMatchObject({ sign: "kept" });
  });
});

test("the pages of a reason follow what it asks, and lead back to the list", () => {
  expect(pageAfter("", ["P01"])).toBe("");
  expect(pageAfter("", ["U01", "O05", "P06"])).toBe("/reasons/employer");
  expect(pageAfter("/employer", ["U01", "O05", "P06"])).toBe("/reasons/details");
  expect(pageAfter("/details", ["U01", "O05", "P06"])).toBe("/reasons/place");
  expect(pageAfter("/employer", ["U01"])).toBe("");
});
