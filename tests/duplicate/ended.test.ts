// What is written once the desk has said yes, and what refuses it: the register may have moved meanwhile. Handbook 5.2, 5.3.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DuplicateAccepted, type DuplicateAnswer } from "../../shared/duplicates/contract.ts";
import { aboutIn, decideDuplicate, ifKept } from "../../shared/duplicates/decide.ts";
import { keyOfSide, type Which } from "../../shared/duplicates/duplicate.ts";
import { settleDuplicate, settleReviewedDuplicate } from "../../shared/duplicates/effect.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Enrolment, FullRecord } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { anEnrolment, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { loaded } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const policy = openPolicy(loaded);
const [decidedAt, now] = [noon("2026-11-21"), noon("2026-11-22")];
const using = { receipt: v.parse(Receipt, "C7K2-94MD-61QX"), policy, papers: 0 };
const [whole, half] = ["pppppppppppp", "------pppppp"];
const file = "insured-340400-2026-11";
const worker = (more: object = {}) =>
  anEnrolment({ scheme: "110", region: "320102", from: "2025-01", insuredAs: "employee", ...more });
const farmer = (more: object = {}) =>
  anEnrolment({ scheme: "170", region: "340422", from: "2025-01", insuredAs: "resident", file, ...more });
const tier = { base: 60_000, personal: 5_000, unit: 1_000, subsidy: 500 };

type Side = [Enrolment, Record<number, string>, object?];
function recordOf(...sides: Side[]): FullRecord {
  const enrolments = sides.map(([enrolment]) => enrolment);
  const paidYears = sides.flatMap((side) => paidFor(...side));
  return { ...aRecord(), enrolments, paidYears, summary: summarise(enrolments, paidYears, day("2026-11-20")) };
}

/** As the page tells it today, to the first thing that is found. */
function answered(record: FullRecord, which: Which, more: object = {}): DuplicateAccepted {
  const found = record.summary.duplicates?.[0];
  if (!found) throw new Error("nothing is double");
  const law = policy({ region: found.sides[1].region, asOf: day("2026-11-22") });
  const { says } = decideDuplicate(found, aboutIn(record), law);
  const { acts, refund } = ifKept(found, says, which, law);
  const told = { says, ...(refund !== undefined && { refund }) };
  return v.parse(DuplicateAccepted, {
    ...{ slice: "duplicate", id: found.id, insurance: found.insurance, sides: found.sides.map(keyOfSide) },
    ...{ answer: { says: "keep", keep: keyOfSide(found.sides[which]), told }, agency: acts, acceptedAt: noon("2026-11-20") },
    ...more,
  });
}
const settled = (record: FullRecord, sent: DuplicateAccepted) => settleReviewedDuplicate(record, sent, decidedAt, using, now);
/** What was not kept, as it stands afterwards. */
function ended(record: FullRecord, which: Which): Enrolment | undefined {
  const outcome = settled(record, answered(record, which));
  return outcome.status === "applied" ? outcome.changes?.enrolments?.[0] : undefined;
}

describe("what was not kept", () => {
  const clearedWith = (more: object) => ({
    ...{ receipt: using.receipt, on: "2026-11-22", by: "340422", says: "KEEP_EMPLOYEE_MONTHS", kept: keyOfSide(worker()) },
    ...{ spans: [{ from: "2025-07", to: "2025-12" }] },
    ...more,
  });

  test("rests while months of it count by themselves, and says since when, by whom, and what goes back (P2)", () => {
    const record = recordOf([worker(), { 2025: half! }], [farmer(), { 2025: whole! }, tier]);
    const { file: _, ...before } = farmer();
    expect(ended(record, 0)).toEqual({
      ...before,
      ...{ status: "paused", source: "desk", asOf: "2026-11-22", recordedAt: now, acceptedAt: decidedAt },
      cleared: [clearedWith({ refund: 36_000 })],
    });
  });

  test.each([
    { when: "it had no end", to: undefined, ends: "2026-11" },
    { when: "it ended by itself a month ago", to: "2026-10", ends: "2026-10" },
    { when: "it ends this month", to: "2026-11", ends: "2026-11" },
    { when: "it would end later", to: "2027-01", ends: "2026-11" },
  ])("ends with $ends where every month of it is in the other one too, and $when (P1)", ({ to, ends }) => {
    const [one, two] = to ? [worker({ to: "2027-06" }), farmer({ to })] : [worker(), farmer()];
    const gone = ended(recordOf([one, { 2025: whole! }], [two, { 2025: half! }, tier]), 0);
    expect(gone).toMatchObject({ status: "ended", to: ends, source: "desk" });
  });

  test.each([
    { when: "it rests already", one: worker(), two: farmer({ status: "paused" }) },
    { when: "what is kept does not run, so that nothing may stop", one: worker({ status: "paused" }), two: farmer() },
  ])("is marked and stays as its file told it where $when", ({ one, two }) => {
    const gone = ended(recordOf([one, { 2025: half! }], [two, { 2025: whole! }, tier]), 0);
    expect(gone).toEqual({ ...two, cleared: [clearedWith({ refund: 36_000 })] });
  });

  test("says what the agency has to reckon, and keeps what was decided of it before", () => {
    const earlier = { ...clearedWith({ refund: 100 }), on: "2024-01-01", spans: [] };
    const unnamed = recordOf(
      [worker(), { 2025: half! }],
      [farmer({ cleared: [earlier] }), { 2025: whole! }, { base: 0, personal: 0 }],
    );
    expect(ended(unnamed, 0)?.cleared).toEqual([earlier, clearedWith({ missing: ["amounts"] })]);
    const retired = { insuredAs: "retired" };
    const drawn = recordOf([worker(retired), {}], [farmer(retired), {}]);
    const says = "TERMINATE_RESIDENT_RECOVER_BASIC";
    const [only, ...more] = ended(drawn, 0)?.cleared ?? [];
    expect(only).toEqual(clearedWith({ says, spans: [], missing: ["account", "basic-drawn"] }));
    expect(more).toEqual([]);
  });

  const insured = (scheme: "310" | "390", from: string) =>
    anEnrolment({
      scheme,
      region: scheme === "310" ? "320102" : "340422",
      from,
      insuredAs: scheme === "310" ? "flexible" : "resident",
    });
  const fee = { personal: 3_300, subsidy: 5_500 };
  test.each([
    {
      when: "the year began after the other one was joined: its premium goes back",
      from: "2025-12",
      spans: [{ from: "2026-01", to: "2026-12" }],
      refund: 39_600,
    },
    { when: "it had begun: nothing goes back", from: "2026-01", spans: [], refund: 0 },
  ])("of medical insurance is cleared where $when", ({ from, spans, refund }) => {
    const years = { 2025: from === "2025-12" ? "-----------p" : "------------", 2026: whole! };
    const record = recordOf([insured("310", from), years], [insured("390", "2026-01"), { 2026: whole! }, fee]);
    expect(ended(record, 0)).toMatchObject({ scheme: "390", status: "ended", to: "2026-11", cleared: [{ spans, refund }] });
  });

  test("of a year that the government paid nothing goes back, and it stays", () => {
    const one = insured("310", "2025-12");
    const paid = { 2025: "-----------p", 2026: whole };
    const record = recordOf([one, paid], [insured("390", "2026-01"), { 2026: whole }, { personal: 0, unit: 10, subsidy: 9_000 }]);
    expect(ended(record, 0)).toMatchObject({ cleared: [{ spans: [], refund: 0 }] });
  });

  test("leaves all others as they are, and the summary is that of all of them", () => {
    const other = anEnrolment({ scheme: "390", region: "340422", from: "2020-01", insuredAs: "resident" });
    const record = recordOf([worker(), { 2025: half! }], [farmer(), { 2025: whole! }, tier], [other, {}]);
    const outcome = settled(record, answered(record, 0));
    const { enrolments = [], ...changes } = outcome.status === "applied" ? (outcome.changes ?? {}) : {};
    expect(enrolments).toHaveLength(1);
    const all = [worker(), enrolments[0]!, other];
    expect(changes).toEqual({ summary: summarise(all, record.paidYears, day("2026-11-20")) });
  });
});

describe("nothing changes", () => {
  const record = recordOf([worker(), { 2025: half! }], [farmer(), { 2025: whole! }, tier]);
  const objection = { says: "object", text: "不是我的" } satisfies DuplicateAnswer;
  const refusal = (code: string, ...path: string[]) => ({ status: "refused", findings: [{ code, path }] });

  test("by a yes to an objection", () => {
    expect(settled(record, answered(record, 0, { answer: objection }))).toEqual({ status: "applied" });
  });

  test("before the desk has looked: what comes is its task", () => {
    const sent = answered(record, 0);
    expect(settleDuplicate(record, sent, using, now)).toEqual({ status: "in-review", kind: "duplicate" });
    expect(settleDuplicate(record, { ...sent, answer: objection }, using, now)).toEqual({
      status: "in-review",
      kind: "duplicate",
    });
  });

  test.each([
    {
      when: "the registration has been closed",
      of: { ...record, registration: { ...record.registration, ...aRegistration({ status: "closed" }) } },
      refused: refusal("duplicate.registration-closed"),
    },
    {
      when: "one of the two is gone",
      of: recordOf([farmer(), { 2025: whole! }, tier]),
      refused: refusal("duplicate.gone", "id"),
    },
  ])("where $when meanwhile, for the worker and for the desk", ({ of, refused }) => {
    const sent = answered(record, 0);
    expect(settleDuplicate(of, sent, using, now)).toEqual(refused);
    expect(settled(of, sent)).toEqual(refused);
  });

  test("where another agency would have to act than the one that has decided", () => {
    const sent = answered(record, 0, { agency: "320102" });
    expect(settled(record, sent)).toEqual(refusal("duplicate.changed", "id"));
  });
});
