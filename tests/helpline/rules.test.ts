// Who a caller is, as far as questions can tell; what a ticket may become, and until when.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dueOn } from "../../functions/due.ts";
import { dueOf } from "../../functions/helpline/due.ts";
import { callFrom, heard, isOn, isWrongTwice, levelOf, mayBeAsked, nothingAsked } from "../../shared/helpline/levels.ts";
import {
  isEnough,
  isRight,
  offered,
  type Proving,
  pointsOf,
  provings,
  type Situation,
  worth,
} from "../../shared/helpline/questions.ts";
import { readSearch } from "../../shared/helpline/search.ts";
import { sameEmployer, samePhone, samePlace, spokenMonth } from "../../shared/helpline/spoken.ts";
import { type AnyStep, type Life, openSteps, refusesStep } from "../../shared/helpline/steps.ts";
import { type Category, isEnded, ownerOf, State, stepNames, steps, Topic } from "../../shared/helpline/ticket.ts";
import { Instant, plusDays } from "../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { aFact, anInsurance, aPhone, aRecord, aRegistration, day, noon } from "../support/build.ts";

const today = day("2026-03-31");
const levels: Record<string, readonly string[]> = {
  "320102": ["江苏省", "南京市", "玄武区"],
  "340400": ["安徽省", "淮南市"],
  "340422": ["安徽省", "淮南市", "寿县"],
  "110101": ["北京市", "东城区"],
};
const placeName = (code: string) => levels[code] ?? [code];
const about = (record = aRecord()): Situation => ({ record, today, placeName });
const insuredIn = (region: string, more = {}) => ({ insurances: { pension: anInsurance({ region, ...more }) } });

describe("what is asked of a caller", () => {
  test("is worth half where relatives know it, so that all of it together does not suffice", () => {
    const known = provings.filter((question) => worth[question] < 1);
    expect(known).toEqual(["employer", "phone", "county"]);
    expect(isEnough(known)).toBe(false);
    expect(isEnough([...known, "last-paid"])).toBe(true);
  });

  test("is never inside the number, nor what the agent sees", () => {
    const region = fc.constantFrom("340422", "340400", "340000", "320102", "110101");
    fc.assert(
      fc.property(region, region, fc.constantFrom("340422190302070134", "320102190302070130"), (insured, hukou, number) => {
        const registration = aRegistration({ identity: { docType: "RIC", number, name: "林晓禾", sex: "M" } });
        const facts = [aFact({ name: "hukou", division: hukou, lines: "x" })];
        const situation = about(aRecord({ registration, facts, summary: insuredIn(insured) }));
        const significant = insured.replace(/(?:00)+$/, "");
        const isKnown = number.startsWith(significant) || hukou.startsWith(significant);
        expect(offered(situation).includes("county")).toBe(!isKnown);
      }),
    );
  });

  test.each([
    {
      what: "a phone that nobody has confirmed",
      facts: [aPhone("19900001234", { source: "resident", confirmedOn: undefined })],
      not: "phone",
    },
    { what: "an employer whom nobody names", facts: [aPhone()], not: "employer" },
  ])("is not asked where the register has $what", ({ facts, not }) => {
    expect(offered(about(aRecord({ facts, summary: insuredIn("320102") })))).not.toContain(not);
  });

  test("is nothing at all of somebody who has died", () => {
    const registration = aRegistration({ status: "closed" });
    expect(offered(about(aRecord({ registration, summary: insuredIn("320102") })))).toEqual([]);
  });

  test("is the employer of the last payment, where there were several", () => {
    const summary = {
      insurances: {
        pension: anInsurance({ employer: { name: "新单位" }, years: { "2026": "pp----------" } }),
        medical: anInsurance({ scheme: "310", employer: { name: "旧单位" }, years: { "2020": "pppppppppppp" } }),
      },
    };
    const situation = about(aRecord({ summary }));
    expect([isRight("employer", "新单位", situation), isRight("employer", "旧单位", situation)]).toEqual([true, false]);
    expect([isRight("last-paid", "2026-02", situation), isRight("last-paid", "2020年12月", situation)]).toEqual([true, true]);
  });

  test("is not counted where nobody can read the answer", () => {
    const situation = about(aRecord({ summary: insuredIn("320102") }));
    expect(isRight("last-paid", "记不得了", situation)).toBeUndefined();
    expect(isRight("phone", "我不知道", situation)).toBeUndefined();
    expect(isRight("number", "340422190302070135", situation)).toBeUndefined();
  });
});

describe("what somebody says", () => {
  test.each([
    ["2026年2月", "2026-02"],
    ["2026-2", "2026-02"],
    ["202602", "2026-02"],
    ["26年2月", "2026-02"],
    ["今年2月份", "2026-02"],
    ["去年十二月", "2025-12"],
    ["12月", "2025-12"],
    ["2月", "2026-02"],
    ["上个月", "2026-02"],
    ["本月", "2026-03"],
    ["2027年1月", undefined],
    ["13月", undefined],
    ["好久了", undefined],
  ])("%s is the month %s", (said, month) => expect(spokenMonth(said, today)).toBe(month));

  test.each([
    ["淮南市某某新能源装备制造有限责任公司", true],
    ["淮南市 某某新能源装备制造（有限）公司", true],
    ["某某新能源装备制造", true],
    ["装备制造", false],
    ["某某新能源装备制造二厂", false],
    ["有限公司", false],
  ])("%s: %s", (said, right) => expect(sameEmployer(said, "淮南市某某新能源装备制造有限责任公司")).toBe(right));

  test.each([
    ["1234", true],
    ["１２３４", true],
    ["199 0000 1234", true],
    ["234", false],
    ["1235", false],
    ["00001234", false],
  ])("%s as the phone: %s", (said, right) => expect(samePhone(said, "19900001234")).toBe(right));

  test.each([
    ["玄武区", true],
    ["玄武", true],
    ["南京玄武区", true],
    ["江苏省南京市玄武区", true],
    ["江苏玄武", true],
    ["南京市", false],
    ["北京玄武", false],
    ["区", false],
    ["", false],
  ])("%s as the county: %s", (said, right) => expect(samePlace(said, levels["320102"]!)).toBe(right));

  test("guessing one of these never reads as another answer: a part of a name is no name", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), (said) => {
        expect(sameEmployer(said, "淮南市某某新能源装备制造有限责任公司")).toBe(false);
      }),
    );
  });
});

describe("the level", () => {
  const questions = fc.constantFrom<Proving | "name" | "number">("name", "number", ...provings);

  test("rises only by right answers, and no way leads past two wrong ones", () => {
    const answer = fc.record({ question: questions, right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), fc.boolean(), (said, code) => {
        let asked = code ? { ...nothingAsked, code: "right" as const } : nothingAsked;
        for (const { question, right } of said) {
          const before = levelOf(asked);
          asked = heard(asked, question, right);
          if (!right) expect(levelOf(asked)).toBeLessThanOrEqual(before);
        }
        const right = provings.filter((question) => asked.answers[question] === "right");
        const named = asked.answers["name"] === "right" && asked.answers["number"] === "right";
        if (!named || isWrongTwice(asked)) expect(levelOf(asked)).toBe(0);
        else expect(levelOf(asked)).toBe(code ? 2 : pointsOf(right) >= 2 ? 1 : 0);
        if (isWrongTwice(asked)) for (const question of provings) expect(mayBeAsked(asked, question, provings)).toBe(false);
      }),
    );
  });

  test("is asked for by a code alone after wrong answers on another call", () => {
    const asked = { ...nothingAsked, wrongBefore: true as const };
    expect(mayBeAsked(asked, "last-paid", provings)).toBe(false);
    expect(mayBeAsked(asked, "name", provings)).toBe(true);
  });

  test("holds for half an hour, or until the call is ended", () => {
    const call = callFrom(noon("2026-03-31"));
    const [at, later] = [noon("2026-03-31"), v.parse(Instant, "2026-03-31T12:30:00.000+08:00")];
    expect([isOn(call, at), isOn(call, later), isOn({ ...call, ended: true }, at)]).toEqual([true, false, false]);
  });
});

describe("the search", () => {
  test.each([
    { typed: "340422190302070134", is: { kind: "number" } },
    { typed: "3404 2219 0302 0701 34 林晓禾", is: { kind: "number", name: "林晓禾" } },
    { typed: "林晓禾340422190302070134", is: { kind: "number", name: "林晓禾" } },
    {
      typed: "340422030207013",
      is: { kind: "number", documents: [{ docType: "RIC", number: expect.stringMatching(/^34042219/) }] },
    },
    { typed: "E12345678", is: { kind: "number" } },
    { typed: "林晓禾 1903年2月7日", is: { kind: "name-birth", name: "林晓禾", birth: "1903-02-07" } },
    { typed: "林晓禾，19030207", is: { kind: "name-birth" } },
    { typed: "阿卜杜拉·买买提 1903-2-7", is: { kind: "name-birth", name: "阿卜杜拉·买买提" } },
    { typed: "JOHN SMITH 1903-02-07", is: { kind: "name-birth", name: "JOHN SMITH" } },
    { typed: "154 0000 1234", is: { kind: "phone", phone: "15400001234" } },
    { typed: "+86 15400001234", is: { kind: "phone" } },
    { typed: "c7k2-94md-61qx", is: { kind: "receipt", receipt: "C7K2-94MD-61QX" } },
    { typed: "/c7k2-94md-61qx", is: { kind: "receipt", receipt: "C7K2-94MD-61QX" } }, // the key that leads to the box
    { typed: " g-1120-7k2m-94qx ", is: { kind: "ticket", ticket: "G-1120-7K2M-94QX" } },
  ])("reads $typed", ({ typed, is }) => {
    const read = readSearch(typed, today);
    expect(read.ok && read.value).toMatchObject(is);
  });

  test("takes whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (typed) => typeof readSearch(typed, today).ok === "boolean"),
    );
  });
});

describe("a ticket", () => {
  const known = { today, reopeningDays: 15 };
  const now = noon("2026-03-31");
  const life = (state: Life["state"], more: Partial<Life> = {}): Life => ({
    state,
    category: "query",
    history: [{ state, at: now }],
    ...more,
  });

  test("walks only by the steps of the table, is reopened once, and an end of it is one", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<AnyStep>(...stepNames, "extend"), { maxLength: 25 }), (walk) => {
        let at = life("NEW");
        let reopened = 0;
        for (const step of walk) {
          const open = openSteps(at, known);
          expect(open.includes(step)).toBe(refusesStep(at, step, known) === undefined);
          if (!open.includes(step) || step === "extend") continue;
          const { leaves, leadsTo }: { leaves: readonly string[]; leadsTo: Life["state"] } = steps[step];
          expect(leaves).toContain(at.state);
          if (step === "reopen") reopened++;
          at = life(leadsTo, {
            ...at,
            state: leadsTo,
            ...(step === "reopen" && { reopened: true }),
            history: [{ state: leadsTo, at: now }],
          });
        }
        expect(reopened).toBeLessThanOrEqual(1);
        if (isEnded(at.state)) expect(openSteps(at, known).every((step) => step === "reopen")).toBe(true);
      }),
    );
  });

  test.each([
    { days: 15, may: true },
    { days: 16, may: false },
  ])("$days days after its end it may be opened again: $may", ({ days, may }) => {
    const later = { ...known, today: plusDays(today, days) };
    expect(refusesStep(life("CLOSED"), "reopen", later) === undefined).toBe(may);
  });

  test("every state is reached, and every topic has an owner", () => {
    const reached = new Set<string>(["NEW", ...Object.values(steps).map(({ leadsTo }) => leadsTo)]);
    expect([...reached].sort()).toEqual([...State.options].sort());
    expect(Topic.options.map(ownerOf)).not.toContain(undefined);
    expect([ownerOf("medical"), ownerOf("payment"), ownerOf("pension")]).toEqual(["12393", "12366", "12333"]);
  });

  const region = v.parse(DivisionCode, "340422");
  const dated = (state: Life["state"], category: Category, more = {}) =>
    dueOf({ state, category, openedAt: now, region, ...more }, dueOn).dueAt;

  test.each([
    { category: "consultation", state: "NEW", due: "2026-03-31" },
    { category: "consultation", state: "ACCEPTED", due: "2026-04-02" },
    { category: "query", state: "NEW", due: "2026-04-08" },
    { category: "plea", state: "NEW", due: "2026-04-02" },
    { category: "suggestion", state: "IN_PROGRESS", due: "2026-04-22" },
    { category: "complaint", state: "NEW", due: "2026-04-08" },
    { category: "complaint", state: "ACCEPTED", due: "2026-04-22" },
    { category: "complaint", state: "CLOSED", due: undefined },
  ] as const)("$category, $state: due $due, without the day itself and the holidays", ({ category, state, due }) => {
    expect(dated(state, category)).toBe(due);
  });

  test.each(["REOPENED", "ASSIGNED", "IN_PROGRESS"] as const)(
    "opened again it is counted from that day also when it is %s",
    (state) => {
      const reopened = { openedAt: noon("2026-03-12"), acceptedAt: today, reopened: true };
      expect(dated(state, "consultation", reopened)).toBe("2026-04-02");
      expect(dated(state, "suggestion", reopened)).toBe("2026-04-22");
    },
  );

  test("of labour inspection waits by the regulation, sixty days and thirty more", () => {
    const labour = { labour: true as const, acceptedAt: today };
    expect([dated("NEW", "complaint", labour), dated("ACCEPTED", "complaint", labour)]).toEqual(["2026-04-08", "2026-06-29"]);
    expect(dated("ACCEPTED", "complaint", { ...labour, extended: true })).toBe("2026-08-10");
  });
});
