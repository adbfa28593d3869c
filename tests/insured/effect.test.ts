import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cells } from "../../shared/insured/cells.ts";
import { type RowOutcome, settleRows } from "../../shared/insured/effect.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { statesOf } from "../../shared/paid-months.ts";
import type { Changes, FullRecord } from "../../shared/registration.ts";
import { aFact, anEnrolment, aPersonId, noon } from "../support/build.ts";
import { aRow } from "./build.ts";

const personId = aPersonId();
type File = { file?: string; at?: Instant };
const plain: Cells = { AAE005: "19900001234", AAE005_CONFIRMED: "2026-05-01" };

/** The record as it stands after a file of these rows came in. */
function afterFile(held: FullRecord | undefined, rows: Cells[], { file = "a", at = noon("2026-11-22") }: File = {}) {
  const telling = { personId, file, acceptedAt: at, now: at };
  const { outcomes, changes } = settleRows(
    held,
    rows.map((row) => aRow(row)),
    telling,
  );
  return { outcomes, changes, record: applied(held, changes) };
}

function applied(held: FullRecord | undefined, changes: Changes | undefined): FullRecord | undefined {
  if (!changes) return held;
  const over = <Item>(key: (item: Item) => string, then: Item[] = [], now: Item[] = []) => [
    ...new Map([...then, ...now].map((item) => [key(item), item])).values(),
  ];
  const enrolled = ({ scheme, region, from }: { scheme: string; region: string; from: string }) => `${scheme}${region}${from}`;
  return {
    registration: { ...(changes.registration ?? held!.registration), version: (held?.registration.version ?? 0) + 1 },
    summary: changes.summary ?? held!.summary,
    reasons: held?.reasons ?? [],
    joinings: held?.joinings ?? [],
    facts: over(({ name, source }) => name + source, held?.facts, changes.facts),
    enrolments: over(enrolled, held?.enrolments, changes.enrolments),
    paidYears: over((paid) => enrolled(paid) + paid.year, held?.paidYears, changes.paidYears),
  };
}

const phoneOf = (record: FullRecord | undefined, source = "insured-340403") =>
  record?.facts.find((fact) => fact.name === "phone" && fact.source === source);
const monthsOf = (record: FullRecord | undefined, year: number) =>
  statesOf(record?.paidYears.find((paid) => paid.year === year)?.months ?? "-c");

describe("somebody unknown", () => {
  test("is registered with all that the row says, under its agency and as of its day", () => {
    const { outcomes, record } = afterFile(undefined, [plain]);
    expect(outcomes).toEqual(["created"]);
    expect(record?.registration).toMatchObject({
      personId,
      status: "active",
      verified: "agency",
      identity: { name: "林晓禾", sex: "M" },
    });
    expect(phoneOf(record)).toMatchObject({
      phone: "19900001234",
      confirmedOn: "2026-05-01",
      from: "2026-05-01",
      asOf: "2026-10-31",
    });
    expect(record?.enrolments).toMatchObject([{ scheme: "110", from: "2019-07", status: "active", source: "insured-340403" }]);
    expect(monthsOf(record, 2019)).toBe("------pppppp");
    expect(record?.summary).toMatchObject({ asOf: "2026-10-31", insurances: { pension: { paidMonths: 88 } } });
  });

  test("without insurance is registered too", () => {
    const { outcomes, record } = afterFile(undefined, [{ AAE140: "" }]);
    expect([outcomes, record?.enrolments, record?.summary]).toEqual([["created"], [], { asOf: "2026-10-31", insurances: {} }]);
  });
});

describe("a row about somebody known is", () => {
  const held = afterFile(undefined, [plain]).record;
  test.each<{ when: string; row: Cells; outcome: RowOutcome; file?: string }>([
    { when: "it says what is known", row: plain, outcome: "unchanged" },
    { when: "it says what is known, as of a later day", row: { ...plain, AAE036: "2026-11-01" }, outcome: "changed" },
    { when: "it does not say its day, and nothing else is new", row: { ...plain, AAE036: "" }, outcome: "unchanged" },
    { when: "it has one month more", row: { ...plain, AAE003: "201907-202611" }, outcome: "changed" },
    { when: "it has another phone", row: { ...plain, AAE005: "19900009999" }, outcome: "changed" },
    { when: "it has another insurance", row: { ...plain, AAE140: "310" }, outcome: "created" },
    { when: "the insurance ended", row: { ...plain, AAC031: "3", AAE031: "2026-10-31" }, outcome: "changed" },
    {
      when: "it is older and says otherwise",
      row: { ...plain, AAE005: "19900009999", AAE036: "2026-01-31" },
      outcome: "overtaken",
    },
    {
      when: "it is older and knows a month that nobody knew",
      row: { ...plain, AAE003: "201906-202612", AAE036: "2026-01-31" },
      outcome: "changed",
    },
    {
      when: "it is of the very file and says otherwise",
      row: { ...plain, AAE005: "19900009999" },
      outcome: "overtaken",
      file: "a",
    },
    { when: "the name is another one", row: { AAC003: "陈大文" }, outcome: "review" },
    { when: "the name is typed in another way", row: { ...plain, AAC003: " 林晓 禾 " }, outcome: "unchanged" },
  ])("$outcome when $when", ({ row, outcome, file = "b" }) => {
    expect(afterFile(held, [row], { file, at: noon("2026-11-23") }).outcomes).toEqual([outcome]);
  });
});

describe("what a file says", () => {
  const held = afterFile(undefined, [plain]).record!;

  test("leaves the person's own word alone: two sources are two facts", () => {
    const own = aFact({
      name: "phone",
      phone: "19900007777",
      source: "resident",
      from: "2026-11-01",
      acceptedAt: noon("2026-11-01"),
    });
    const { record } = afterFile({ ...held, facts: [...held.facts, own] }, [{ ...plain, AAE005: "19900009999" }], {
      file: "b",
      at: noon("2026-11-23"),
    });
    expect(phoneOf(record, "resident")).toEqual(own);
    expect(phoneOf(record)).toMatchObject({ phone: "19900009999" });
  });

  test("does not undo what a newer one said, in whatever order they come", () => {
    const old = { ...plain, AAE005: "19900002222", AAE036: "2026-08-31", AAC031: "2" };
    const { outcomes, record } = afterFile(held, [old], { file: "b", at: noon("2026-11-23") });
    expect([outcomes, record]).toEqual([["overtaken"], held]);
  });

  test("that came late does not undo what was handed in after it, of the same day", () => {
    const second = afterFile(held, [{ ...plain, AAE005: "19900009999" }], { file: "b", at: noon("2026-11-24") }).record;
    const { outcomes } = afterFile(second, [{ ...plain, AAE005: "19900002222" }], { file: "c", at: noon("2026-11-23") });
    expect(outcomes).toEqual(["overtaken"]);
  });

  test("keeps since when a phone is known, and the later day of its confirmation", () => {
    const { record } = afterFile(held, [{ AAE005: "19900001234", AAE005_CONFIRMED: "", AAE036: "2026-11-20" }], { file: "b" });
    expect(phoneOf(record)).toMatchObject({ confirmedOn: "2026-05-01", from: "2026-05-01", asOf: "2026-11-20" });
  });

  test("pays what was owed, and takes nothing back that it does not mention", () => {
    const owing = afterFile(undefined, [{ AAE003: "202601-202603", AAE003_OWED: "202604-202605" }]).record;
    const { record } = afterFile(owing, [{ AAE003: "202605", AAE036: "2026-11-20" }], { file: "b", at: noon("2026-11-23") });
    expect(monthsOf(record, 2026)).toBe("pppop-------");
  });

  test("in one row for each month comes to one insurance", () => {
    const months = ["202603", "202601", "202602"].map((AAE003) => ({ AAC030: "", AAE003 }));
    const { outcomes, record } = afterFile(undefined, months);
    expect(outcomes).toEqual(["created", "changed", "changed"]);
    expect([record?.enrolments.length, monthsOf(record, 2026)]).toEqual([1, "ppp---------"]);
  });

  test("about an insurance without saying when it began goes on with the one that is open", () => {
    const { outcomes, record } = afterFile(held, [{ AAC030: "", AAE003: "202611", AAE036: "2026-11-20" }], { file: "b" });
    expect([outcomes, record?.enrolments.length]).toEqual([["changed"], 1]);
  });

  test("vouches for somebody who registered alone", () => {
    const alone: FullRecord = { ...held, registration: { ...held.registration, verified: "unverified" } };
    expect(afterFile(alone, [plain], { file: "b" }).record?.registration.verified).toBe("agency");
  });

  test("is news as far as it goes: facts are written only when they differ", () => {
    const { changes } = afterFile(held, [{ ...plain, AAE005: "19900009999" }], { file: "b", at: noon("2026-11-23") });
    expect(changes).toEqual({ facts: [expect.objectContaining({ name: "phone", phone: "19900009999" })] });
  });
});

describe("a passport renewed twice", () => {
  const [first, second, third] = ["USA1111111", "USA2222222", "USA3333333"];
  const passport = (AAC002: string, AAC002_FORMER: string): Cells => ({ AAC002, AAC002_FORMER, AAC058: "08" });
  const once = [passport(first, ""), passport(second, first), passport(third, second)];

  test("is the newest one, however often files with the older ones come again, in whatever order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(once, { minLength: 3 }), fc.array(fc.constantFrom(...once)), (rows, again) => {
        const record = [...once, ...rows, ...again].reduce(
          (held, row) => afterFile(held, [row]).record,
          undefined as FullRecord | undefined,
        );
        expect(record?.registration.identity).toMatchObject({ number: third });
        expect(record?.registration.identity.others?.map(({ number }) => number).sort()).toEqual([first, second]);
      }),
    );
  });
});

const rowOfAFile: fc.Arbitrary<Cells> = fc.record(
  {
    AAE140: fc.constantFrom("110", "310", "390", ""),
    AAC030: fc.constantFrom("2019-07-01", "2024-01-01", ""),
    AAC031: fc.constantFrom("1", "2", "3"),
    AAE003: fc.constantFrom("201907-202610", "202401", "202402-202406", ""),
    AAE003_OWED: fc.constantFrom("202402", "202610", ""),
    AAC040: fc.constantFrom("5000", "6000", ""),
    AAE005: fc.constantFrom("19900001234", "19900009999", ""),
    AAE005_CONFIRMED: fc.constantFrom("2026-05-01", "2025-05-01", ""),
    AAE036: fc.constantFrom("2026-10-31", "2026-09-30", ""),
    AAB301: fc.constantFrom("340403", "320102"),
  },
  { requiredKeys: [] },
);
const aFile = fc.array(rowOfAFile, { minLength: 1, maxLength: 6 });

describe("the same file twice", () => {
  test("changes nothing, however often it contradicts itself, also on another day", () => {
    fc.assert(
      fc.property(aFile, (rows) => {
        const first = afterFile(undefined, rows);
        const again = afterFile(first.record, rows, { at: noon("2026-12-24") });
        expect([again.changes, again.outcomes.filter((outcome) => outcome === "created" || outcome === "changed")]).toEqual([
          undefined,
          [],
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test("changes nothing either when its rows come one by one, in another order", () => {
    fc.assert(
      fc.property(aFile, fc.infiniteStream(fc.nat()), (rows, chance) => {
        const first = rows.reduce((record, row) => afterFile(record, [row]).record, undefined as FullRecord | undefined);
        const shuffled = rows.map((row) => ({ row, at: chance.next().value })).sort((a, b) => a.at - b.at);
        for (const { row } of shuffled) expect(afterFile(first, [row], { at: noon("2026-12-24") }).changes).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

test("a later file of the new agency does not take away what was carried there by a transfer", () => {
  const insured = { AAE140: "110", AAB301: "340403", AAC030: "2026-01-01", AAC066: "灵活就业", AAE003: "202601-202603" };
  const { record } = afterFile(undefined, [{ ...insured, AAE036: "2026-05-01" }]);
  const carries = [{ scheme: "110", region: "320100", from: "2020-01" }] as FullRecord["enrolments"][number]["carries"];
  const moved = { ...record!, enrolments: record!.enrolments.map((one) => ({ ...one, ...(carries && { carries }) })) };
  const after = afterFile(moved, [{ ...insured, AAE003: "202601-202604", AAE036: "2026-06-01" }], { file: "b" });
  expect(after.record?.enrolments).toMatchObject([{ region: "340403", from: "2026-01", carries }]);
});

test("the new agency's own file takes the place of what the end of a transfer opened there, once", () => {
  const carries = [{ scheme: "110", region: "320100", from: "2020-01" }] as FullRecord["enrolments"][number]["carries"];
  const { record } = afterFile(undefined, [plain]);
  const opened = {
    ...anEnrolment({ scheme: "110", region: "340400", from: "2026-10", source: "desk" }),
    ...(carries && { carries }),
  };
  const row = { AAE140: "110", AAB301: "340403", AAC030: "2026-07-01", AAC066: "灵活就业", AAE003: "202607-202610" };
  const told = afterFile({ ...record!, enrolments: [opened] }, [{ ...row, AAE036: "2026-11-20" }], { file: "b" });
  expect(told.record?.enrolments).toMatchObject([
    { region: "340400", from: "2026-10", status: "ended", to: "2026-10" },
    { region: "340403", from: "2026-07", status: "active", carries },
  ]);
  expect(told.record?.enrolments[0]?.carries).toBeUndefined();
  const again = afterFile(told.record, [{ ...row, AAE036: "2026-11-20" }], { file: "c" });
  expect(again.record?.enrolments).toHaveLength(2);
});
