import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusDays } from "../../shared/kernel/calendar.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { isProvisional } from "../../shared/transfer/clock.ts";
import { isOpen, machineOf, sidesFor } from "../../shared/transfer/machine.ts";
import { leadsTo, legalFor, recount, sentIn } from "../../shared/transfer/step.ts";
import { type Transfer, TransferEvent, TransferKind, TransferState } from "../../shared/transfer/transfer.ts";
import { day } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { aKnown, aRelation, aTransfer, calendarOf, money, moved, policy, reckoning, tried } from "./someone.ts";

/** One transfer of each kind as it may begin. */
const beginnings: Record<TransferKind, Parameters<typeof aTransfer>[0]> = {
  "employee-pension": {},
  "resident-pension": {
    known: aKnown({ relations: [aRelation({ scheme: "170", region: "320102", insuredAs: "resident" })] }),
    wish: { kind: "resident-pension", from: "320102", to: "340422" },
  },
  "pension-switch": {
    known: aKnown({ birth: "1963-01-01", relations: [aRelation({ paid: [2012, 2025] })] }),
    wish: { kind: "pension-switch", toward: "resident", from: "320100", to: "340422" },
  },
  medical: {
    known: aKnown({ relations: [aRelation({ scheme: "310" })] }),
    wish: { kind: "medical", scheme: "310", into: "310", from: "320100", to: "340400" },
  },
  unemployment: {
    known: aKnown({ relations: [aRelation({ scheme: "210" })] }),
    wish: { kind: "unemployment", from: "320100", to: "340400" },
  },
};

/** What legal steps need besides, so that a walk gets further than the first one. */
function toldWith(transfer: Transfer, event: TransferEvent, fen: number) {
  const awaits = transfer.plan.awaits.includes("money");
  if (event === "out-done" && awaits) return { amounts: money(fen, fen * 2), note: "金额写错了，更正" };
  if (event === "money-received" && awaits) return { amounts: sentIn(transfer) ?? money(fen) };
  return { note: "材料里的身份证号码和登记的不一致" };
}

const aStep = fc.record({
  event: fc.constantFrom(...TransferEvent.options),
  legal: fc.boolean(),
  days: fc.integer({ min: 0, max: 40 }),
  fen: fc.integer({ min: 0, max: 1_000_000 }),
});

/** A walk: some steps at random, some chosen among the legal ones. */
function walk(kind: TransferKind, steps: readonly { event: TransferEvent; legal: boolean; days: number; fen: number }[]) {
  let [transfer, at] = [aTransfer(beginnings[kind]), day("2026-11-02")];
  const path: { before: Transfer; event: TransferEvent; after: Transfer | undefined }[] = [];
  for (const { event: any, legal, days, fen } of steps) {
    at = plusDays(at, days);
    const open = legalFor(transfer, ["new", "old", "person"]);
    const event = legal && open.length > 0 ? open[TransferEvent.options.indexOf(any) % open.length]! : any;
    const next = tried(transfer, { event, at, ...toldWith(transfer, event, fen) });
    path.push({ before: transfer, event, after: next.ok ? next.value : undefined });
    if (next.ok) transfer = next.value;
  }
  return { path, transfer };
}

describe.each(TransferKind.options)("a random walk of %s", (kind) => {
  const walks = fc.array(aStep, { minLength: 1, maxLength: 25 });

  test("takes only steps that the table has, and every one leaves a line in the trail", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, event, after } of walk(kind, steps).path) {
          const { takes } = machineOf(kind).states[before.state];
          if (!after) continue;
          const allowed = event === "resumed" ? before.held?.state : takes[event];
          expect([allowed, "arrived"]).toContain(after.state);
          expect(after.state).toBe(leadsTo(before, event));
          expect(after.version).toBe(before.version + 1);
          expect(after.trail.slice(0, -1)).toEqual(before.trail);
          expect(after.trail[after.trail.length - 1]).toMatchObject({ event, state: after.state });
        }
      }),
      { numRuns: 150 },
    );
  });

  test("never has a clock that is negative, nor one that ends before it begins", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { after } of walk(kind, steps).path) {
          if (!after) continue;
          for (const { since, days, dueAt } of [after.step, after.whole ?? after.step]) {
            expect(days ?? 0).toBeGreaterThanOrEqual(0);
            if (dueAt) expect(dueAt >= since).toBe(true);
          }
          expect(Math.min(after.held?.left ?? 0, after.held?.whole ?? 0)).toBeGreaterThanOrEqual(0);
          expect(after.step.who === "none" || after.step.who === "person").toBe(after.step.agency === undefined);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("keeps the months that move, and what arrives is what was sent, to the fen", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { path, transfer } = walk(kind, steps);
        for (const { before, after } of path) if (after) expect(after.plan).toEqual(before.plan);
        const told = (event: TransferEvent) => transfer.trail.filter((passed) => passed.event === event).pop()?.amounts;
        if (told("money-received")) expect(told("money-received")).toEqual(told("out-done"));
        const arrived = transfer.trail.some(({ event }) => event === "completed");
        if (arrived && transfer.plan.awaits.includes("money")) expect(told("money-received")).toBeDefined();
      }),
      { numRuns: 100 },
    );
  });

  test("is taken back only before the old agency has sent it, and never goes on after its end", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, event, after } of walk(kind, steps).path) {
          const isSent = before.trail.some((passed) => passed.event === "out-done");
          if (after && (event === "withdrawn" || event === "suspended")) expect(isSent).toBe(false);
          if (after && !isOpen(before)) expect(event).toBe("notified");
        }
      }),
      { numRuns: 100 },
    );
  });

  test("counts the same days again with the same calendar, and with a new one those that were provisional", () => {
    const nextYear = {
      ...reckoning,
      calendar: calendarOf({ 2026: {}, 2027: { holidays: [day("2027-01-01"), day("2027-01-04")] } }),
    };
    fc.assert(
      fc.property(walks, (steps) => {
        const { transfer } = walk(kind, steps);
        expect(recount(transfer, reckoning)).toEqual(transfer);
        const again = recount(transfer, nextYear);
        expect({ ...again, step: 0, whole: 0, held: 0 }).toEqual({ ...transfer, step: 0, whole: 0, held: 0 });
        const clocks = ({ step, whole, held }: Transfer) => ({ step, whole, held });
        // What the clock does not find by its index has to be right as it is.
        if (isOpen(transfer) && !isProvisional(transfer)) expect(clocks(again)).toEqual(clocks(transfer));
        const last = again.step.dueAt ?? "";
        if (last < "2028") expect(again.step.provisional).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test("can be ended from every state in which it is open, by somebody", () => {
    for (const state of TransferState.options) {
      const { who, takes } = machineOf(kind).states[state];
      const isReached = who !== "none" || Object.keys(takes).length > 0 || !isOpen({ state });
      const events = Object.keys(takes) as TransferEvent[];
      for (const event of events.filter((one) => one !== "resumed"))
        expect(sidesFor(kind, state, event).length, `${state} ${event}`).toBeGreaterThan(0);
      expect(isReached || kind === "medical").toBe(true);
    }
  });
});

describe("a clock of the law", () => {
  const afterWeekend = { event: "accepted", at: "2026-11-09" } as const;

  test("starts on the day after the event, runs fifteen working days, and goes on while the new agency writes to the old one", () => {
    const transfer = aTransfer();
    expect(transfer.step).toMatchObject({ who: "new", agency: "340400", since: "2026-11-02", days: 15, dueAt: "2026-11-23" });
    expect(transfer.whole).toMatchObject({ days: 45, provisional: true });
    expect(moved(transfer, afterWeekend).step).toEqual(transfer.step);
    const sent = moved(transfer, afterWeekend, { event: "contact-sent", at: "2026-11-10" });
    expect(sent.step).toMatchObject({ who: "old", agency: "320100", since: "2026-11-10", dueAt: "2026-12-01" });
  });

  test.each([["sheet-received", "money-received"] as const, ["money-received", "sheet-received"] as const])(
    "of the last step starts when both are there, %s first",
    (first, second) => {
      const amounts = money(100, 200);
      const told = (event: "sheet-received" | "money-received") => (event === "money-received" ? { event, amounts } : { event });
      const out = moved(
        aTransfer(),
        afterWeekend,
        { event: "contact-sent", at: "2026-11-10" },
        { event: "out-done", at: "2026-11-16", amounts },
        { ...told(first), at: "2026-11-17" },
      );
      expect(out.step).toMatchObject({ who: "new", limit: "pension-transfer-whole", since: "2026-11-17" });
      const arrived = moved(out, { ...told(second), at: "2026-11-24" });
      expect(arrived).toMatchObject({ state: "arrived", step: { since: "2026-11-24", days: 15, dueAt: "2026-12-15" } });
    },
  );

  test("is that of the place whose agency has to act, and of the whole that of the new one", () => {
    const entry = (region: string, key: string, value: string) => anEntry({ key, region, from: "2010-01-01", value });
    const [step, whole] = ["limit.pension-transfer-step", "limit.pension-transfer-whole"];
    const of = [
      entry("320100", step!, "10"),
      entry("320100", whole!, "30"),
      entry("340400", step!, "12"),
      entry("340400", whole!, "40"),
    ];
    const by = { ...reckoning, policy: openPolicy([...loaded, ...of]) };
    const begun = aTransfer({ by });
    expect(begun).toMatchObject({ step: { days: 12 }, whole: { days: 40 } });
    const accepted = tried(begun, afterWeekend, by);
    const sent = accepted.ok ? tried(accepted.value, { event: "contact-sent", at: "2026-11-10" }, by) : accepted;
    expect(sent).toMatchObject({ value: { step: { days: 10 }, whole: { days: 40 } } });
  });

  test("of the whole is never over before a step has begun: what comes too late is due at once", () => {
    const sent = [afterWeekend, { event: "contact-sent", at: "2026-11-10" } as const];
    const late = moved(aTransfer({ plan: { awaits: ["sheet"] } }), ...sent, { event: "out-done", at: "2027-03-01" });
    expect(late.whole!.dueAt! < "2027-03-01").toBe(true);
    expect(late.step).toMatchObject({ limit: "pension-transfer-whole", dueAt: "2027-03-01" });
  });

  test("of a step that was with the person when it was held starts with what they put right", () => {
    const back = moved(
      aTransfer(),
      afterWeekend,
      { event: "contact-sent", at: "2026-11-10" },
      { event: "returned", at: "2026-11-11", note: "姓名不一致" },
      { event: "suspended", at: "2026-11-12", note: "正在清理重复缴费" },
    );
    expect(back.held).toEqual({ state: "returned", whole: 38 });
    const again = moved(back, { event: "resumed", at: "2026-11-20" });
    expect(again).toMatchObject({ state: "returned", step: { who: "person" }, held: { state: "corrected", whole: 38 } });
    expect(again.step).not.toHaveProperty("dueAt");
    expect(moved(again, { event: "corrected", at: "2026-11-23" })).toMatchObject({ step: { days: 15 }, whole: { days: 38 } });
    const long = moved(
      aTransfer(beginnings.medical),
      { event: "returned", at: "2026-11-11", note: "x" },
      { event: "suspended", at: "2027-01-30", note: "x" },
    );
    expect(long.held).toEqual({ state: "returned", whole: 8 }); // nothing ran in the year that is not loaded
  });

  test("stands still while it is held, and goes on with the days that were left", () => {
    const held = moved(aTransfer(), { event: "suspended", at: "2026-11-05", note: "法院要求暂停" });
    expect(held).toMatchObject({ state: "suspended", step: { who: "none" }, held: { state: "submitted", left: 12, whole: 42 } });
    expect(held.step.dueAt).toBeUndefined();
    const again = moved(held, { event: "resumed", at: "2026-11-30" });
    expect(again).toMatchObject({ state: "submitted", step: { days: 12, dueAt: "2026-12-16" }, whole: { days: 42 } });
    expect(again.held).toBeUndefined();
  });

  test("has nothing left once it is overdue, and is due on the day on which it goes on", () => {
    const late = moved(
      aTransfer(),
      { event: "suspended", at: "2026-12-07", note: "正在清理重复缴费" },
      { event: "resumed", at: "2026-12-09" },
    );
    expect(late.step).toMatchObject({ days: 0, dueAt: "2026-12-09" });
  });

  test("of the whole does not run while something is asked of the person", () => {
    const sent = [afterWeekend, { event: "contact-sent", at: "2026-11-10" } as const];
    const back = moved(aTransfer(), ...sent, { event: "returned", at: "2026-11-11", note: "姓名不一致" });
    expect(back).toMatchObject({ state: "returned", step: { who: "person" }, held: { whole: 38 } });
    const again = moved(back, { event: "corrected", at: "2026-12-01" });
    expect(again).toMatchObject({ state: "corrected", step: { who: "new", days: 15 }, whole: { since: "2026-12-01", days: 38 } });
  });

  test("past the loaded calendar is counted Monday to Friday and marked, and counted again when the year is loaded", () => {
    const late = aTransfer({ on: "2026-12-21" });
    expect(late.step).toMatchObject({ provisional: true, dueAt: "2027-01-11" });
    const calendar = calendarOf({ 2026: {}, 2027: { holidays: [day("2027-01-01")] } });
    const again = recount(late, { policy, calendar });
    expect(again.step).toMatchObject({ dueAt: "2027-01-12" });
    expect(again.step.provisional).toBeUndefined();
  });

  test.each([
    { kind: "employee-pension", left: { left: 7, whole: 37 }, again: { left: 8, whole: 38 } },
    { kind: "resident-pension", left: { left: 7 }, again: { left: 8 } },
  ] as const)(
    "that was held in a year that was not loaded counts what was left again when it is: $kind",
    ({ kind, left, again }) => {
      const before = aTransfer({ ...beginnings[kind], on: "2026-12-28" });
      const held = moved(before, { event: "suspended", at: "2027-01-07", note: "正在清理重复缴费" });
      expect(held.held).toEqual({ state: "submitted", ...left, provisional: true });
      expect(isProvisional(held)).toBe(true);
      const calendar = calendarOf({ 2026: {}, 2027: { holidays: [day("2027-01-01")] } });
      const counted = recount(held, { policy, calendar });
      expect(counted.held).toEqual({ state: "submitted", ...again });
      expect(isProvisional(counted)).toBe(false);
      const unsure = moved(held, { event: "resumed", at: "2027-01-11" });
      expect(unsure).toMatchObject({ step: { days: left.left, provisional: true } });
      const resumed = tried(counted, { event: "resumed", at: "2027-01-11" }, { policy, calendar });
      expect(resumed).toMatchObject({ value: { step: { days: again.left } } });
      expect(moved(before, { event: "suspended", at: "2026-12-31", note: "x" }).held).not.toHaveProperty("provisional");
    },
  );

  test("with none left by a year that was not loaded is about that day, and may get one back", () => {
    const late = moved(
      aTransfer({ ...beginnings["resident-pension"], on: "2026-12-28" }),
      { event: "suspended", at: "2027-01-18", note: "正在清理重复缴费" },
      { event: "resumed", at: "2027-01-20" },
    );
    expect(late.step).toMatchObject({ days: 0, dueAt: "2027-01-20", provisional: true });
    const calendar = calendarOf({ 2026: {}, 2027: { holidays: [day("2027-01-01")] } });
    const { step } = recount(late, { policy, calendar });
    expect(step).toMatchObject({ days: 1, dueAt: "2027-01-21" });
    expect(step).not.toHaveProperty("provisional");
  });

  test("whose limit was not loaded when it was held is counted again when it is", () => {
    const held = moved(aTransfer(beginnings.unemployment), { event: "suspended", at: "2026-11-05", note: "x" });
    expect(held.held).toEqual({ state: "submitted", provisional: true });
    expect(isProvisional(held)).toBe(true);
    const entry = anEntry({ key: "limit.unemployment-transfer-step", from: "2021-11-09", value: "15" });
    const counted = recount(held, { ...reckoning, policy: openPolicy([...loaded, entry]) });
    expect(counted.held).toEqual({ state: "submitted", left: 12 });
  });

  test("for which no limit is loaded says which number is missing", () => {
    const { step } = aTransfer(beginnings.unemployment);
    expect(step).toMatchObject({ who: "new", limit: "unemployment-transfer-step", missing: "limit.unemployment-transfer-step" });
    expect(step.dueAt).toBeUndefined();
  });

  test("of medical insurance gives the old place ten days and the new one five, and awaits no money of a resident", () => {
    const wish = { kind: "medical", scheme: "390", into: "390", from: "320100", to: "340400" } as const;
    const known = aKnown({ relations: [aRelation({ scheme: "390", insuredAs: "resident" })] });
    const transfer = aTransfer({ known, wish });
    expect(transfer.step).toMatchObject({ who: "old", agency: "320100", days: 10, dueAt: "2026-11-16" });
    const arrived = moved(transfer, { event: "out-done", at: "2026-11-10" }, { event: "sheet-received", at: "2026-11-12" });
    expect(arrived).toMatchObject({ state: "arrived", step: { days: 5, dueAt: "2026-11-19" } });
  });
});

describe("an amount that the old agency typed wrong", () => {
  const contact = moved(aTransfer(), { event: "accepted", at: "2026-11-03" }, { event: "contact-sent", at: "2026-11-04" });
  const out = moved(contact, { event: "out-done", at: "2026-11-10", amounts: money(5, 7) });
  const right = { event: "out-done", at: "2026-11-12", amounts: money(6, 7), note: "少写了一分" } as const;

  test.each([
    ["before anything has arrived", out],
    ["when the sheet is there", moved(out, { event: "sheet-received", at: "2026-11-11" })],
  ])("is put right by it %s: nobody else's turn, no other limit, and what comes counts against it", (_, before) => {
    const amended = moved(before, right);
    expect(amended).toMatchObject({ state: before.state, whole: before.whole, step: { who: "new", dueAt: before.step.dueAt } });
    expect(sentIn(amended)).toEqual(money(6, 7));
    const arrived = moved(amended, { event: "money-received", at: "2026-11-13", amounts: money(6, 7) });
    expect(arrived.trail.map(({ amounts }) => amounts).filter(Boolean)).toEqual([money(5, 7), money(6, 7), money(6, 7)]);
  });

  test.each([
    { when: "nobody writes why", from: out, step: { ...right, note: undefined }, code: "note-missing" },
    { when: "it says the same again", from: out, step: { ...right, amounts: money(5, 7) }, code: "step-not-legal" },
    { when: "the new agency says it", from: out, step: { ...right, as: "new" }, code: "step-not-yours" },
    {
      when: "it has come already",
      from: moved(out, { event: "money-received", at: "2026-11-11", amounts: money(5, 7) }),
      step: right,
      code: "step-not-legal",
    },
    {
      when: "no money moves",
      from: moved({ ...contact, plan: { ...contact.plan, awaits: ["sheet"] } }, { event: "out-done", at: "2026-11-10" }),
      step: { ...right, amounts: undefined },
      code: "step-not-legal",
    },
  ] as const)("stays as it is when $when", ({ from, step, code }) => {
    expect(tried(from, step)).toMatchObject({ ok: false, refusal: [{ code: `transfer.${code}` }] });
  });
});

describe("a step is refused, and nothing changes,", () => {
  const contact = moved(aTransfer(), { event: "accepted", at: "2026-11-03" }, { event: "contact-sent", at: "2026-11-04" });
  const out = moved(contact, { event: "out-done", at: "2026-11-10", amounts: money(5, 7) });
  test.each([
    { when: "it is not legal from here", from: contact, step: { event: "completed", at: "2026-11-10" }, code: "step-not-legal" },
    {
      when: "it is older than the last one",
      from: contact,
      step: { event: "returned", at: "2026-11-03", note: "x" },
      code: "event-older",
    },
    {
      when: "it lies in the future",
      from: contact,
      step: { event: "returned", at: "2026-11-12", note: "x", recordedOn: "2026-11-11" },
      code: "event-future",
    },
    { when: "no reason is written", from: contact, step: { event: "returned", at: "2026-11-10" }, code: "note-missing" },
    {
      when: "it is the other agency's",
      from: contact,
      step: { event: "out-done", at: "2026-11-10", as: "new", amounts: money(1) },
      code: "step-not-yours",
    },
    {
      when: "the person does what an agency does",
      from: contact,
      step: { event: "returned", at: "2026-11-10", as: "person", note: "x" },
      code: "step-not-yours",
    },
    { when: "it names no money", from: contact, step: { event: "out-done", at: "2026-11-10" }, code: "amounts-missing" },
    {
      when: "the money does not add up",
      from: contact,
      step: { event: "out-done", at: "2026-11-10", amounts: { account: 1, pool: 2, total: 4 } },
      code: "amounts-wrong",
    },
    {
      when: "a fen is missing of what was sent",
      from: out,
      step: { event: "money-received", at: "2026-11-11", amounts: money(5, 6) },
      code: "amounts-differ",
    },
    {
      when: "money is named where none moves",
      from: out,
      step: { event: "sheet-received", at: "2026-11-11", amounts: money(5, 7) },
      code: "amounts-unexpected",
    },
    {
      when: "it has been sent and is to be taken back",
      from: out,
      step: { event: "withdrawn", at: "2026-11-11" },
      code: "step-not-legal",
    },
  ] as const)("when $when", ({ from, step, code }) => {
    const before = structuredClone(from);
    expect(tried(from, step)).toMatchObject({ ok: false, refusal: [{ code: `transfer.${code}` }] });
    expect(from).toEqual(before);
  });
});
