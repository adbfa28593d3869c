// What a wish does to the register when its turn comes.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { EnrolmentAccepted } from "../../shared/enrolment/contract.ts";
import { settleEnrolment, settleReviewedEnrolment } from "../../shared/enrolment/effect.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { decide, held, joined, policy, wishes } from "./someone.ts";

const receipt = v.parse(Receipt, "9X9X-9X9X-9X9X");
const using = { receipt, policy };
const identity = { docType: "RIC", number: "340469199005010017", name: "林晓禾", sex: "M", birth: "1990-05-01" } as const;
const record = (differences: Partial<RecordPage> = {}): RecordPage =>
  aRecord({
    registration: aRegistration({ identity }),
    facts: [
      aFact({ name: "hukou", division: "370826", lines: "渡口村1号" }),
      aFact({ name: "residence", division: "320102", lines: "长江路1号" }),
    ],
    ...differences,
  });

/** As the API takes it, at noon of that day. */
function sent(wish: Record<string, unknown>, { on = noon("2026-11-22"), from = record() } = {}): EnrolmentAccepted {
  const decided = decide(knownFrom(from), wish, { now: on });
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
}
const settle = (before: RecordPage, accepted: EnrolmentAccepted, now: Instant = noon("2026-11-22")) =>
  settleEnrolment(before, accepted, using, now);

describe("a wish", () => {
  test("is kept with what it costs, for which receipt, and since when it holds", () => {
    expect(settle(record(), sent(wishes.residentPension), noon("2026-11-23"))).toMatchObject({
      status: "applied",
      changes: {
        joinings: [
          {
            scheme: "170",
            state: "to-pay",
            wish: "join",
            receipt,
            source: "resident",
            asOf: "2026-11-22",
            acceptedAt: noon("2026-11-22"),
            recordedAt: noon("2026-11-23"),
            terms: { tier: 30_000, payBy: "2026-12-31" },
          },
        ],
      },
    });
  });

  test("that comes late, after a later one, undoes nothing", () => {
    const later = record({ joinings: [joined({}, { scheme: "170", acceptedAt: noon("2026-11-23") })] });
    expect(settle(later, sent(wishes.residentPension))).toEqual({
      status: "overtaken",
      findings: [{ code: "enrolment.overtaken", path: ["170"] }],
    });
  });

  test("that comes late, in another month or year, is what it was when it was sent", () => {
    expect(settle(record(), sent(wishes.employeePension), noon("2027-03-01"))).toMatchObject({
      status: "applied",
      changes: { joinings: [{ terms: { from: "2026-11", payBy: "2026-11-30" } }] },
    });
  });

  test("for a child stands on the notice that the guardian agreed to, also where a newer one is shown by then", () => {
    const born = { ...identity, number: "340469202005010013", birth: "2020-05-01" };
    const child = record({ registration: aRegistration({ identity: born }) });
    const wish = { action: "join", scheme: "390", region: "370826", coverYear: 2027 };
    const now = noon("2026-11-22");
    const consent = { version: NOTICE_VERSION, relation: "parent" } as const;
    const taken = decide(knownFrom(child), wish, { now, forChild: true, consent });
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
    const older = { ...consent, version: day("2025-01-01") };
    expect(settle(child, { ...taken.value, consent: older })).toMatchObject({ status: "applied" });
    const { consent: _, ...without } = taken.value;
    expect(settle(child, without)).toMatchObject({ status: "refused", findings: [{ code: "consent.missing" }] });
  });

  test("of somebody whom an employer has enrolled meanwhile is refused", () => {
    const accepted = sent(wishes.employeePension);
    const employed = record({ facts: [...record().facts, aFact({ name: "employment", status: "EMPLOYED" })] });
    expect(settle(employed, accepted)).toMatchObject({
      status: "refused",
      findings: [{ code: "enrolment.registered-otherwise" }, { code: "enrolment.employer" }],
    });
  });

  test("whose price has moved since is refused, with nothing written", () => {
    const dearer = openPolicy([
      ...loaded.filter(({ key }) => key !== "flexible-pension.pool-rate"),
      anEntry({ key: "flexible-pension.pool-rate", value: "0.13" }),
    ]);
    expect(settleEnrolment(record(), sent(wishes.employeePension), { receipt, policy: dearer }, noon("2026-11-22"))).toEqual({
      status: "refused",
      findings: [{ code: "enrolment.price-changed", path: ["wish", "told"] }],
    });
  });

  test("ends another one of its kind that waits for its payment, and leaves alone what runs", () => {
    const waiting = record({ joinings: [joined({ region: "370826" }, { scheme: "170" })] });
    const instead = sent({ ...wishes.employeePension, replaces: "170" }, { from: waiting });
    expect(settle(waiting, instead)).toMatchObject({
      changes: {
        joinings: [
          { scheme: "170", state: "stopped", reason: "other-scheme", region: "370826" },
          { scheme: "110", replaces: "170" },
        ],
      },
    });
    const running = record({
      summary: { insurances: {}, held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] },
    });
    const outcome = settle(running, sent({ ...wishes.employeePension, replaces: "170" }, { from: running }));
    expect(outcome.changes?.joinings).toMatchObject([{ scheme: "110", replaces: "170" }]);
  });

  test("to stop names the place where it runs", () => {
    const running = record({ summary: { insurances: {}, held: [held({ region: "110105" })] } });
    const stop = sent({ action: "stop", scheme: "110", from: "2026-12", reason: "moved" }, { from: running });
    expect(settle(running, stop).changes?.joinings).toEqual([
      {
        scheme: "110",
        receipt,
        source: "resident",
        asOf: "2026-11-22",
        recordedAt: noon("2026-11-22"),
        acceptedAt: noon("2026-11-22"),
        state: "stopped",
        wish: "stop",
        region: "110105",
        from: "2026-12",
        reason: "moved",
      },
    ]);
  });
});

describe("a wish of somebody who is hard up", () => {
  const hardUp = sent({ ...wishes.residentPension, tier: 10_000, hardship: "destitute" });

  test("is looked at first, and moves nothing until then", () => {
    expect(settle(record(), hardUp)).toEqual({ status: "in-review", kind: "hardship" });
  });

  test("counts from its decision: decided in the new year, it is that year's payment", () => {
    const decidedAt = noon("2027-01-04");
    expect(settleReviewedEnrolment(record(), hardUp, decidedAt, using, decidedAt)).toMatchObject({
      status: "applied",
      changes: {
        joinings: [{ source: "desk", acceptedAt: decidedAt, terms: { from: "2027-01", payBy: "2027-12-31", takenOver: true } }],
      },
    });
  });

  test("is overtaken by a later one, and refused where it does not hold any more", () => {
    const later = record({ joinings: [joined({}, { scheme: "170", acceptedAt: noon("2026-11-25") })] });
    expect(settleReviewedEnrolment(later, hardUp, noon("2026-11-24"), using, noon("2026-11-26"))).toMatchObject({
      status: "overtaken",
    });
    const running = record({
      summary: { insurances: {}, held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] },
    });
    expect(settleReviewedEnrolment(running, hardUp, noon("2026-11-24"), using, noon("2026-11-24"))).toMatchObject({
      status: "refused",
      findings: [{ code: "enrolment.held-here" }],
    });
  });
});

describe("what is known", () => {
  test("is the leading insurances, where a summary was written before it listed what is held", () => {
    const insurances = { pension: anInsurance(), medical: anInsurance({ scheme: "390", status: "ended", to: "2025-12" }) };
    expect(knownFrom(record({ summary: { insurances } }))).toMatchObject({
      held: [{ scheme: "110", region: "340400", status: "active" }],
      medicalYears: [2025],
      paid: {},
    });
  });
});
