// What the form at the door sends, and what its own rules say before: against the contract and the rules of the office.
import * as v from "valibot";
import { expect, test } from "vitest";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { submitVisitForm, VisitSheet } from "../../shared/visits/contract.ts";
import { fieldSays } from "../../web/messages/visits.ts";
import { typedOf } from "../../web/slices/registration/said.ts";
import { type FieldWords, wrongFields } from "../../web/visits/asked.ts";
import { foundIn, saidIn } from "../../web/visits/filled.ts";
import { type PersonForm, Sheet } from "../../web/visits/sheet.ts";
import { day, noon } from "../support/build.ts";
import { aForm, aSheet } from "./sheet.ts";

const today: PlainDate = day("2026-11-22");
const now = noon("2026-11-22");
const words = Object.fromEntries(Object.keys(fieldSays.zh).map((name) => [`field.${name}`, name])) as FieldWords;
const person = (more: Parameters<typeof aForm>[1] = {}): PersonForm => v.parse(Sheet, withForm(more)).visits[0]!.people[0]!.form!;
const withForm = (more: Parameters<typeof aForm>[1]) => {
  const sheet = aSheet();
  sheet.visits[0]!.people[0]!.form = aForm("林*禾", more);
  return sheet;
};
const signed = { notes: "yes", declared: "yes", "sign.by": "self", "sign.name": "林某禾" };
const typedFor = (form: PersonForm, more: Record<string, string> = {}) => ({ ...typedOf(form), ...signed, ...more });
const fields = (form: PersonForm, typed: Record<string, string>) =>
  wrongFields(form, typed, today, words).map(({ field }) => field);
const found = (form: PersonForm, typed: Record<string, string>) =>
  foundIn(form, typed, now, today).map(({ code, path }) => `${code} ${path.join(".")}`);
const accepted = (form: PersonForm, typed: Record<string, string>) =>
  v.safeParse(submitVisitForm.body.entries.form, { form: "2026-11-22", ...saidIn(form, typed, today) });

test("the example of a list is one that the office may give out, and its page reads all of it", () => {
  expect([v.is(VisitSheet, aSheet()), v.is(Sheet, aSheet())]).toEqual([true, true]);
});

test("whoever finds all of it right sends what is registered, signed with their name", () => {
  const form = person();
  const typed = typedFor(form);

  expect([fields(form, typed), found(form, typed)]).toEqual([[], []]);
  expect(accepted(form, typed).output).toMatchObject({
    ...{ work: "kept", pension: "kept", medical: "kept", residence: "kept", mobile: "kept" },
    signature: { by: "self", name: "林某禾" },
  });
});

test("a new employer asks of each insurance that is missing why, and the answer is what the office takes", () => {
  const form = person();
  const employed = typedFor(form, { work: "EMPLOYED", "employer.name": "淮南某厂" });
  const missing = ["pension", "unemployment", "injury", "maternity"];
  const answered = Object.fromEntries(
    missing.flatMap((insurance) => [
      [`${insurance}.why.U01`, "yes"],
      [`${insurance}.employer.name`, "淮南某厂"],
      [`${insurance}.named`, "no"],
    ]),
  );

  expect(found(form, employed)).toEqual(missing.map((insurance) => `registration.reason-missing reasons.${insurance}`));
  expect(found(form, { ...employed, ...answered })).toEqual([]);
  const { output, success } = accepted(form, { ...employed, ...answered });
  expect([success, output]).toMatchObject([
    true,
    { work: { employer: { name: "淮南某厂" } }, reasons: { pension: [{ code: "U01" }] } },
  ]);
});

type Case = { when: string; typed: Record<string, string> };

test.each<Case & { wrong: string[] }>([
  { when: "nothing is signed", typed: { "sign.by": "" }, wrong: ["sign.by"] },
  { when: "the declaration was not read out", typed: { declared: "", notes: "" }, wrong: ["notes", "declared"] },
  { when: "they moved, and nobody says where", typed: { "home.moved": "yes" }, wrong: ["province", "township", "address.lines"] },
  { when: "a landline is half a number", typed: { landline: "new", "landline.number": "0554" }, wrong: ["landline.number"] },
  { when: "an employer has no name", typed: { work: "EMPLOYED" }, wrong: ["employer.name"] },
  { when: "a guardian does not say what they are", typed: { "sign.by": "guardian" }, wrong: ["sign.relation"] },
  {
    when: "they decline to sign, nothing of it is asked",
    typed: { "sign.by": "declined", "sign.name": "", notes: "" },
    wrong: [],
  },
])("is stopped at its field: $when", ({ typed, wrong }) => {
  const form = person();
  expect(fields(form, typedFor(form, typed))).toEqual(wrong);
});

test.each<Case & { finding: string }>([
  { when: "a proxy without a paper", typed: { "sign.by": "proxy" }, finding: "registration.proxy-unauthorised evidence" },
  {
    when: "a guardian of somebody grown up without a paper",
    typed: { "sign.by": "guardian", "sign.relation": "spouse" },
    finding: "registration.guardianship-unproven evidence",
  },
  {
    when: "insured twice in one place",
    typed: { "twice.medical.0": "340400 淮南市", "twice.medical.1": "340400 淮南市" },
    finding: "registration.duplicates-too-few duplicates.medical",
  },
  {
    when: "elsewhere is here",
    typed: { "elsewhere.pension": "340400 淮南市" },
    finding: "registration.elsewhere-here elsewhere.pension",
  },
])("the rules of the form are asked without a network: $when", ({ typed, finding }) => {
  const form = person();
  expect(found(form, typedFor(form, typed))).toContain(finding);
});

test("for a child under fourteen a guardian signs and agrees", () => {
  const child = person({
    person: { ...aForm("张*").person, birth: "2019-05-06" },
    work: { source: "resident", asOf: "2026-01-01", without: "PRESCHOOL" },
  });

  expect(found(child, typedFor(child))).toEqual(
    expect.arrayContaining(["registration.guardian-signs signature.by", "consent.missing consent"]),
  );
});

test("a reason that was said before stands, and is not asked again", () => {
  const form = person({
    required: { FLEXIBLE: ["pension"] },
    insurances: aForm("林*禾").insurances.map((each) =>
      each.insurance === "pension" ? { ...each, reason: { codes: ["P01"], asOf: "2026-06-01", expired: false } } : each,
    ),
  });

  expect(found(form, typedFor(form))).toEqual([]);
  expect(accepted(form, typedFor(form)).output).toMatchObject({ reasons: { pension: "kept" } });
});
