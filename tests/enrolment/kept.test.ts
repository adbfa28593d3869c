// What of a wish is kept, whole: with what was promised, who agreed, whether the desk looks first; and which other one it ends.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { settleEnrolment, settleReviewedEnrolment } from "../../shared/enrolment/effect.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { aFact, aRecord, aRegistration, noon } from "../support/build.ts";
import { asWish, consent, decide, held, joined, policy, someone, wishes } from "./someone.ts";

const receipt = v.parse(Receipt, "9X9X-9X9X-9X9X");
const [sentAt, now, decidedAt] = [noon("2026-11-22"), noon("2026-11-23"), noon("2026-11-24")];
const identity = { docType: "RIC", number: "340469199005010017", name: "林晓禾", sex: "M", birth: "1990-05-01" } as const;
const home = (name: "hukou" | "residence", division: string) => aFact({ name, division, lines: "某街1号" });
const record = (more: Partial<RecordPage> = {}): RecordPage =>
  aRecord({ registration: aRegistration({ identity }), facts: [home("hukou", "370826"), home("residence", "320102")], ...more });
function sent(wish: Record<string, unknown>, from = record()) {
  const decided = decide(knownFrom(from), wish);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
}
const said = { receipt, source: "resident", asOf: "2026-11-22", recordedAt: now, acceptedAt: sentAt };
const settled = (of: RecordPage, wish: Record<string, unknown>) => settleEnrolment(of, sent(wish, of), { receipt, policy }, now);

describe("what is accepted", () => {
  test("is the wish, its terms where something is to be paid, and a guardian's yes for a child", () => {
    const taken = sent(wishes.residentPension);
    expect(taken).toEqual({ slice: "enrolment", wish: asWish(wishes.residentPension), terms: taken.terms, acceptedAt: sentAt });
    expect(taken.terms).toMatchObject({ region: "370826", tier: 30_000 });
    const child = someone({ birth: "2020-05-01" });
    const wish = { action: "join", scheme: "390", region: "370826", coverYear: 2027 };
    const forChild = decide(child, wish, { forChild: true, consent });
    expect(forChild.ok && forChild.value).toMatchObject({ slice: "enrolment", forChild: true, consent });
    const stop = decide(someone({ held: [held()] }), { action: "stop", scheme: "110", from: "2026-12", reason: "moved" });
    expect(stop.ok && Object.keys(stop.value).sort()).toEqual(["acceptedAt", "slice", "wish"]);
  });

  test.each([
    { when: "it costs what was told", told: 0, is: true },
    { when: "it costs more by now", told: -1, is: false },
    { when: "it costs less by now", told: 1, is: false },
  ])("holds the amount that was told: $is where $when", ({ told, is }) => {
    const { cost = 0 } = sent(wishes.residentPension).terms ?? {};
    expect(decide(knownFrom(record()), { ...wishes.residentPension, told: cost + told }).ok).toBe(is);
  });

  test("counts the work of somebody who joins, and asks none of who only changes", () => {
    const courier = sent(wishes.employeePension);
    expect(courier.terms).toMatchObject({ region: "110101", base: 800_000 });
    const farmer = someone({ held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] });
    const change = decide(farmer, { action: "change-tier", scheme: "170", tier: 50_000 });
    expect(change.ok && change.value.terms).toMatchObject({ tier: 50_000 });
  });
});

describe("what is kept", () => {
  test("is all of it, with why it is less and what it takes the place of, where it is so", () => {
    const { terms } = sent(wishes.residentPension);
    const plain = { ...said, scheme: "170", state: "to-pay", wish: "join", terms };
    expect(settled(record(), wishes.residentPension)).toEqual({ status: "applied", changes: { joinings: [plain] } });
    const hardUp = { ...wishes.residentPension, tier: 10_000, hardship: "destitute" };
    expect(settled(record(), hardUp)).toEqual({ status: "in-review", kind: "hardship" });
    const decided = settleReviewedEnrolment(record(), sent(hardUp), decidedAt, { receipt, policy }, decidedAt);
    const byDesk = { source: "desk", asOf: "2026-11-24", recordedAt: decidedAt, acceptedAt: decidedAt };
    expect(decided.changes?.joinings).toEqual([{ ...plain, ...byDesk, terms: sent(hardUp).terms, hardship: "destitute" }]);
  });

  test("is refused, and not shown to the desk, where it may not be any more", () => {
    const hardUp = sent({ ...wishes.residentPension, tier: 10_000, hardship: "destitute" });
    const closed = record({ registration: aRegistration({ identity, status: "closed" }) });
    expect(settleEnrolment(closed, hardUp, { receipt, policy }, now).status).toBe("refused");
  });

  test.each([
    { when: "of another insurance was sent later", other: { scheme: "390", acceptedAt: noon("2026-11-23") }, is: "applied" },
    { when: "of this one was sent in the same moment", other: { scheme: "170", acceptedAt: sentAt }, is: "applied" },
    { when: "of this one was sent later", other: { scheme: "170", acceptedAt: noon("2026-11-23") }, is: "overtaken" },
  ])("is $is where a wish $when", ({ other, is }) => {
    const taken = sent(
      { action: "stop", scheme: "170", from: "2026-12", reason: "moved" },
      record({ summary: { insurances: {}, held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] } }),
    );
    const of = record({
      summary: { insurances: {}, held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] },
      joinings: [joined({ region: "370826" }, other)],
    });
    expect(settleEnrolment(of, taken, { receipt, policy }, now).status).toBe(is);
  });

  const waiting = (more: object = {}) => joined({ region: "370826" }, { scheme: "170", ...more });
  const instead = { ...wishes.employeePension, replaces: "170" };
  const schemes = (of: RecordPage) => settled(of, instead).changes?.joinings?.map(({ scheme, state }) => `${scheme} ${state}`);
  test("ends what waits in its stead, in the same moment, for that reason", () => {
    const { changes } = settled(record({ joinings: [waiting()] }), instead);
    expect(changes?.joinings).toEqual([
      { ...said, scheme: "170", region: "370826", from: "2026-11", state: "stopped", wish: "stop", reason: "other-scheme" },
      { ...said, scheme: "110", state: "to-pay", wish: "join", terms: sent(wishes.employeePension).terms, replaces: "170" },
    ]);
  });

  test("ends a change that waits too, unless what it changes runs: that goes on until the new one is seen", () => {
    const change = waiting({ wish: "change-tier" });
    const runs = (...all: Parameters<typeof held>[0][]) => ({ summary: { insurances: {}, held: all.map(held) } });
    const resident = { scheme: "170", region: "370826", insuredAs: "resident" } as const;
    expect(schemes(record({ joinings: [change], ...runs(resident) }))).toEqual(["110 to-pay"]);
    expect(schemes(record({ joinings: [waiting()], ...runs(resident) }))).toEqual(["170 stopped", "110 to-pay"]);
    expect(schemes(record({ joinings: [change, joined({}, { scheme: "390" })] }))).toEqual(["170 stopped", "110 to-pay"]);
    expect(schemes(record({ joinings: [change], ...runs({ ...resident, status: "paused" }) }))).toEqual([
      "170 stopped",
      "110 to-pay",
    ]);
  });
});
