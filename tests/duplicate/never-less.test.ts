// Whatever the two are and whatever happens in between: no month loses its cover by a decision of ours, and no fen is lost or made.
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { DuplicateAccepted } from "../../shared/duplicates/contract.ts";
import { aboutIn, decideDuplicate, ifKept } from "../../shared/duplicates/decide.ts";
import { keyOfSide, type Which } from "../../shared/duplicates/duplicate.ts";
import { settleDuplicate, settleReviewedDuplicate } from "../../shared/duplicates/effect.ts";
import { duplicatesIn } from "../../shared/duplicates/find.ts";
import { whatCounts } from "../../shared/duplicates/paid.ts";
import { type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { statesOf } from "../../shared/paid-months.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Enrolment, FullRecord, PaidYear } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { anEnrolment, aRecord, day, noon } from "../support/build.ts";
import { aMonth } from "../support/chance.ts";
import { loaded } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const policy = openPolicy(loaded);
const now = noon("2026-11-22");
const thisMonth = "2026-11" as PlainMonth;
const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
const using = { receipt, policy, papers: 1 };

const recordOf = (enrolments: Enrolment[], paidYears: PaidYear[]): FullRecord => ({
  ...aRecord(),
  enrolments,
  paidYears,
  summary: summarise(enrolments, paidYears, day("2026-11-20")),
});
const after = (record: FullRecord, { enrolments: moved = [] }: { enrolments?: Enrolment[] | undefined }): FullRecord =>
  recordOf(
    record.enrolments.map(
      (one) => moved.find((next) => next.scheme === one.scheme && next.region === one.region && next.from === one.from) ?? one,
    ),
    record.paidYears,
  );

const horizon = Array.from({ length: 84 }, (_, nth) => plusMonths("2022-01" as PlainMonth, nth));
/** An enrolment covers from its first month to its last; one that is paused, up to now. */
const covers = ({ from, to, status }: Enrolment, month: PlainMonth) =>
  from <= month && month <= (to ?? (status === "active" ? "9999-12" : thisMonth));
const coveredBy = ({ enrolments }: FullRecord) => horizon.filter((month) => enrolments.some((one) => covers(one, month)));

const places = ["320102", "340422", "440106"];
const anyOf = (schemes: readonly string[]) =>
  fc.record({
    scheme: fc.constantFrom(...schemes),
    region: fc.constantFrom(...places),
    from: aMonth(2022, 2027),
    length: fc.option(fc.nat(40), { nil: undefined }),
    status: fc.constantFrom("active", "active", "active", "paused", "ended"),
    insuredAs: fc.constantFrom("employee", "flexible", "resident", "retired"),
    years: fc.array(fc.array(fc.constantFrom("p", "p", "-"), { minLength: 12, maxLength: 12 }), { minLength: 4, maxLength: 4 }),
    personal: fc.nat(9_999),
  });
type Drawn = typeof anyOf extends (...asked: never[]) => fc.Arbitrary<infer Is> ? Is : never;

function built({ scheme, region, from, length, status, insuredAs, years, personal }: Drawn) {
  const to = length === undefined ? (status === "ended" ? thisMonth : undefined) : plusMonths(from, length);
  const ends = to && to < from ? from : to;
  const enrolment = anEnrolment({
    scheme: scheme as "110",
    region,
    from,
    status: status as "active",
    insuredAs: insuredAs as "flexible",
    ...(ends && { to: ends }),
  });
  const paid = Object.fromEntries(years.map((letters, nth) => [2023 + nth, letters.join("")]));
  return {
    enrolment,
    paidYears: insuredAs === "retired" ? [] : paidFor(enrolment, paid, { base: 60_000, personal, unit: 1_000 }),
  };
}

const several = (schemes: readonly string[]) =>
  fc.array(anyOf(schemes), { minLength: 2, maxLength: 3 }).map((drawn) => {
    const all = drawn.map(built);
    const apart = all.filter(({ enrolment: { scheme, region, from } }, nth) =>
      all.slice(0, nth).every(({ enrolment: one }) => one.scheme !== scheme || one.region !== region || one.from !== from),
    );
    return recordOf(
      apart.map(({ enrolment }) => enrolment),
      apart.flatMap(({ paidYears }) => paidYears),
    );
  });
const anyRecord = fc.oneof(several(["310", "390"]), several(["110", "120", "170"]));

/** What a person would answer to the first thing that is found, as the page tells it to them. */
function answerTo(record: FullRecord, which: Which): DuplicateAccepted | undefined {
  const found = record.summary.duplicates?.find(({ operational }) => operational);
  if (!found) return undefined;
  const law = policy({ region: found.sides[1].region, asOf: day("2026-11-22") });
  const { says, waiver } = decideDuplicate(found, aboutIn(record), law);
  const { acts, refund } = ifKept(found, says, which, law);
  const told = { says, ...(refund !== undefined && { refund }) };
  const answer = { says: "keep", keep: keyOfSide(found.sides[which]), told, ...(waiver && { waiver: true }) } as const;
  const sides = found.sides.map(keyOfSide);
  return v.parse(DuplicateAccepted, {
    slice: "duplicate",
    id: found.id,
    insurance: found.insurance,
    sides,
    answer,
    agency: acts,
    acceptedAt: now,
  });
}

const event = fc.oneof(
  fc.record({ is: fc.constant("answers"), which: fc.constantFrom<Which>(0, 1) }),
  fc.record({ is: fc.constant("decided") }),
  fc.record({ is: fc.constant("file"), nth: fc.nat(2), status: fc.constantFrom("active", "paused") }),
);

test("in any order of files, answers and decisions, no month that was insured before a decision is without cover after it", () => {
  let decisions = 0;
  fc.assert(
    fc.property(anyRecord, fc.array(event, { minLength: 2, maxLength: 8 }), (start, events) => {
      let [record, waiting]: [FullRecord, DuplicateAccepted | undefined] = [start, undefined];
      for (const each of events) {
        if (each.is === "answers" && "which" in each) {
          const sent = answerTo(record, each.which);
          waiting = sent && settleDuplicate(record, sent, using, now).status === "in-review" ? sent : waiting;
        } else if (each.is === "file" && "nth" in each) {
          const told = record.enrolments[each.nth];
          if (told && !told.to) record = after(record, { enrolments: [{ ...told, status: each.status as "active" }] });
        } else if (waiting) {
          const outcome = settleReviewedDuplicate(record, waiting, now, using, now);
          if (outcome.status === "applied") {
            const next = after(record, outcome.changes ?? {});
            const left = coveredBy(next);
            expect(coveredBy(record).filter((month) => !left.includes(month))).toEqual([]);
            expect(next.paidYears).toEqual(record.paidYears);
            decisions += 1;
            record = next;
          } else expect(outcome.changes).toBeUndefined();
          waiting = undefined;
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(decisions).toBeGreaterThan(3); // else this shows nothing
});

test("what goes back and what still counts are all that was paid, to the fen, however often months are cleared", () => {
  const letters = fc.array(fc.constantFrom("p", "-"), { minLength: 12, maxLength: 12 }).map((all) => all.join(""));
  const amounts = fc.record({ personal: fc.integer({ min: 1, max: 99_999 }), unit: fc.nat(9_999), subsidy: fc.nat(9_999) });
  let refunds = 0;
  fc.assert(
    fc.property(letters, letters, letters, amounts, fc.boolean(), (mine, first, second, each, swaps) => {
      const farmer = anEnrolment({ scheme: "170", region: "340422", from: "2015-01", insuredAs: "resident", status: "paused" });
      const jobs = ["320102", "440106"].map((region) =>
        anEnrolment({ scheme: "110", region, from: "2025-01", status: "paused", insuredAs: "employee" }),
      );
      const paid = [first, second].flatMap((months, nth) => paidFor(jobs[nth]!, { 2025: months }));
      let record = recordOf(swaps ? [farmer, ...jobs.reverse()] : [farmer, ...jobs], [
        ...paidFor(farmer, { 2025: mine }, each),
        ...paid,
      ]);
      let back = 0;
      for (let step = 0; step < 3; step++) {
        const found = record.summary.duplicates?.find(({ says, operational }) => operational && says === "KEEP_EMPLOYEE_MONTHS");
        if (!found) break;
        const keep = found.sides.findIndex(({ scheme }) => scheme === "110") as Which;
        const refund = found.sides[keep === 0 ? 1 : 0].refund!;
        const sides = found.sides.map(keyOfSide);
        const answer = { says: "keep", keep: sides[keep], told: { says: "KEEP_EMPLOYEE_MONTHS", refund } };
        const sent = v.parse(DuplicateAccepted, {
          slice: "duplicate",
          id: found.id,
          insurance: "pension",
          sides,
          answer,
          agency: "340422",
          acceptedAt: now,
        });
        const outcome = settleReviewedDuplicate(record, sent, now, using, now);
        expect(outcome.status).toBe("applied");
        record = after(record, outcome.status === "applied" ? (outcome.changes ?? {}) : {});
        back += refund;
        refunds += 1;
      }
      const months = [...mine].filter((month) => month === "p").length;
      const double = [...mine].filter((month, nth) => month === "p" && (first[nth] === "p" || second[nth] === "p")).length;
      expect(back).toBe(double * (each.personal + each.unit)); // every month cost the same: nothing is rounded away
      const [year] = whatCounts(record.enrolments, record.paidYears).filter(({ scheme }) => scheme === "170");
      expect(statesOf(year!.months).split("p").length - 1).toBe(months - double);
      expect(
        duplicatesIn(record.enrolments, record.paidYears, day("2026-11-20")).filter(
          ({ operational, says }) => operational && says === "KEEP_EMPLOYEE_MONTHS",
        ),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(refunds).toBeGreaterThan(100);
});

const settledOnce = (enrolments: Enrolment[], paidYears: PaidYear[]) => {
  const record = recordOf(enrolments, paidYears);
  const found = (record.summary.duplicates ?? []).find(({ operational }) => operational)!;
  const { says, keeps } = decideDuplicate(found, {}, policy({ region: found.sides[1].region, asOf: day("2026-11-22") }));
  const outcome = settleReviewedDuplicate(record, answerTo(record, keeps[0]!)!, now, using, now);
  const next = after(record, outcome.status === "applied" ? (outcome.changes ?? {}) : {});
  return { says, status: outcome.status, open: next.summary.duplicates?.filter(({ operational }) => operational), next };
};
const worker = (more: object = {}) =>
  anEnrolment({ scheme: "110", region: "320102", from: "2025-01", insuredAs: "employee", ...more });
const farmer = (more: object = {}) =>
  anEnrolment({ scheme: "170", region: "340422", from: "2025-01", insuredAs: "resident", ...more });
const year = { 2025: "pppppppppppp" };

test.each([
  { when: "the government paid all of it, and nothing goes back", amounts: { base: 10_000, personal: 0, subsidy: 1_000 } },
  { when: "no file names amounts, and the agency reckons them", amounts: { base: 0, personal: 0 } },
])("what was decided is not asked again where $when, and those months count once", ({ amounts }) => {
  const [one, two] = [worker(), farmer()];
  const { status, open, next } = settledOnce([one, two], [...paidFor(one, year), ...paidFor(two, year, amounts)]);
  expect({ status, open, paid: next.summary.paid }).toEqual({ status: "applied", open: [], paid: { "110": 12 } });
});

test("whose resident pension was closed and its account paid out is not paid the same months once more", () => {
  const [one, two] = [worker({ insuredAs: "retired" }), farmer({ insuredAs: "retired" })];
  const { says, open } = settledOnce([one, two], [...paidFor(one, year), ...paidFor(two, year)]);
  expect({ says, open }).toEqual({ says: "TERMINATE_RESIDENT_RECOVER_BASIC", open: [] });
});
