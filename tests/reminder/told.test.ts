// What counts the reminders anew, in which order they come, what is still told of them, and which step of a move is somebody's turn.
import { describe, expect, test } from "vitest";
import type { Joining } from "../../shared/enrolment/joining.ts";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import type { Changes, Reason, RecordPage } from "../../shared/registration.ts";
import { mayMoveDues, pageAfter } from "../../shared/reminder/after.ts";
import { type Due, dueKey } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { usual } from "../../shared/reminder/settings.ts";
import { firstSlot, reminderLaw, stillToTell } from "../../shared/reminder/telling.ts";
import { stepsOf } from "../../shared/reminder/transfers.ts";
import { aFact, anInsurance, aPersonId, aPhone, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { anEntry, lawLacking, lawOf, lawWith, loaded } from "../support/policy.ts";
import { aTransfer, moved } from "../transfer/someone.ts";

const today = day("2026-11-22");
const policy: Policy = openPolicy(loaded);
const without = (key: string): Policy => openPolicy(loaded.filter((entry) => entry.key !== key));
const lives = (division: string, more = {}) => aFact({ name: "residence", division, lines: "龙泉街道学院路8号", ...more });
const born = (birth: string, differences: Partial<RecordPage> & { sex?: "M" | "F" } = {}): RecordPage => {
  const { sex = "M", ...more } = differences;
  const identity = { docType: "RIC", number: "x", name: "林晓禾", sex, birth } as const;
  return aRecord({ registration: aRegistration({ identity }), facts: [lives("340403")], ...more });
};
const kinds = (record: RecordPage, by = policy, on = today) => duesOf(record, on, by).map(({ what }) => what);

describe("the reminders are counted anew", () => {
  const summary = { insurances: {} };

  test.each<{ when: string; changes: Changes; anew: boolean }>([
    { when: "the person is another", changes: { registration: aRegistration() }, anew: true },
    { when: "an insurance moves", changes: { summary }, anew: true },
    { when: "a reason is said", changes: { reasons: [] }, anew: true },
    { when: "they live elsewhere", changes: { facts: [lives("320102")] }, anew: true },
    { when: "their hukou goes", changes: { gone: [aFact({ name: "hukou", division: "340422", lines: "某街" })] }, anew: true },
    { when: "their work changes", changes: { facts: [aPhone(), aFact({ name: "employment", status: "STUDENT" })] }, anew: true },
    { when: "only a phone is new", changes: { facts: [aPhone()] }, anew: false },
    { when: "nothing is", changes: {}, anew: false },
  ])("$anew when $when", ({ changes, anew }) => {
    expect(mayMoveDues(changes)).toBe(anew);
  });

  test("from the page as it will be: what is said again replaces what the same source said, what is gone is not there", () => {
    const mine = lives("320102", { source: "resident" });
    const reason = (insurance: string) => ({ insurance }) as Reason;
    const joining = (scheme: string) => ({ scheme }) as Joining;
    const before: RecordPage = {
      ...born("1990-05-01"),
      facts: [lives("340403"), mine, aPhone()],
      reasons: [reason("medical"), reason("pension")],
      joinings: [joining("310"), joining("110")],
    };
    const again = lives("340422");
    const changes = { facts: [again], gone: [aPhone()], reasons: [reason("medical")], joinings: [joining("310")] };

    const after = pageAfter(before, changes as Changes);
    expect(after?.facts).toEqual([mine, again]);
    expect(after?.reasons.map(({ insurance }) => insurance)).toEqual(["pension", "medical"]);
    expect(after?.joinings.map(({ scheme }) => scheme)).toEqual(["110", "310"]);
    expect(after?.registration).toEqual(before.registration);
    expect(after?.summary).toBe(before.summary);
    const newSummary = { asOf: today, insurances: {} };
    expect(pageAfter(before, { summary: newSummary })).toEqual({ ...before, summary: newSummary });
  });

  test("of who is new from what is written of them, and of nobody where nobody is there", () => {
    const { version: _, ...registration } = aRegistration();
    const page = pageAfter(undefined, { registration, summary, facts: [lives("340403")] } as Changes);
    expect(page).toEqual({
      ...{ registration: { ...registration, version: 1 }, summary },
      ...{ facts: [lives("340403")], reasons: [], joinings: [] },
    });
    expect(pageAfter(undefined, { summary })).toBeUndefined();
    expect(pageAfter(undefined, { registration } as Changes)).toBeUndefined();
  });
});

describe("what is due", () => {
  const works = (paid: Record<string, number>, more = {}) => ({
    summary: { asOf: day("2026-11-01"), paid, insurances: { pension: anInsurance({ insuredAs: "employee", ...more }) } },
  });

  test("comes in the order of its days, and of one day always in the same", () => {
    const dues = duesOf(born("1980-03-01", { sex: "F", ...works({ "110": 12 }) }), today, policy);
    const order = dues.map((due) => `${due.on} ${dueKey(due)}`);
    expect(dues.length).toBeGreaterThan(3);
    expect(order).toEqual([...order].sort());
  });

  test("goes by the law of where they live, else of their hukou, else of the whole country", () => {
    const asked: string[] = [];
    const noting: Policy = (of) => {
      asked.push(of.region);
      return policy(of);
    };
    const hukou = aFact({ name: "hukou", division: "340422", lines: "某街1号" });
    for (const facts of [[hukou, lives("340403")], [hukou], []]) duesOf(born("2010-12-31", { facts }), today, noting);
    expect([...new Set(asked)].sort()).toEqual(["340403", "340422", "national"]);
  });

  test.each([
    ["newborn", born("2026-10-01"), "resident-medical.newborn-days"],
    ["sixteenth-birthday", born("2010-12-31"), "resident-pension.from-age"],
    ["sixtieth-birthday", born("1967-01-15"), "resident-pension.benefit-age"],
    ["retirement", born("1967-05-15", works({ "110": 300 })), "reminder.retirement"],
    ["retirement", born("1967-05-15", works({ "110": 300 })), "retirement.m60.delay-step"],
    ["sixteenth-birthday", born("2010-12-31"), "reminder.kept"],
  ] as const)("is no %s where a number of it is not loaded: a wrong day would be worse", (what, record, key) => {
    expect(kinds(record)).toContain(what);
    expect(kinds(record, without(key))).not.toContain(what);
  });

  test("is the sixtieth birthday a while before it", () => {
    const [due] = duesOf(born("1967-01-15", { facts: [] }), today, policy).filter(({ what }) => what === "sixtieth-birthday");
    expect(due?.on).toBe("2027-01-15");
    expect(due && due.day < due.on).toBe(true);
  });

  test("is nothing of age for who draws a pension by the file or by their own word, and work in an organ counts as work", () => {
    const retired = [lives("340403"), aFact({ name: "employment", status: "RETIRED" })];
    expect(kinds(born("1967-05-15", { facts: retired, ...works({ "110": 300 }) }))).not.toContain("retirement");
    expect(kinds(born("1967-05-15", works({ "120": 1 }, { status: "ended" })))).toContain("retirement");
    expect(kinds(born("1967-05-15", works({}, { scheme: "120" })))).toContain("retirement");
    expect(kinds(born("1967-05-15", works({ "110": 100, "120": 100 }, { status: "ended" })))).not.toContain("sixtieth-birthday");
  });

  test("is no central period for who has an employer, is in the employees' insurance, or has said that they are insured elsewhere", () => {
    const central = (record: RecordPage) => kinds(record).includes("medical-period");
    const medical = (more = {}) => ({ insurances: { medical: anInsurance({ years: {}, ...more }) } });
    const said = (code: string, insurance = "medical") =>
      [{ insurance, asOf: today, reasons: [{ code }] }] as unknown as Reason[];
    const adult = (more: Partial<RecordPage>) => central(born("1990-05-01", more));
    expect(adult({ summary: medical({ scheme: "390", insuredAs: "resident" }) })).toBe(true);
    expect(adult({ summary: medical({ scheme: "310", insuredAs: "flexible" }) })).toBe(false);
    expect(adult({ summary: medical({ scheme: "310", insuredAs: "flexible", status: "ended", to: "2025-12" }) })).toBe(true);
    expect(adult(works({ "110": 12 }))).toBe(false);
    expect(adult(works({ "110": 12 }, { status: "ended", to: "2025-12" }))).toBe(true);
    expect(adult(works({ "110": 12 }, { insuredAs: "flexible" }))).toBe(true);
    for (const code of ["P06", "O02", "O03", "O07", "O09"]) expect(adult({ reasons: said(code) }), code).toBe(false);
    expect(adult({ reasons: said("O02", "pension") })).toBe(true);
    expect(adult({ facts: [lives("340403"), aFact({ name: "employment", status: "EMPLOYED" })] })).toBe(false);
  });
});

describe("what is told", () => {
  const cause = { fact: "birth", birth: day("2010-12-31") } as const;
  const due = (what: Due["what"], on: string, more: Partial<Due> = {}): Due => ({
    ...{ what, on: day(on), day: day("2026-11-20"), cause },
    ...more,
  });
  const law = { hours: { from: 8, to: 20 }, keptDays: 14 };

  test("is what they want, have not heard, and is not over: fourteen days late still, a gap for as long as it is open", () => {
    const [young, old] = [due("sixteenth-birthday", "2026-12-31"), due("sixtieth-birthday", "2026-12-31")];
    const still = (dues: Due[], off: Due["what"][] = [], told: Due[] = []) => stillToTell(dues, { off }, told, today, law);
    expect(still([young, old])).toEqual([young, old]);
    expect(still([young, old], ["sixteenth-birthday"])).toEqual([old]);
    expect(still([young, old], [], [old])).toEqual([young]);
    expect(still([due("newborn", "2026-11-08")])).toHaveLength(1);
    expect(still([due("newborn", "2026-11-07"), due("payment-gap", "2024-01-01")])).toMatchObject([{ what: "payment-gap" }]);
  });

  test("is the same where only the place or the first day moved, and another of another step, post or insurance", () => {
    const gap = (insurance: "medical" | "pension", region: string) =>
      dueKey(
        due("payment-gap", "2026-03-01", { cause: { fact: "enrolment", insurance, scheme: "310", region: region as never } }),
      );
    expect(gap("medical", "340400")).toBe(gap("medical", "320102"));
    expect(gap("medical", "340400")).not.toBe(gap("pension", "340400"));
    const period = (more: Partial<Due>) => dueKey(due("medical-period", "2026-12-31", more));
    expect(new Set([period({ step: "opens" }), period({ step: "closes" }), period({ post: "F50" }), period({})]).size).toBe(4);
    expect(period({ step: "opens", day: day("2026-10-01") })).toBe(period({ step: "opens" }));
    expect(period({})).toBe("medical-period#2026-12-31#");
  });

  test("is told by telephone and all of it, where nothing was said; between the hours that are loaded, or not at all", () => {
    expect(usual).toEqual({ off: [], channel: "sms" });
    expect(reminderLaw(lawOf())).toEqual({ hours: { from: 8, to: 20 }, keptDays: 14 });
    const until = (value: string) => reminderLaw(lawWith([anEntry({ key: "reminder.to-hour", value })]));
    expect([until("9")?.hours, until("8"), until("7")]).toEqual([{ from: 8, to: 9 }, undefined, undefined]);
    for (const key of ["reminder.from-hour", "reminder.to-hour", "reminder.kept"] as const)
      expect(reminderLaw(lawLacking(key)), key).toBeUndefined();
  });

  test("first at the first moment of all", () => {
    const slots = { personId: aPersonId(), hours: law.hours };
    const at = (...days: string[]) =>
      firstSlot(
        days.map((from) => due("newborn", "2027-01-01", { day: day(from) })),
        noon("2026-11-22"),
        undefined,
        slots,
      );
    expect(at("2026-12-20", "2026-12-03", "2026-12-09")?.slice(0, 10)).toBe("2026-12-03");
    expect(at()).toBeUndefined();
  });
});

describe("the steps of a move", () => {
  const begun = aTransfer({ on: "2026-11-02" });
  const accepted = moved(aTransfer({ on: "2026-11-09" }), { event: "accepted", at: "2026-11-10" });
  const rejected = moved(aTransfer({ on: "2026-11-09" }), { event: "rejected", at: "2026-11-10", note: "材料不全" });

  test("stand with whose turn it is, the first due first; what has ended does not", () => {
    const { provisional: _, ...definite } = begun.step;
    const later = { ...accepted, step: { ...accepted.step, dueAt: day("2027-01-05"), provisional: true as const } };
    const first = { ...begun, step: { ...definite, dueAt: day("2026-11-23") } };
    const { dueAt: __, ...open } = accepted.step;
    const steps = stepsOf([{ ...accepted, step: open }, later, rejected, first], today);

    expect(steps.map(({ dueAt }) => dueAt)).toEqual(["2026-11-23", "2027-01-05", undefined]);
    expect(steps[0]).toEqual({
      ...{ receipt: begun.receipt, kind: "employee-pension", state: "submitted", who: "new" },
      ...{ since: "2026-11-02", dueAt: "2026-11-23", overdue: false },
    });
    expect(steps[1]).toMatchObject({ provisional: true, overdue: false });
    expect(Object.keys(steps[2] ?? {})).not.toContain("dueAt");
    expect(stepsOf([first], day("2026-11-23"))).toMatchObject([{ overdue: false }]);
    expect(stepsOf([first], day("2026-11-24"))).toMatchObject([{ overdue: true }]);
    expect(steps[2]?.overdue).toBe(false);
  });
});
