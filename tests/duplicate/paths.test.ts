// However an insurance comes into the register, or moves in it, the summary written with it says what is double from then on.
import * as v from "valibot";
import { expect, test } from "vitest";
import { decideDuplicate } from "../../shared/duplicates/decide.ts";
import { keyOfSide } from "../../shared/duplicates/duplicate.ts";
import { settleReviewedDuplicate } from "../../shared/duplicates/effect.ts";
import { duplicatesIn, newlyDouble } from "../../shared/duplicates/find.ts";
import { duplicatesOf } from "../../shared/duplicates/view.ts";
import type { Cells } from "../../shared/insured/cells.ts";
import { settleRows } from "../../shared/insured/effect.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Changes, Enrolment, FullRecord } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { carryOver } from "../../shared/transfer/carry.ts";
import { aRow } from "../insured/build.ts";
import { aFact, anEnrolment, aPersonId, aRecord, day, noon } from "../support/build.ts";
import { lawOf, loaded } from "../support/policy.ts";

const now = noon("2026-11-22");
const resident: Cells = { AAE140: "390", AAB301: "340422", AAC030: "2025-01-01", AAE003: "202501-202612", AAC066: "居民" };
const worker: Cells = { AAE140: "310", AAB301: "340403", AAC030: "2026-01-01", AAE003: "202601-202610", AAC066: "灵活就业" };

const keyOf = ({ scheme, region, from }: Pick<Enrolment, "scheme" | "region" | "from">) => `${scheme} ${region} ${from}`;
function after(held: FullRecord | undefined, changes: Changes = {}): FullRecord {
  const moved = new Set(changes.enrolments?.map(keyOf));
  return {
    ...aRecord(),
    ...held,
    facts: held?.facts ?? [],
    enrolments: [...(held?.enrolments ?? []).filter((one) => !moved.has(keyOf(one))), ...(changes.enrolments ?? [])],
    paidYears: [...(held?.paidYears ?? []), ...(changes.paidYears ?? [])],
    summary: changes.summary ?? held?.summary ?? { insurances: {} },
  };
}
const known = (enrolments: Enrolment[] = []): FullRecord => ({
  ...aRecord(),
  enrolments,
  paidYears: [],
  summary: summarise(enrolments, [], day("2026-11-20")),
});
const told = (held: FullRecord | undefined, rows: Cells[]) => {
  const of = held?.registration.identity;
  const cells = rows.map((row) => aRow({ ...row, ...(of && { AAC002: of.number, AAC003: of.name }) }));
  const personId = held?.registration.personId ?? aPersonId();
  return settleRows(held, cells, { personId, file: "a", acceptedAt: now, now }).changes;
};
const medical = (scheme: "310" | "390", region: string, more: object = {}) =>
  anEnrolment({ scheme, region, from: "2025-01", insuredAs: scheme === "310" ? "flexible" : "resident", ...more });
const [here, there, third] = [medical("390", "340422"), medical("310", "320102"), medical("390", "440106")];

function decided(held: FullRecord): Changes | undefined {
  const found = held.summary.duplicates!.find(({ sides }) => sides.every(({ region }) => region !== "440106"))!;
  const keep = keyOfSide(found.sides[0]);
  const law = lawOf();
  const { says } = decideDuplicate(found, {}, law);
  const content = {
    slice: "duplicate",
    id: found.id,
    insurance: "medical",
    sides: found.sides.map(keyOfSide) as never,
    answer: { says: "keep", keep, told: { says } },
    agency: found.sides[1].region,
    acceptedAt: now,
  } as const;
  const told = content.answer.told;
  const refund = found.sides[1].refund;
  const answered = { ...content, answer: { ...content.answer, told: { ...told, ...(refund !== undefined && { refund }) } } };
  const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
  const outcome = settleReviewedDuplicate(held, answered, now, { receipt, policy: openPolicy(loaded), papers: 0 }, now);
  return outcome.status === "applied" ? outcome.changes : undefined;
}

const flexible = medical("310", "320102", { employer: undefined });
test.each<{
  when: string;
  held: FullRecord | undefined;
  changes(held: FullRecord | undefined): Changes | undefined;
  open: number;
}>([
  {
    when: "a file names somebody whom nobody knew, twice",
    held: undefined,
    changes: (held) => told(held, [resident, worker]),
    open: 1,
  },
  {
    when: "a file names who has registered for the first time",
    held: known(),
    changes: (held) => told(held, [resident, worker]),
    open: 1,
  },
  { when: "a file brings one more to who has one", held: known([here]), changes: (held) => told(held, [worker]), open: 1 },
  {
    when: "a file says that it runs again",
    held: known([here, { ...flexible, region: "340403" as never, from: "2026-01" as never, status: "paused" }]),
    changes: (held) => told(held, [worker]),
    open: 1,
  },
  {
    when: "a file says that one of them rests",
    held: known([medical("310", "340403", { from: "2026-01" }), here]),
    changes: (held) => told(held, [{ ...worker, AAC031: "暂停" }]),
    open: 0,
  },
  {
    when: "a transfer ends where a third one runs beside it",
    held: known([there, third]),
    changes: (held) =>
      carryOver(
        held!,
        { from: { scheme: "310", division: "320102" }, to: { scheme: "310", division: "340400" } } as never,
        day("2026-11-22"),
        now,
      ),
    open: 1,
  },
  { when: "of three, the desk has settled two", held: known([here, there, third]), changes: (held) => decided(held!), open: 1 },
])("what is double is in the summary when $when: $open", ({ held, changes, open }) => {
  const moves = changes(held);
  expect(moves?.summary).toBeDefined();
  const { summary, enrolments, paidYears } = after(held, moves);
  expect(summary.duplicates?.filter(({ operational }) => operational)).toHaveLength(open);
  expect(summary.duplicates).toEqual(duplicatesIn(enrolments, paidYears, summary.asOf));
  const before = held?.summary.duplicates?.filter(({ operational }) => operational) ?? [];
  const news = summary.duplicates?.filter(({ id, operational }) => operational && before.every((one) => one.id !== id)) ?? [];
  expect(newlyDouble(held?.summary, summary)).toEqual(held ? news.map(({ id }) => id) : []);
});

test("a correction of where somebody lives counts at once: which one stays is asked when it is shown, not when it was found", () => {
  const record = known([here, third]);
  const asked = { policy: openPolicy(loaded), placeName: (code: string) => code, now };
  const nowhere = { ...record, facts: [] };
  const lives = (division: string) => ({ ...record, facts: [aFact({ name: "residence", division, lines: "某街1号" })] });
  const keeps = (of: FullRecord) => duplicatesOf(of, [], asked).duplicates[0]?.keeps;
  expect(keeps(nowhere)).toEqual([0, 1]);
  expect([keeps(lives("340422")), keeps(lives("440106"))]).toEqual([[0], [1]]);
});
