// What the worker makes of an application and of a step, who may send which, and in whose list and eyes it stands then.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import type { FullRecord } from "../../shared/registration.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { Submission } from "../../shared/submission.ts";
import { summarise } from "../../shared/summary.ts";
import { isAgencysStep } from "../../shared/transfer/agencys-step.ts";
import { TransferWish } from "../../shared/transfer/contract.ts";
import { settleStep, settleTransfer, situationOf } from "../../shared/transfer/effect.ts";
import { deadlineOf, escalate } from "../../shared/transfer/escalate.ts";
import { namesTransfers } from "../../shared/transfer/feed-columns.ts";
import { knownFrom } from "../../shared/transfer/known.ts";
import { listed } from "../../shared/transfer/listed.ts";
import { ahead, sidesFor } from "../../shared/transfer/machine.ts";
import { offerOf } from "../../shared/transfer/offer.ts";
import type { TransferAccepted, TransferStepAccepted } from "../../shared/transfer/sent.ts";
import { Relation, TransferOffer, TransferView } from "../../shared/transfer/shown.ts";
import { planOf } from "../../shared/transfer/simulate.ts";
import { sidesAt } from "../../shared/transfer/staff.ts";
import { legalFor, opened } from "../../shared/transfer/step.ts";
import { type Transfer, type TransferEvent, TransferKind, TransferState } from "../../shared/transfer/transfer.ts";
import { placesIn, viewOfTransfer } from "../../shared/transfer/view.ts";
import { paidFor } from "../duplicate/someone.ts";
import { aFact, anEnrolment, aPersonId, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { aReceipt, aTransfer, money, moved, reckoning } from "./someone.ts";

const now = noon("2026-11-22");
const [nanjing, huainan] = ["320100", "340400"].map((code) => v.parse(DivisionCode, code));
const year = "pppppppppppp";
const hukou = aFact({ name: "hukou", division: "340422", lines: "某街1号" });
const worker = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
const recordOf = (enrolments = [worker], facts = [hukou]): FullRecord => {
  const paidYears = paidFor(worker, { 2025: year }, { base: 500_000, personal: 40_000, unit: 80_000 });
  return { ...aRecord({ facts }), enrolments, paidYears, summary: summarise(enrolments, paidYears, day("2026-11-20")) };
};
const record = recordOf();
const wish = v.parse(TransferWish, { kind: "employee-pension", from: nanjing, to: huainan });
const application = (more: Partial<TransferAccepted> = {}): TransferAccepted => ({
  ...{ slice: "transfer", wish, acceptedAt: noon("2026-11-02") },
  plan: planOf({ ...reckoning, known: knownFrom(record), wish, today: day("2026-11-02") }),
  ...more,
});
const sent = { personId: aPersonId(), receipt: aReceipt() };
const staff = {
  staffId: "x",
  role: "handler",
  agency: "南京市社保中心",
  workNumber: "1",
  channel: "desk",
} as unknown as Submission["sender"];

describe("an application", () => {
  test("opens the transfer with what came of it on the day it was sent, in the person's name", () => {
    const { outcome, next } = settleTransfer(record, application(), { sent, reckoning });
    expect(outcome).toEqual({ status: "applied" });
    const { plan } = application();
    const ends = { from: { division: nanjing!, scheme: "110" }, to: { division: huainan!, scheme: "110" } } as const;
    const openedAt = noon("2026-11-02");
    expect(next).toEqual(opened({ ...sent, kind: "employee-pension", ...ends, plan, openedAt }, { as: "person" }, reckoning));
    expect(next?.trail).toEqual([
      {
        event: "submitted",
        state: "submitted",
        at: "2026-11-02",
        recordedAt: openedAt,
        by: { as: "person" },
        receipt: sent.receipt,
      },
    ]);
    expect(next?.step.since).toBe("2026-11-02");
  });

  test("is refused by the same rules, with all that they find, and opens nothing", () => {
    const closed = { ...record, registration: aRegistration({ status: "closed" }) };
    expect(settleTransfer(closed, application(), { sent, reckoning })).toEqual({
      outcome: { status: "refused", findings: [{ code: "transfer.registration-closed", path: [] }] },
    });
  });

  test("keeps what was right on its day: consent to the notice of then holds, and its papers are counted", () => {
    const consent = { relation: "mother", version: "2020-01-01" } as unknown as TransferAccepted["consent"];
    const asked = (more: object, by?: Submission["by"]) =>
      situationOf({ wish, consent, acceptedAt: noon("2026-11-02") }, knownFrom(record), { by, ...more }, reckoning);
    expect(asked({})).toEqual({
      ...{ ...reckoning, wish, known: knownFrom(record), today: "2026-11-02", papers: 0, forChild: false },
      consent: { relation: "mother", version: NOTICE_VERSION },
    });
    expect(asked({ evidence: [{}, {}] }, { as: "parent", personId: aPersonId() })).toMatchObject({ papers: 2, forChild: true });
    const { consent: none } = situationOf(
      { wish, consent: undefined, acceptedAt: now },
      knownFrom(record),
      { by: undefined },
      reckoning,
    );
    expect(none).toBeUndefined();
  });
});

describe("a step", () => {
  const begun = aTransfer();
  const accepted = moved(begun, { event: "accepted", at: "2026-11-03" });
  const says = (
    event: TransferEvent,
    as: "person" | "new" | "old",
    more: Partial<TransferStepAccepted> = {},
  ): TransferStepAccepted => ({
    ...{
      slice: "transfer-step",
      transfer: begun.receipt,
      event,
      at: day("2026-11-05"),
      by: { as, agency: "自称的" },
      note: undefined,
    },
    acceptedAt: now,
    ...more,
  });
  const settled = (step: TransferStepAccepted, more: object = {}, transfer: Transfer | undefined = begun) =>
    settleStep(record, step, { sent: { ...sent, ...more }, transfer, reckoning }, now);
  const codes = (of: ReturnType<typeof settled>) =>
    of.outcome.status === "refused" ? of.outcome.findings.map(({ code }) => code).join() : of.outcome.status;

  test.each([
    { who: "the agency's desk", more: { sender: staff }, is: "applied" },
    { who: "the agency's own file", more: { fromFile: true }, is: "applied" },
    { who: "a resident, whatever they call themselves", more: {}, is: "transfer.step-not-yours" },
    { who: "the helpline for a caller", more: { sender: { ...staff, channel: "helpline" } }, is: "transfer.step-not-yours" },
    { who: "a helpline agent at the desk", more: { sender: { ...staff, role: "agent" } }, is: "transfer.step-not-yours" },
  ])("of an agency is $is where $who says it", ({ more, is }) => {
    expect(codes(settled(says("accepted", "new"), more))).toBe(is);
  });

  test("of the person is theirs alone: no agency takes back what somebody has applied for", () => {
    expect(codes(settled(says("withdrawn", "person")))).toBe("applied");
    expect(codes(settled(says("withdrawn", "new"), { sender: staff }))).toBe("transfer.step-not-yours");
  });

  test("is kept with what was said, the name of the agency being the one of who sent it", () => {
    const note = "法院要求暂停";
    const held = settled(says("suspended", "new", { note }), { sender: staff });
    const passed = { event: "suspended", state: "suspended", at: "2026-11-05", recordedAt: now, note, receipt: sent.receipt };
    expect(held.outcome).toEqual({ status: "applied" });
    expect(held.next?.trail.at(-1)).toEqual({ ...passed, by: { as: "new", agency: "南京市社保中心" } });
    const told = settled(says("accepted", "new"), { fromFile: true });
    expect(told.next?.trail.at(-1)?.by).toEqual({ as: "new" });
    const byDesk = settled(says("withdrawn", "person"), { sender: staff });
    expect(byDesk.next?.trail.at(-1)?.by).toEqual({ as: "person" }); // for somebody who came to it
    const amounts = money(5, 7);
    const contact = moved(accepted, { event: "contact-sent", at: "2026-11-04" });
    expect(settled(says("out-done", "old", { amounts }), { fromFile: true }, contact).next?.trail.at(-1)).toMatchObject({
      amounts,
    });
  });

  test("of no transfer, or not legal, changes nothing and says why", () => {
    const none = settleStep(record, says("accepted", "new"), { sent, transfer: undefined, reckoning }, now);
    expect(none).toEqual({ outcome: { status: "refused", findings: [{ code: "transfer.unknown", path: ["transfer"] }] } });
    expect(settled(says("completed", "new"), { fromFile: true })).toEqual({
      outcome: { status: "refused", findings: [{ code: "transfer.step-not-legal", path: ["event"] }] },
    });
  });

  test("changes the register with the last one only: the old enrolment ends on its day, the new one carries it", () => {
    const [at, amounts] = ["2026-11-10", money(1)];
    const arrived = moved(
      accepted,
      { event: "contact-sent", at },
      ...[{ event: "out-done", at, amounts } as const, { event: "sheet-received", at } as const],
      { event: "money-received", at, amounts },
    );
    const done = settled(says("completed", "new", { at: day("2026-11-12") }), { fromFile: true }, arrived);
    expect(done.next?.state).toBe("completed");
    expect(done.outcome).toMatchObject({
      status: "applied",
      changes: {
        enrolments: [
          { region: nanjing, status: "ended", to: "2025-12", asOf: "2026-11-12", recordedAt: now },
          { region: huainan, from: "2026-11", carries: [{ region: nanjing, from: "2020-01" }] },
        ],
      },
    });
    expect(settled(says("contact-sent", "new"), { fromFile: true }, accepted).outcome).toEqual({ status: "applied" });
  });

  test("is an agency's where no person said it", () => {
    const content = (slice: string, as: string) => ({ slice, by: { as } }) as unknown as Submission["content"];
    expect([content("transfer-step", "new"), content("transfer-step", "old")].map(isAgencysStep)).toEqual([true, true]);
    expect([content("transfer-step", "person"), content("transfer", "new"), undefined].map(isAgencysStep)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("an overdue step", () => {
  const begun = aTransfer(); // due on 23 November
  test("is known above from the day after its last day on, once, and it stays whose it was", () => {
    expect(escalate(begun, noon("2026-11-23"))).toBeUndefined();
    const late = escalate(begun, noon("2026-11-24"));
    expect(late).toEqual({
      ...begun,
      ...{ version: begun.version + 1, lateTold: "pension-transfer-step#2026-11-23" },
      escalated: { at: noon("2026-11-24"), to: "340000" },
    });
    expect(escalate(late!, noon("2026-12-24"))).toBeUndefined();
    expect(escalate({ ...begun, step: { ...begun.step, agency: undefined } }, noon("2026-12-24"))).toBeUndefined();
  });

  test.each([
    {
      when: "its own limit is over first",
      step: "2026-11-23",
      whole: "2026-11-30",
      is: { on: "2026-11-23", limit: "pension-transfer-step" },
    },
    {
      when: "the whole's is",
      step: "2026-11-30",
      whole: "2026-11-23",
      is: { on: "2026-11-23", limit: "pension-transfer-whole" },
    },
    {
      when: "only the whole has a limit",
      step: undefined,
      whole: "2026-11-23",
      is: { on: "2026-11-23", limit: "pension-transfer-whole" },
    },
    {
      when: "only the step has one",
      step: "2026-11-23",
      whole: undefined,
      is: { on: "2026-11-23", limit: "pension-transfer-step" },
    },
    { when: "no limit runs", step: undefined, whole: undefined, is: undefined },
  ])("is due by $is where $when", ({ step, whole, is }) => {
    const { whole: ran, ...others } = begun;
    const transfer = {
      ...others,
      step: { ...begun.step, dueAt: step && day(step) },
      ...(whole && { whole: { ...ran!, dueAt: day(whole) } }),
    } as Transfer;
    expect(deadlineOf(transfer)).toEqual(is);
    expect(escalate(transfer, noon("2026-12-24"))?.lateTold).toBe(is && `${is.limit}#${is.on}`);
    const { agency: _, ...nobodys } = transfer.step;
    expect(deadlineOf({ ...transfer, step: nobodys })).toBeUndefined();
  });

  test("without the name of a limit says so", () => {
    const { limit: _, ...unnamed } = begun.step;
    const { whole: __, ...others } = begun;
    expect(escalate({ ...others, step: unnamed }, noon("2026-11-24"))?.lateTold).toBe("none#2026-11-23");
  });

  test("stands in the agency's list and in that of the one above, a step in time in its own alone", () => {
    const { personId, receipt, kind, state, openedAt } = begun;
    const own = { personId, receipt, kind, state, openedAt, dueAt: "2026-11-23", list: "agency", region: huainan };
    expect(listed(begun)).toEqual([own]);
    const marked = { ...own, escalated: true };
    expect(listed(escalate(begun, noon("2026-11-24"))!)).toEqual([marked, { ...marked, list: "superior", region: "340000" }]);
  });

  test("is the superior's to take too, for the side that is late and for no other; in time it is theirs alone", () => {
    const here = (...regions: string[]) => ({ grants: [{ role: "handler", regions }] }) as unknown as StaffHere;
    const late = escalate(begun, noon("2026-11-24"))!;
    expect(sidesAt(here("340400"), begun)).toEqual(["new"]);
    expect(sidesAt(here("320100"), begun)).toEqual(["old"]);
    expect(sidesAt(here("320100", "340400"), begun)).toEqual(["new", "old"]);
    expect(sidesAt(here("440100"), begun)).toEqual([]);
    const [elsewhere, above] = [v.parse(DivisionCode, "440000"), here("440000")];
    const known = { ...late, escalated: { ...late.escalated!, to: elsewhere } };
    expect(sidesAt(above, known)).toEqual(["new"]);
    expect(sidesAt(above, { ...known, step: { ...known.step, who: "old" } })).toEqual(["old"]);
    expect(sidesAt(above, begun)).toEqual([]);
    expect(sidesAt({ grants: [{ role: "agent", regions: ["340400"] }] } as unknown as StaffHere, late)).toEqual([]);
    expect(sidesAt({ grants: [{ role: "agent", regions: ["440000"] }] } as unknown as StaffHere, known)).toEqual([]);
  });
});

describe("in the lists of agencies", () => {
  const contact = moved(aTransfer(), { event: "accepted", at: "2026-11-03" }, { event: "contact-sent", at: "2026-11-04" });
  const held = (transfer: Transfer) => moved(transfer, { event: "suspended", at: "2026-11-10", note: "正在清理重复缴费" });
  const regions = (transfer: Transfer) => listed(transfer).map(({ region }) => region);

  test("stands what an agency has to do, with the day on which it began where no limit runs; not what waits for the person or is over", () => {
    expect(regions(contact)).toEqual([nanjing]);
    expect(regions(held(contact))).toEqual([nanjing]);
    expect(regions(held(aTransfer()))).toEqual([huainan]);
    expect(listed(held(contact))).toMatchObject([{ state: "suspended", dueAt: "2026-11-10" }]);
    const back = moved(contact, { event: "returned", at: "2026-11-05", note: "x" });
    expect(regions(back)).toEqual([]);
    expect(regions(held(back))).toEqual([huainan]);
    expect(regions(moved(contact, { event: "withdrawn", at: "2026-11-05" }))).toEqual([]);
  });

  test("a day that may move is marked so, and a limit that is not loaded named", () => {
    expect(listed(aTransfer({ on: "2026-12-21" }))).toMatchObject([{ provisional: true }]);
    const claim = { kind: "unemployment", from: "320100", to: "340400" } as const;
    const [unemployment] = listed(aTransfer({ wish: claim }));
    expect(unemployment).toMatchObject({ missing: "limit.unemployment-transfer-step", dueAt: "2026-11-02" });
    for (const key of ["provisional", "missing", "escalated"]) expect(listed(contact)[0], key).not.toHaveProperty(key);
  });
});

describe("on their page", () => {
  test("stands all of it but our own book-keeping; what they may send; and the way that lies ahead", () => {
    const begun = aTransfer();
    const { personId: _, version: __, ...told } = begun;
    const view = viewOfTransfer(begun);
    expect(view).toEqual({ ...told, open: true, may: ["withdrawn"], ahead: ahead("employee-pension", "submitted") });
    expect(v.parse(TransferView, view)).toEqual(view);
    const back = moved(
      begun,
      { event: "accepted", at: "2026-11-03" },
      { event: "contact-sent", at: "2026-11-04" },
      { event: "returned", at: "2026-11-05", note: "x" },
    );
    expect(viewOfTransfer(back).may).toEqual(["corrected", "withdrawn"]);
    const held = moved(back, { event: "suspended", at: "2026-11-06", note: "x" });
    expect(viewOfTransfer(held)).toMatchObject({ state: "suspended", may: ["withdrawn"], ahead: viewOfTransfer(back).ahead });
    expect(viewOfTransfer(held)).not.toHaveProperty("held");
    expect(viewOfTransfer(moved(begun, { event: "withdrawn", at: "2026-11-03" }))).toMatchObject({
      open: false,
      may: [],
      ahead: [],
    });
  });

  test("every place that is spoken of has its name: both ends, where months lie, who is above, who pays once", () => {
    const begun = aTransfer();
    const spoken = (more: Partial<Transfer>) =>
      placesIn([{ ...begun, plan: { ...begun.plan, line: [], benefit: undefined }, ...more } as Transfer]);
    expect(spoken({})).toEqual([nanjing, huainan]);
    expect(spoken({ escalated: { at: now, to: v.parse(DivisionCode, "340000") } })).toEqual([nanjing, huainan, "340000"]);
    const { plan } = begun;
    expect(placesIn([{ ...begun, plan: { ...plan, benefit: { province: "44", rule: "R3_LAST_10Y_PLACE" } } }])).toEqual([
      nanjing,
      huainan,
      "440000",
    ]);
    const line = [{ ...plan.line[0]!, region: v.parse(DivisionCode, "310000") }];
    expect(spoken({ plan: { ...plan, line, benefit: undefined } as Transfer["plan"] })).toEqual([nanjing, huainan, "310000"]);
    expect(placesIn([])).toEqual([]);
  });

  const kinds = TransferKind.options;
  test.each(kinds)(
    "what lies ahead of %s is the rest of the way, each step with who takes it, and nothing once it is over",
    (kind) => {
      const whole = ["submitted", ...ahead(kind, "submitted").map(({ state }) => state)] as TransferState[];
      whole.forEach((state, nth) => {
        const rest = state === "completed" ? [] : whole.slice(nth + 1);
        expect(
          ahead(kind, state).map((next) => next.state),
          state,
        ).toEqual(rest);
      });
      const last = { state: "completed", who: "none" } as const;
      expect(ahead(kind, "out-done")).toEqual([{ state: "arrived", who: "new" }, last]);
      for (const beside of ["sheet-received", "money-received"] as const)
        expect(ahead(kind, beside)).toEqual(ahead(kind, "out-done"));
      for (const over of ["notified", "rejected", "withdrawn"] as const) expect(ahead(kind, over)).toEqual([]);
      const again = kind === "medical" ? "submitted" : "accepted"; // who has put it right waits for the letter, or for the old agency
      for (const beside of ["corrected", "returned"] as const) expect(ahead(kind, beside)).toEqual(ahead(kind, again));
    },
  );
});

test("a person takes back and corrects, either agency holds and lets go, the new one tells; else it is whose turn it is", () => {
  for (const kind of TransferKind.options)
    for (const state of TransferState.options) {
      const sides = (event: TransferEvent) => sidesFor(kind, state, event);
      expect([sides("withdrawn"), sides("corrected")]).toEqual([["person"], ["person"]]);
      expect([sides("suspended"), sides("resumed")]).toEqual([
        ["new", "old"],
        ["new", "old"],
      ]);
      expect(sides("notified")).toEqual(["new"]);
    }
  expect(sidesFor("employee-pension", "contact-sent", "out-done")).toEqual(["old"]);
  expect(sidesFor("employee-pension", "submitted", "accepted")).toEqual(["new"]);
  expect(sidesFor("employee-pension", "rejected", "accepted")).toEqual([]);
  const begun = aTransfer();
  expect(legalFor(begun, ["new"])).toEqual(["accepted", "rejected", "suspended"]);
  expect(legalFor(begun, ["old"])).toEqual(["suspended"]);
  expect(legalFor(moved(begun, { event: "suspended", at: "2026-11-03", note: "x" }), ["old", "person"])).toEqual([
    "resumed",
    "withdrawn",
  ]);
});

describe("what the register knows that decides about a move", () => {
  const resident = anEnrolment({
    scheme: "170",
    region: "340422",
    from: "2020-01",
    insuredAs: "resident",
    to: "2024-12",
    status: "paused",
  });
  const injury = anEnrolment({ scheme: "410", region: "320100", from: "2020-01", insuredAs: "employee" });
  const lives = aFact({ name: "residence", division: "340403", lines: "某街1号" });
  const known = (more: Partial<FullRecord> = {}) =>
    knownFrom({ ...recordOf([worker, resident, injury], [hukou, lives]), ...more });

  test("is who they are, where they are at home, and what of theirs can move: work injury never does", () => {
    const { relations, ...others } = known();
    expect(others).toEqual({
      closed: false,
      sex: "M",
      birth: "1903-02-07",
      hukou: "340422",
      residence: "340403",
      drawing: false,
      open: [],
    });
    expect(relations.map(({ scheme, to }) => [scheme, to])).toEqual([
      ["110", undefined],
      ["170", "2024-12"],
    ]);
    for (const relation of relations) expect(v.parse(Relation, relation)).toEqual(relation);
    expect(known({ registration: aRegistration({ status: "closed" }), facts: [] })).toMatchObject({ closed: true });
    for (const key of ["hukou", "residence"]) expect(known({ facts: [] }), key).not.toHaveProperty(key);
    const moving = [{ kind: "medical", receipt: aReceipt(), to: huainan!, scheme: "310" } as const];
    expect(known({ moving }).open).toEqual([{ kind: "medical", receipt: aReceipt() }]);
  });

  test.each([
    {
      when: "they say that they are retired",
      more: { facts: [aFact({ name: "employment", status: "RETIRED" })] },
      drawing: true,
    },
    {
      when: "a pension of theirs is drawn",
      more: { enrolments: [worker, { ...resident, insuredAs: "retired" as const }] },
      drawing: true,
    },
    {
      when: "they are insured as retired against illness alone",
      more: { enrolments: [{ ...worker, scheme: "310" as const, insuredAs: "retired" as const }] },
      drawing: false,
    },
    {
      when: "it has ended",
      more: { enrolments: [{ ...worker, insuredAs: "retired" as const, status: "ended" as const }] },
      drawing: false,
    },
    { when: "they work", more: { facts: [aFact({ name: "employment", status: "EMPLOYED" })] }, drawing: false },
  ])("says that they draw a pension: $drawing where $when", ({ more, drawing }) => {
    expect(known(more).drawing).toBe(drawing);
  });

  test("is what was paid of each relation by itself: months, wages and amounts; where no file names any, none", () => {
    const there = { ...worker, region: huainan! };
    const [rise, owed] = [
      { base: 600_000, personal: 48_000, subsidy: 100 },
      { base: 0, personal: 0 },
    ];
    const paidYears = [
      ...paidFor(worker, { 2024: year }, { base: 500_000, personal: 40_000, unit: 80_000 }),
      ...paidFor(worker, { 2025: "pp----------" }, rise),
      ...paidFor(there, { 2025: year }, owed),
      ...paidFor({ ...worker, from: "2021-01" as never }, { 2026: year }),
      ...paidFor({ ...worker, scheme: "170" }, { 2023: year }),
    ];
    const [one, two] = known({ enrolments: [worker, there], paidYears }).relations;
    expect(one).toMatchObject({
      years: { "2024": year, "2025": "pp----------" },
      wages: [
        { year: 2024, monthlyBase: 500_000, months: 12 },
        { year: 2025, monthlyBase: 600_000, months: 2 },
      ],
      ...{ personal: 12 * 40_000 + 2 * 48_000, unit: 12 * 80_000, subsidy: 200 },
    });
    expect(Object.keys(one?.years ?? {})).toHaveLength(2);
    expect(two).toMatchObject({ years: { "2025": year }, wages: [{ monthlyBase: 0, months: 12 }] });
    for (const key of ["personal", "unit", "subsidy", "carries"]) expect(two, key).not.toHaveProperty(key);
    for (const only of ["personal", "unit", "subsidy"])
      expect(
        known({ enrolments: [there], paidYears: paidFor(there, { 2025: year }, { ...owed, [only]: 5 }) }).relations[0],
      ).toMatchObject({ [only]: 60 });
  });

  test("is offered with every place that is spoken of, once, and with whom it is about, masked", () => {
    const of = { ...recordOf([worker, resident], [hukou, lives]), ...{} };
    const offer = offerOf({ record: of, today: day("2026-11-22"), placeName: (code) => `${code}名` });
    expect(offer).toEqual({
      person: { name: "林*禾", number: "3404**********0134" },
      ...{ today: "2026-11-22", asOf: "2026-11-20", known: knownFrom(of) },
      places: ["340422", "340403", "320100"].map((division) => ({ division, name: `${division}名` })),
    });
    expect(v.parse(TransferOffer, offer)).toEqual(offer);
    const { asOf: _, ...summary } = of.summary;
    const nowhere = offerOf({
      record: { ...of, facts: [], enrolments: [], summary },
      today: day("2026-11-22"),
      placeName: String,
    });
    expect(nowhere.places).toEqual([]);
    expect(nowhere).not.toHaveProperty("asOf");
  });
});

test.each([
  { cells: ["回执号", "办理环节", "发生日期"], is: true },
  { cells: ["回执号", "办理环节", "发生日期", "状态"], is: true },
  { cells: ["回执号", "办理环节"], is: true },
  { cells: ["回执号", "办理日期"], is: true },
  { cells: ["回执号"], is: false },
  { cells: ["办理环节", "发生日期"], is: false },
  { cells: ["姓名"], is: false },
])("a file whose first row is $cells is one of states: $is", ({ cells, is }) => {
  expect(namesTransfers(cells)).toBe(is);
});
