// What is due, and from which day on we say so: each boundary from both sides.
import { describe, expect, test } from "vitest";
import { plusDays } from "../../shared/kernel/calendar.ts";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import { remembering } from "../../shared/policy/remembered.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Due } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { periodUnknown } from "../../shared/reminder/periods.ts";
import { aFact, anInsurance, aPersonId, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";

const policy: Policy = openPolicy(loaded);
const told = (dues: readonly Due[], what: Due["what"]) => dues.filter((due) => due.what === what);
const dueOf = (record: RecordPage, what: Due["what"], today = "2026-11-22", law = policy) =>
  told(duesOf(record, day(today), law), what);
const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" });

const born = (birth: string, { sex = "M", ...differences }: Partial<RecordPage> & { sex?: "M" | "F" | "U" } = {}): RecordPage =>
  aRecord({
    registration: aRegistration({ identity: { docType: "RIC", number: "x", name: "林晓禾", sex, birth } }),
    facts: [lives],
    ...differences,
  });
const pension = (differences: Parameters<typeof anInsurance>[0] = {}, paid: Record<string, number> = { "110": 12 }) => ({
  summary: { asOf: day("2026-11-01"), paid, insurances: { pension: anInsurance(differences) } },
});

describe("a birthday", () => {
  test.each([
    { birth: "2026-08-24", on: "2026-11-22", day: "2026-10-23" },
    { birth: "2027-12-01", on: "2028-02-29", day: "2028-01-30" },
  ])("of a newborn on $birth is followed by $on, the last day for its medical insurance", ({ birth, ...due }) => {
    expect(dueOf(born(birth), "newborn", birth)).toMatchObject([{ ...due, cause: { fact: "birth", birth } }]);
  });

  test.each([
    { when: "fourteen days after the last day, and told still", birth: "2026-08-10", due: 1 },
    { when: "fifteen days after it: too late", birth: "2026-08-09", due: 0 },
  ])("of a newborn counts $when", ({ birth, due }) => {
    expect(dueOf(born(birth), "newborn")).toHaveLength(due);
  });

  test("of a newborn that is insured asks for nothing", () => {
    const insured = { summary: { insurances: { medical: anInsurance({ scheme: "390", insuredAs: "resident" }) } } };

    expect(dueOf(born("2026-10-01", insured), "newborn")).toEqual([]);
  });

  test.each([
    { birth: "2010-12-31", on: "2026-12-31", day: "2026-12-01" },
    { birth: "2012-02-29", on: "2028-02-29", day: "2028-01-30" },
    { birth: "2011-02-28", on: "2027-02-28", day: "2027-01-29" },
  ])("the sixteenth of who was born on $birth is told from $day on", ({ birth, ...due }) => {
    expect(dueOf(born(birth), "sixteenth-birthday")).toMatchObject([due]);
  });

  test("the sixtieth of who was born on 29 February comes on 1 March of a common year", () => {
    expect(dueOf(born("1968-02-29", { facts: [lives] }), "sixtieth-birthday", "2027-11-22")).toMatchObject([
      { on: "2028-02-29" },
    ]);
    expect(dueOf(born("1972-02-29"), "sixtieth-birthday")).toMatchObject([{ on: "2032-02-29" }]);
    const later = policyWith({ key: "resident-pension.benefit-age", value: "61" });
    expect(dueOf(born("1968-02-29"), "sixtieth-birthday", "2026-11-22", later)).toMatchObject([{ on: "2029-03-01" }]);
  });

  test("the sixteenth is none for a student, and the sixtieth none for who has paid at work or draws a pension already", () => {
    const student = [lives, aFact({ name: "employment", status: "STUDENT" })];
    expect(dueOf(born("2010-12-31", { facts: student }), "sixteenth-birthday")).toEqual([]);
    expect(dueOf(born("1967-01-15", pension()), "sixtieth-birthday")).toEqual([]);
    expect(dueOf(born("1967-01-15", pension({ insuredAs: "retired" })), "retirement")).toEqual([]);
  });

  const resident = anInsurance({ scheme: "170", insuredAs: "resident" });
  const atWork = anInsurance();
  const held = (...schemes: string[]) =>
    schemes.map((scheme) => ({ scheme, region: "340400", insuredAs: "resident", from: "2019-07" }));
  test.each([
    { who: "pays as a resident", pension: resident, paid: { "170": 120 }, told: ["sixtieth-birthday"] },
    { who: "was never insured", pension: undefined, paid: {}, told: ["sixtieth-birthday"] },
    { who: "works, and is in nothing else", pension: atWork, paid: { "110": 12 }, told: ["retirement"] },
    {
      who: "pays as a resident and once worked for a month",
      pension: resident,
      paid: { "170": 120, "110": 1 },
      told: ["sixtieth-birthday", "retirement"],
    },
    {
      who: "works and kept what was paid as a resident",
      pension: atWork,
      paid: { "110": 60, "170": 48 },
      told: ["sixtieth-birthday", "retirement"],
    },
    {
      who: "is in both",
      pension: atWork,
      held: held("110", "170"),
      paid: { "110": 60 },
      told: ["sixtieth-birthday", "retirement"],
    },
    {
      who: "worked a month long ago and is in nothing",
      pension: anInsurance({ status: "ended", to: "2010-07" }),
      paid: { "110": 1 },
      told: ["sixtieth-birthday", "retirement"],
    },
    {
      who: "worked long enough, and is in nothing now",
      pension: anInsurance({ status: "ended", to: "2020-07" }),
      paid: { "110": 180 },
      told: ["retirement"],
    },
  ])("of who $who is told as $told", ({ pension: leads, paid, held, told }) => {
    const summary = { asOf: day("2026-11-01"), paid, ...(held && { held }), insurances: leads ? { pension: leads } : {} };
    const dues = duesOf(born("1967-01-15", { summary: summary as RecordPage["summary"] }), day("2026-11-22"), policy);
    const kinds = dues.map(({ what }) => what).filter((what) => what === "sixtieth-birthday" || what === "retirement");

    expect(kinds).toEqual(told);
  });
});

describe("retirement", () => {
  test("of a man is told half a year before the month that the law gives him, once he has paid at work", () => {
    expect(dueOf(born("1967-05-15", pension({}, { "110": 300 })), "retirement")).toMatchObject([
      { on: "2028-01-01", day: "2027-07-05", post: "M60" },
    ]);
    expect(dueOf(born("1967-05-15"), "retirement")).toEqual([]);
  });

  test("of a woman is told for both posts, because nobody infers hers; of a flexible worker for the one of most places", () => {
    const employee = born("1980-03-01", { sex: "F", ...pension({ insuredAs: "employee" }, { "110": 300 }) });
    const flexible = born("1980-03-01", { sex: "F", ...pension({ insuredAs: "flexible" }, { "110": 300 }) });

    expect(dueOf(employee, "retirement").map(({ post }) => post)).toEqual(["F50", "F55"]);
    expect(dueOf(flexible, "retirement").map(({ post }) => post)).toEqual(["F55"]);
    expect(dueOf(born("1980-03-01", { sex: "U", ...pension() }), "retirement")).toEqual([]);
  });

  test.each([
    { when: "one month is missing to what the year of retirement asks", paid: 185, due: [{ minimum: 186, day: "2025-07-01" }] },
    { when: "just enough is paid", paid: 186, due: [] },
  ])("is told five years ahead when $when", ({ paid, due }) => {
    // 61 years and 2 months: July 2030, a year that asks for 186 months.
    expect(dueOf(born("1969-05-15", pension({}, { "110": paid })), "minimum-months")).toMatchObject(due);
  });
});

function policyWith(...entries: Parameters<typeof anEntry>[0][]): Policy {
  const own = entries.map(anEntry);
  const isUsual = (key: string) => key.startsWith("resident-medical.usually");
  return openPolicy([...loaded.filter(({ key }) => !isUsual(key) && !own.some((entry) => entry.key === key)), ...own]);
}

describe("the central period of resident medical insurance", () => {
  const inYear = (value: string, key: "period-from" | "period-to", year = 2027) => ({
    key: `resident-medical.${key}`,
    region: "340400",
    value,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const of2027 = [inYear("2026-09-01", "period-from"), inYear("2026-12-31", "period-to")];
  const onOneDay = { key: "reminder.medical-spread", value: "1" };
  const law = policyWith(onOneDay, ...of2027);
  const resident = (paid = "------------", differences = {}) =>
    born("1980-03-01", {
      summary: {
        insurances: {
          medical: anInsurance({
            scheme: "390",
            insuredAs: "resident",
            region: "340400",
            asOf: "2026-11-01",
            years: { "2027": paid },
          }),
        },
      },
      ...differences,
    });

  test.each([
    { today: "2026-08-31", steps: ["opens 2026-09-01", "closes 2026-12-31"] },
    { today: "2026-09-15", steps: ["opens 2026-09-01", "closes 2026-12-31"] },
    { today: "2026-09-16", steps: ["closes 2026-12-31"] },
    { today: "2027-01-14", steps: ["closes 2026-12-31"] },
    { today: "2027-01-15", steps: [] },
  ])("on $today leaves to be told: $steps", ({ today, steps }) => {
    expect(dueOf(resident(), "medical-period", today, law).map(({ step, on }) => `${step} ${on}`)).toEqual(steps);
  });

  test("is told for its year of cover, the end a fortnight before it", () => {
    expect(dueOf(resident(), "medical-period", "2026-11-22", law)).toMatchObject([
      { on: "2026-12-31", day: "2026-12-16", year: 2027, cause: { fact: "enrolment", scheme: "390", region: "340400" } },
    ]);
  });

  test("comes again with the next year's, once that is loaded", () => {
    const both = policyWith(
      ...[2027, 2028].flatMap((year) => [
        inYear(`${year - 1}-09-01`, "period-from", year),
        inYear(`${year - 1}-12-31`, "period-to", year),
      ]),
    );

    expect(dueOf(resident(), "medical-period", "2027-01-10", both).map(({ year, on }) => `${year} ${on}`)).toEqual([
      "2027 2026-12-31",
      "2028 2027-09-01",
      "2028 2027-12-31",
    ]);
  });

  test("is nothing for who has paid, has an employer, is insured at work, in the army, or says that they are insured elsewhere", () => {
    const reason = (said: object) => ({
      reasons: [
        {
          insurance: "medical",
          reasons: [said],
          source: "resident",
          asOf: "2026-05-01",
          recordedAt: noon("2026-05-01"),
          acceptedAt: noon("2026-05-01"),
        },
      ] as RecordPage["reasons"],
    });
    const none = { summary: { insurances: {} } };
    const atWork = { ...none, facts: [lives, aFact({ name: "employment", status: "EMPLOYED" })] };
    const periodOf = (record: RecordPage) => dueOf(record, "medical-period", "2026-11-22", law);

    expect(periodOf(resident("pppppppppppp"))).toEqual([]);
    expect(periodOf(born("1980-03-01", atWork))).toEqual([]);
    expect(periodOf(born("1980-03-01", pension({ insuredAs: "employee" })))).toEqual([]);
    expect(periodOf(born("1980-03-01", { ...none, ...reason({ code: "P06", place: "320102" }) }))).toEqual([]);
    expect(periodOf(born("1980-03-01", { ...none, ...reason({ code: "O01", until: "2028-01-01" }) }))).toEqual([]);
    expect(periodOf(born("1980-03-01", none))).toMatchObject([{ cause: { fact: "uninsured", insurance: "medical" } }]);
  });

  test("is nothing where nobody has loaded any day: none is guessed", () => {
    expect(dueOf(resident(), "medical-period", "2026-08-31", policyWith(onOneDay))).toEqual([]);
  });

  test.each([
    { where: "most places", region: "340400", days: ["opens 2026-09-01", "closes 2026-12-31"] },
    { where: "a province that is over the turn of the year", region: "360100", days: ["opens 2026-09-15", "closes 2027-02-28"] },
  ])("of $where is told as usual where its year is not loaded, and asks for the exact days", ({ region, days }) => {
    const medical = anInsurance({ scheme: "390", insuredAs: "resident", region, asOf: "2026-08-01", years: {} });
    const record = born("1980-03-01", { summary: { insurances: { medical } } });
    const dues = dueOf(record, "medical-period", "2026-08-31").filter(({ year }) => year === 2027);

    expect(dues.map(({ step, on }) => `${step} ${on}`)).toEqual(days);
    expect(dues.every(({ usual }) => usual)).toBe(true);
    expect(periodUnknown(record, day("2026-08-31"), policy)).toBe(region);
    expect(dueOf(resident(), "medical-period", "2026-09-01", law).filter(({ year }) => year === 2027)[0]).not.toHaveProperty(
      "usual",
    );
  });

  test("of the year after next is written down with this one's payment: who moves but once a year misses none", () => {
    const years = dueOf(resident("pppppppppppp"), "medical-period").map(({ year, on }) => `${year} ${on}`);

    expect(years).toEqual(["2028 2027-09-01", "2028 2027-12-31"]);
  });

  test("is told on ten days, to each on one of them: never before it opens, and in time before it closes", () => {
    const told = Array.from({ length: 200 }, () => {
      const record = resident();
      const someone = { ...record, registration: { ...record.registration, personId: aPersonId() } };
      return dueOf(someone, "medical-period", "2026-08-31", policyWith(...of2027));
    });
    const daysOf = (nth: number) => [...new Set(told.map((dues) => dues[nth]?.day))].sort();

    expect(daysOf(0)).toEqual(Array.from({ length: 10 }, (_, nth) => plusDays(day("2026-09-01"), nth)));
    expect(daysOf(1)).toEqual(Array.from({ length: 10 }, (_, nth) => plusDays(day("2026-12-07"), nth)));
  });
});

describe("a gap", () => {
  const paying = (months: string, differences: Parameters<typeof anInsurance>[0] = {}) =>
    born("1990-03-01", pension({ region: "340400", asOf: "2026-11-01", years: { "2026": months }, ...differences }));

  test.each([
    { when: "the last month that is due is paid", months: "pppppppppp--", due: [] },
    { when: "that one is missing", months: "ppppppppp---", due: [{ since: "2026-10", on: "2026-11-01" }] },
    { when: "an older one is missing, and was paid on", months: "ppp-pppppp--", due: [] },
    { when: "more are missing: since the first of them", months: "pppppp------", due: [{ since: "2026-07", on: "2026-08-01" }] },
  ])("is told when $when", ({ months, due }) => {
    expect(dueOf(paying(months), "payment-gap")).toMatchObject(due);
  });

  test.each([
    {
      when: "the year after the last payment has begun: no file names a year without any",
      asOf: "2027-02-01",
      due: [{ since: "2027-01" }],
    },
    { when: "that year's first month is not due yet", asOf: "2027-01-15", due: [] },
  ])("is told when $when", ({ asOf, due }) => {
    expect(dueOf(paying("pppppppppppp", { asOf }), "payment-gap", "2027-02-20")).toMatchObject(due);
  });

  test.each([
    { when: "twelve months old", asOf: "2027-07-01", due: 1 },
    { when: "thirteen months old, and left in peace", asOf: "2027-08-01", due: 0 },
  ])("counts when it is $when", ({ asOf, due }) => {
    expect(dueOf(paying("pppppp------", { asOf }), "payment-gap", asOf)).toHaveLength(due);
  });

  test("is none where no file has ever named a payment", () => {
    expect(dueOf(paying("------------", { years: {} }), "payment-gap")).toEqual([]);
  });

  test("stays the same while it is open, with every further file; and is told however long ago it began", () => {
    const [now] = dueOf(paying("pppppp------"), "payment-gap");
    const next = dueOf(paying("pppppp------", { asOf: "2026-12-01" }), "payment-gap", "2027-06-01");

    expect(next).toEqual([now]);
  });

  test("is none where the insurance has ended, or a pension is drawn", () => {
    expect(dueOf(paying("pppppp------", { status: "ended" }), "payment-gap")).toEqual([]);
    expect(dueOf(paying("pppppp------", { insuredAs: "retired" }), "payment-gap")).toEqual([]);
  });
});

describe("a reason", () => {
  const said = (reason: object, insurance = "pension", asOf = "2026-05-01"): RecordPage =>
    born("1990-03-01", {
      reasons: [
        { insurance, reasons: [reason], source: "resident", asOf, recordedAt: noon(asOf), acceptedAt: noon(asOf) },
      ] as RecordPage["reasons"],
    });

  test.each([
    { what: "graduation", reason: { code: "O05", graduation: "2027-06" }, on: "2027-07-31", day: "2027-07-01" },
    { what: "discharge", reason: { code: "O01", until: "2026-12-15" }, on: "2026-12-15", day: "2026-11-15" },
    { what: "release", reason: { code: "O04", until: "2027-03-01" }, on: "2027-03-01", day: "2027-01-30" },
    { what: "reason-expires", reason: { code: "O01" }, on: "2027-05-01", day: "2027-04-17" },
    { what: "reason-expires", reason: { code: "O02" }, on: "2027-05-01", day: "2027-04-17" },
  ] as const)("$reason.code is followed by $what on $on", ({ what, reason, on, day: from }) => {
    expect(dueOf(said(reason), what)).toMatchObject([{ on, day: from, cause: { fact: "reason", code: reason.code } }]);
  });

  test("of somebody abroad, said on 29 February, comes back on 1 March", () => {
    expect(dueOf(said({ code: "O02" }, "pension", "2028-02-29"), "reason-expires", "2028-03-01")).toMatchObject([
      { on: "2029-03-01" },
    ]);
  });

  test("that is said of two insurances is one thing to be told; of one that runs by now, none", () => {
    const both = said({ code: "O01", until: "2026-12-15" });
    const twice = { ...both, reasons: [...both.reasons, { ...both.reasons[0]!, insurance: "medical" as const }] };
    const runs = { ...both, ...pension() };

    expect(dueOf(twice, "discharge")).toHaveLength(1);
    expect(dueOf(runs, "discharge")).toEqual([]);
  });
});

test("nobody who is closed, or has died, is reminded of anything", () => {
  const record = born("2026-10-01");
  const closed = { ...record, registration: { ...record.registration, status: "closed" as const } };

  expect(duesOf(record, day("2026-11-22"), policy)).not.toEqual([]);
  expect(duesOf(closed, day("2026-11-22"), policy)).toEqual([]);
});

test("is the same when each number of the law is read once for all people", () => {
  const once = remembering(policy);
  const people = [
    born("2026-10-01"),
    born("1967-05-15", pension({}, { "110": 100 })),
    born("1980-03-01", { sex: "F", ...pension() }),
  ];
  const askedTwice = [...people, ...people].map((record) => duesOf(record, day("2026-11-22"), once));

  expect(askedTwice).toEqual([...people, ...people].map((record) => duesOf(record, day("2026-11-22"), policy)));
});
