// Any form at all: what the rules accept is brought in whole and reads back as it was said, in whichever order forms arrive.
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { dateOf, type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { RegistrationForm } from "../../shared/registration/contract.ts";
import { decideRegistration } from "../../shared/registration/decide.ts";
import { addressOf } from "../../shared/registration/door.ts";
import { settleRegistration, settleReviewedRegistration } from "../../shared/registration/effect.ts";
import { FilledForm, type RegistrationAccepted, WithoutEmployer } from "../../shared/registration/form.ts";
import { MedicalOption, PensionOption } from "../../shared/registration/options.ts";
import { resolveForm } from "../../shared/registration/resolve.ts";
import type { Changes, RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, noon } from "../support/build.ts";
import { times } from "../support/times.ts";
import { aKnown, allKept, loadedPolicy, uninsured } from "./form.ts";
import { after } from "./register.ts";

const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
const NOW = noon("2026-03-31");
const LONG = { timeout: times(60_000, 3_600_000) };
const evidence = ["proxy-authorisation", "guardianship"] as const;

const kept = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant("kept" as const) }, { weight: 3, arbitrary: value });
const perInsurance = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({ pension: value, medical: value, unemployment: value, injury: value, maternity: value }, { requiredKeys: [] });
const division = fc.constantFrom("340403", "340422", "340102", "320102", "110101");
const reason = fc.oneof(
  fc.constantFrom(
    { code: "P01" },
    { code: "P05" },
    { code: "U01", employer: { name: "淮南某厂" }, named: false },
    { code: "O03" },
  ),
  fc.constantFrom({ code: "O05", graduation: "2027-06" }, { code: "P06", place: "320102" }, { code: "O04", until: "2027-01-01" }),
);
const anyForm = fc.record({
  card: kept(fc.boolean()),
  hukou: kept(fc.record({ division, lines: fc.constantFrom("东街3号", "寿春镇东街3号") })),
  residence: kept(
    fc.record({
      division,
      township: fc.constantFrom("龙泉街道", "某乡"),
      village: fc.constantFrom("学院社区", undefined),
      road: fc.constantFrom("学院路8号", "9号"),
    }),
  ),
  landline: kept(fc.constantFrom("none", "0554-2810000")),
  work: kept(
    fc.oneof(
      fc.record({ without: fc.constantFrom(...WithoutEmployer.options) }),
      fc.record({ employer: fc.record({ name: fc.constantFrom("淮南某厂", "淮南安居物业有限公司") }) }),
    ),
  ),
  pension: kept(fc.subarray([...PensionOption.options])),
  medical: kept(fc.subarray([...MedicalOption.options])),
  unemployment: kept(fc.boolean()),
  injury: kept(fc.boolean()),
  maternity: kept(fc.boolean()),
  reasons: perInsurance(kept(fc.array(reason, { minLength: 1, maxLength: 2 }))),
  elsewhere: kept(perInsurance(fc.constantFrom("320000", "340100", "330000", "320100"))),
  duplicates: kept(perInsurance(fc.constantFrom(["340400", "320100"], ["340403", "110100"]))),
  signature: fc.constantFrom({ by: "self" }, { by: "proxy", name: "王芳" }, { by: "guardian", name: "王芳", relation: "child" }),
});

const records = fc.constantFrom<RecordPage>(
  aKnown({ birth: "1970-05-01" }),
  uninsured("1970-05-01"),
  uninsured("2004-05-01", aFact({ name: "landline", landline: "0554-2819999" })),
  aKnown({
    birth: "1960-01-01",
    facts: [aFact({ name: "employment", status: "RETIRED" })],
    summary: { insurances: { medical: anInsurance({ scheme: "310", region: "320100", insuredAs: "retired" }) } },
  }),
);

const sendingOf = (record: RecordPage) => ({ record, policy: loadedPolicy, evidence, byParent: false });
/** Whoever is told what is wrong puts it right, or leaves it. Undefined: they gave up. */
function accepted(form: object, record: RecordPage, now: Instant = NOW): RegistrationAccepted | undefined {
  const typed = JSON.parse(JSON.stringify({ ...allKept, ...form }));
  for (let tries = 0; tries < 6; tries++) {
    const decision = decideRegistration(v.parse(RegistrationForm, typed), sendingOf(record), now);
    if (decision.ok) return decision.value;
    for (const { code, path } of decision.refusal) {
      const [field = "", insurance = ""] = path;
      if (code === "registration.reason-missing") typed.reasons[insurance] = [{ code: "P01" }];
      else if (code === "registration.same-scheme-twice") typed.medical = ["RESIDENT"];
      else if (["reasons", "elsewhere", "duplicates"].includes(field)) delete typed[field][insurance];
      else if (field === "work") typed.work = { without: "OTHER" };
      else typed[field] = field === "pension" || field === "medical" ? [] : false;
    }
  }
  return undefined;
}

/** At once, or when the desk has said yes. Undefined: it came too late. */
function changesOf(content: RegistrationAccepted, record: RecordPage, now: Instant): Changes | undefined {
  const turn = { ...sendingOf(record), receipt };
  const first = settleRegistration(content, turn, now);
  const outcome = first.status === "in-review" ? settleReviewedRegistration(content, turn, now, now) : first;
  expect(outcome.status).toBeOneOf(["applied", "overtaken"]);
  return outcome.changes;
}

test("what the rules accept is a whole form, comes into the register and reads back as it was said", LONG, () => {
  let came = 0;
  fc.assert(
    fc.property(anyForm, records, (form, record) => {
      const content = accepted(form, record);
      if (!content) return;
      came++;
      expect(v.parse(FilledForm, content.filled)).toEqual(content.filled);

      const next = after(record, changesOf(content, record, NOW));
      const reasons = Object.fromEntries(Object.keys(content.filled.reasons).map((insurance) => [insurance, "kept"]));
      const sent = v.parse(RegistrationForm, { ...allKept, reasons, signature: content.filled.signature });
      const again = resolveForm(sent, next, dateOf(NOW), undefined);
      if (!again.ok) throw new Error(JSON.stringify(again.refusal));
      const { pension, medical, unemployment, injury, maternity, elsewhere, duplicates, residence, voluntary, ...others } =
        content.filled;
      const read = again.value.filled;
      expect(read).toMatchObject(others);
      expect(addressOf(read.residence)).toEqual(addressOf(residence));
      // What agencies hold stays beside what was said, also where that denies it.
      expect(read.pension).toEqual(expect.arrayContaining(pension));
      expect(read.medical).toEqual(expect.arrayContaining(medical));
      if (Object.keys(record.summary.insurances).length > 0) return;
      const stated = { pension, medical, unemployment, injury, maternity, elsewhere, duplicates };
      expect(read).toMatchObject(stated);
    }),
    { numRuns: times(300, 20_000) },
  );
  expect(came).toBeGreaterThan(200);
});

/** Nothing in it that the desk would look at: what it decides counts from when it decides. */
const plainForm = anyForm.map((form) => ({
  ...form,
  ...{ hukou: "kept", pension: "kept", medical: "kept", unemployment: "kept", injury: "kept", maternity: "kept" },
  ...{ elsewhere: "kept", duplicates: "kept", signature: { by: "self" } },
}));

test("two forms that cross each other leave the same record behind, whichever arrives first", LONG, () => {
  let crossed = 0;
  fc.assert(
    fc.property(plainForm, plainForm, records, (one, other, record) => {
      const later = instantAt(Date.parse(NOW) + 5_000);
      const [first, second] = [accepted(one, record), accepted(other, record, later)];
      const settled = (content: RegistrationAccepted, known: RecordPage) =>
        settleRegistration(content, { ...sendingOf(known), receipt }, instantAt(Date.parse(NOW) + 60_000));
      if (!first || !second) return;
      /** Undefined: somebody looks at one of them first, for instance because the other says something else of work. */
      const brought = (...contents: RegistrationAccepted[]) => {
        let known = record;
        for (const content of contents) {
          const outcome = settled(content, known);
          if (outcome.status === "in-review") return undefined;
          known = after(known, outcome.changes);
        }
        return [...known.facts, ...known.reasons].map((item) => JSON.stringify(item)).sort();
      };
      const [inOrder, turned] = [brought(first, second), brought(second, first)];
      if (!inOrder || !turned) return;
      crossed++;
      expect(turned).toEqual(inOrder);
    }),
    { numRuns: times(300, 20_000) },
  );
  expect(crossed).toBeGreaterThan(30);
});
