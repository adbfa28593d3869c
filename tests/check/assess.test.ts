import { describe, expect, test } from "vitest";
import { assessInsurances } from "../../shared/check/assess.ts";
import { gapsOf, gridOf, openGap } from "../../shared/check/months.ts";
import { checkReply } from "../../shared/check/reply.ts";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import type { Fact } from "../../shared/registration.ts";
import { aFact, anInsurance, aRecord, aRegistration, day } from "../support/build.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const today = day("2026-03-31");
const law = lawOf("national", today);

describe("the month grid", () => {
  const grids: { when: string; held: Parameters<typeof anInsurance>[0]; months: string }[] = [
    {
      when: "the file of March cannot know March",
      held: { from: "2019-07", years: { "2026": "pp----------" } },
      months: "ppnnnnnnnnnn",
    },
    { when: "February is missing", held: { from: "2019-07", years: { "2026": "p-----------" } }, months: "pgnnnnnnnnnn" },
    {
      when: "the first year begins in July",
      held: { from: "2019-07", years: { "2019": "------pppppp" } },
      months: "nnnnnnpppppp",
    },
    { when: "the employer owes", held: { from: "2019-07", years: { "2025": "ppppppppppoo" } }, months: "ppppppppppoo" },
    {
      when: "the enrolment ended",
      held: { from: "2019-07", to: "2025-06", years: { "2025": "pppppp------" } },
      months: "ppppppnnnnnn",
    },
    {
      when: "residents may pay their pension until December",
      held: { scheme: "170", from: "2019-07", years: { "2026": "------------" } },
      months: "nnnnnnnnnnnn",
    },
    {
      when: "a year of the resident pension passed unpaid",
      held: { scheme: "170", from: "2019-07", years: { "2025": "------------" } },
      months: "gggggggggggg",
    },
    {
      when: "resident medical cover is a whole year",
      held: { scheme: "390", from: "2026-02", years: { "2026": "pppppppppppp" } },
      months: "pppppppppppp",
    },
  ];
  test.each(grids)("shows $months when $when", ({ held, months }) => expect(gridOf(anInsurance(held))[0]?.months).toBe(months));

  test("an old gap is shown and asks for nothing; one that is open now does", () => {
    const healed = anInsurance({ years: { "2021": "pp--pppppppp", "2026": "pp----------" } });
    expect(gapsOf(gridOf(healed))).toEqual(["2021-03", "2021-04"]);
    expect(openGap(healed, gapsOf(gridOf(healed)))).toEqual([]);

    const open = anInsurance({ years: { "2025": "ppppppppppp-", "2026": "------------" } });
    expect(openGap(open, gapsOf(gridOf(open)))).toEqual(["2025-12", "2026-01", "2026-02"]);
  });
});

describe("the check", () => {
  const born = (birth: string, sex = "M") => {
    const registration = aRegistration();
    return { ...registration, identity: { ...registration.identity, birth: day(birth), sex: sex as "M" } };
  };
  const pension = (record: Parameters<typeof aRecord>[0], insurance = "pension") =>
    assessInsurances(aRecord({ registration: born("1990-02-07"), ...record }), law).find((view) => view.insurance === insurance);
  const employedAs = (status: string) => [aFact({ name: "employment", status })];
  const paid = { "2026": "pp----------" };

  test("answers for all five insurances, in their order", () => {
    expect(assessInsurances(aRecord(), law).map(({ insurance }) => insurance)).toEqual([
      "pension",
      "medical",
      "unemployment",
      "injury",
      "maternity",
    ]);
  });

  test.each([
    { when: "all is paid", held: { years: paid }, state: "normal", next: "nothing" },
    { when: "a flexible worker has a gap", held: { years: { "2026": "p-----------" } }, state: "needs-you", next: "pay-on" },
    {
      when: "an employer has not paid",
      held: { insuredAs: "employee", years: { "2026": "po----------" } },
      state: "needs-you",
      next: "ask-employer",
    },
    { when: "there is another enrolment", held: { years: paid, otherEnrolments: 1 }, state: "normal", next: "look-at-duplicate" },
    { when: "it is paused and paid", held: { years: paid, status: "paused" }, state: "paused", next: "ask-agency" },
  ] as const)("of someone insured is $state, then $next, when $when", ({ held, state, next }) => {
    const summary = { asOf: today, insurances: { pension: anInsurance({ ...held }) } };
    expect(pension({ summary })).toMatchObject({ insured: true, state, next });
  });

  test.each([
    { when: "something has to be answered", operational: true, state: "needs-you", next: "look-at-duplicate" },
    { when: "it only counts in the statistics", operational: undefined, state: "normal", next: "nothing" },
  ] as const)("of two insurances of a kind is $state, then $next, when $when", ({ operational, state, next }) => {
    expect(pension(twice([{ id: "a", operational }]))).toMatchObject({ state, next });
  });

  const twice = (pairs: object[], more: object = {}, held: object = {}): Parameters<typeof aRecord>[0] => ({
    ...more,
    summary: {
      asOf: today,
      duplicates: pairs.map((pair) => ({ insurance: "pension", operational: true, ...pair })) as never,
      insurances: { pension: anInsurance({ years: paid, otherEnrolments: 1, ...held }) },
    },
  });
  const said = { id: "a", scheme: "110", receipt: "C7K2-94MD-0002", agency: "340422", received: "2026-03-02" };
  const answered = { atDesk: [said, { ...said, id: "c", receipt: "C7K2-94MD-0003", upheld: true }] };

  test.each([
    { when: "it is with the desk", pairs: [{ id: "a" }], held: {}, state: "at-desk", next: "nothing" },
    {
      when: "it is with the desk and paused",
      pairs: [{ id: "a" }],
      held: { status: "paused" },
      state: "at-desk",
      next: "nothing",
    },
    { when: "another pair waits", pairs: [{ id: "a" }, { id: "b" }], held: {}, state: "needs-you", next: "look-at-duplicate" },
    { when: "it came up anew", pairs: [{ id: "b" }], held: {}, state: "needs-you", next: "look-at-duplicate" },
    {
      when: "months are missing too",
      pairs: [{ id: "a" }],
      held: { years: { "2026": "p-----------" } },
      state: "needs-you",
      next: "pay-on",
    },
    {
      when: "the desk agreed to an objection",
      pairs: [{ id: "c" }],
      held: {},
      state: "normal",
      next: "nothing",
    },
    { when: "it has gone meanwhile", pairs: [], held: {}, state: "normal", next: "nothing" },
  ] as const)("of two insurances to which an answer was given is $state when $when", ({ pairs, held, state, next }) => {
    expect(pension(twice([...pairs], answered as never, held))).toMatchObject({ state, next });
  });

  test("says by when the desk has to decide on an answer, as far as anybody can say, and that the day has passed", () => {
    const record = aRecord(twice([{ id: "a" }], answered as never));
    const waitingWith = (due: { dueAt: string; provisional: boolean; missing?: string }) => {
      const reply = checkReply({ record, today, policy: openPolicy([]), placeName: (code) => code, due: () => due as never });
      return "waiting" in reply ? reply.waiting : [];
    };
    const waits = { scheme: "110", is: "answered", region: "340422", receipt: "C7K2-94MD-0002" };
    expect(waitingWith({ dueAt: "2026-03-31", provisional: false })).toEqual([{ ...waits, until: "2026-03-31" }]);
    expect(waitingWith({ dueAt: "2027-01-05", provisional: true })).toEqual([{ ...waits, until: "2027-01-05", about: true }]);
    expect(waitingWith({ dueAt: "2026-03-30", provisional: false })).toEqual([{ ...waits, is: "overdue", until: "2026-03-30" }]);
    expect(waitingWith({ dueAt: "2026-03-02", provisional: true, missing: "limit.registration" })).toEqual([waits]);
  });

  test("waits for them where a transfer came back, and only there", () => {
    const moving = [{ kind: "medical", receipt: "C7K2-94MD-0001", to: "340422", scheme: "310", needsPerson: true }] as never;
    expect(pension({ moving }, "medical")).toMatchObject({ state: "needs-you", next: "look-at-transfer" });
    expect(pension({ moving })?.next).not.toBe("look-at-transfer");
  });

  test("says which months a transfer brought, from where, since when they count, and whose agency says so", () => {
    const carried = [{ scheme: "110", region: "320104", from: "2020-01", months: 82 }] as const;
    const held = anInsurance({
      region: "340422",
      from: "2026-03",
      source: "desk",
      paidMonths: 82,
      years: {},
      carried: [...carried],
    });
    const record = aRecord({ summary: { asOf: today, insurances: { pension: held } } });
    const reply = checkReply({ record, today, policy: openPolicy([]), placeName: (code) => code });
    expect("places" in reply && reply.places.map(({ division }) => division)).toContain("320104");
    expect("person" in reply && reply.insurances[0]).toMatchObject({
      since: "2020-01",
      source: "insured-340422",
      carried: [{ scheme: "110", region: "320104", months: 82 }],
    });
  });

  describe("of who is past the age and draws nothing", () => {
    const resident = anInsurance({ scheme: "170", insuredAs: "resident", years: { "2025": "pppppppppppp" } });
    const worker = anInsurance({ years: paid });
    const over = anInsurance({ scheme: "170", insuredAs: "resident", status: "ended", years: {} });
    test.each([
      { who: "a resident of 60", registration: born("1966-01-10"), held: resident, next: "claim-pension" },
      { who: "a resident of 59", registration: born("1966-09-10"), held: resident, next: "nothing" },
      {
        who: "a resident who draws",
        registration: born("1966-01-10"),
        held: { ...resident, insuredAs: "retired" },
        next: "nothing",
      },
      { who: "a resident whose enrolment ended", registration: born("1956-01-10"), held: over, next: "claim-pension" },
      { who: "a worker after his month", registration: born("1965-01-10"), held: worker, next: "claim-pension" },
      { who: "a worker before his month", registration: born("1966-03-10"), held: worker, next: "nothing" },
      { who: "a woman past one of her two ages", registration: born("1974-01-10", "F"), held: worker, next: "nothing" },
      { who: "a woman past both", registration: born("1968-01-10", "F"), held: worker, next: "claim-pension" },
      { who: "somebody of unknown sex", registration: born("1965-01-10", "U"), held: worker, next: "nothing" },
      {
        who: "who has died",
        registration: { ...born("1966-01-10"), status: "closed" as const },
        held: resident,
        next: "nothing",
      },
    ])("is $next for $who", ({ registration, held, next }) => {
      const summary = { asOf: today, paid: { [held.scheme]: 200 }, insurances: { pension: held as typeof worker } };
      const facts = [aFact({ name: "employment", status: "FLEXIBLE" })];
      expect(pension({ registration, facts, summary })?.next).toBe(next);
    });
  });

  test("names the months at work of who is a resident now, and all months of who is insured no longer", () => {
    const months = { "110": 168, "170": 144 };
    const resident = anInsurance({ scheme: "170", paidMonths: 144 });
    const ended = anInsurance({ scheme: "170", status: "ended", to: "2025-12", paidMonths: 144 } as never);
    const of = (held: typeof resident) => pension({ summary: { asOf: today, paid: months, insurances: { pension: held } } });
    expect(of(resident)).toMatchObject({ insured: true, paidMonths: 144, besides: [{ scheme: "110", months: 168 }] });
    expect(of(ended)).toMatchObject({
      insured: false,
      besides: [
        { scheme: "110", months: 168 },
        { scheme: "170", months: 144 },
      ],
    });
  });

  test.each([
    { who: "an employee", facts: employedAs("EMPLOYED"), insurance: "injury", state: "needs-you", next: "ask-employer" },
    {
      who: "a flexible worker",
      facts: employedAs("FLEXIBLE"),
      insurance: "pension",
      state: "not-insured",
      next: "enrol-flexible",
    },
    {
      who: "a flexible worker",
      facts: employedAs("FLEXIBLE"),
      insurance: "unemployment",
      state: "not-insured",
      next: "not-required",
    },
    { who: "a student", facts: employedAs("STUDENT"), insurance: "pension", state: "not-insured", next: "not-required" },
    { who: "a student", facts: employedAs("STUDENT"), insurance: "medical", state: "not-insured", next: "enrol-resident" },
  ])("tells $who about $insurance: $next", ({ facts, insurance, state, next }) => {
    expect(pension({ facts }, insurance)).toMatchObject({ insured: false, state, next });
  });

  test.each([
    { when: "16 tomorrow", birth: "2010-04-01", next: "not-required" },
    { when: "16 today", birth: "2010-03-31", next: "enrol-resident" },
    { when: "60 tomorrow", birth: "1966-04-01", next: "enrol-resident" },
    { when: "60 today", birth: "1966-03-31", next: "ask-agency" },
  ])("says $next about the pension to who is $when", ({ birth, next }) => {
    const registration = aRegistration({ identity: { docType: "OTHER", number: "x", name: "某", sex: "U", birth } });
    expect(pension({ registration, facts: [] })).toMatchObject({ next });
  });

  const bornOn = (birth: string) => aRegistration({ identity: { docType: "OTHER", number: "x", name: "某", sex: "U", birth } });
  const joinsAt = (value: string, more: object) =>
    anEntry({ key: "resident-pension.from-age", value, from: "2014-02-21", ...more });

  test.each(["FLEXIBLE", "NONE"])(
    "sends to the agency who is %s and whose age no loaded rule knows of, and tells no number",
    (status) => {
      const record = aRecord({ registration: bornOn("2016-03-31"), facts: employedAs(status) });
      const next = (of: typeof law) => assessInsurances(record, of)[0]?.next;
      expect(next(lawWith([joinsAt("16", { to: "2026-11-21" })]))).toBe("ask-agency");
      expect(next(law)).toBe("not-required");
    },
  );

  test("hears a place that lets people join at an age of its own", () => {
    const entries = [joinsAt("16", {}), joinsAt("18", { region: "340000" })];
    const record = aRecord({ registration: bornOn("2009-11-22"), facts: [] });
    const next = (region: string) => assessInsurances(record, lawWith(entries, region))[0]?.next;
    expect([next("340400"), next("320100")]).toEqual(["not-required", "enrol-resident"]);
  });

  test("asks for the rules of the place of the hukou, or else of where the person lives, and answers without any rules", () => {
    const asked: string[] = [];
    const policy: Policy = (place) => {
      asked.push(place.region);
      return openPolicy([])(place);
    };
    const address = { lines: "某路1号" };
    const lives = aFact({ name: "residence", division: "320102", ...address });
    const belongs = aFact({ name: "hukou", division: "340422", ...address });
    const reply = (facts: Fact[]) => checkReply({ record: aRecord({ facts }), today, policy, placeName: (code) => code });
    for (const facts of [[lives, belongs], [lives], []]) expect(reply(facts)).toMatchObject({ limited: false });
    expect(asked).toEqual(["340422", "320102", "national"]);
  });
});
