// The demo population as it stands in the register: how large records are, and the long one that units are counted for.
import { createReadStream } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readRows } from "../functions/feeds/read-rows.ts";
import { rowsOf } from "../functions/feeds/row-of.ts";
import { itemOf } from "../functions/register/table.ts";
import { writeExtract } from "../scripts/people/extract.ts";
import { makePeople } from "../scripts/people/make.ts";
import type { SyntheticPerson } from "../scripts/people/person.ts";
import { RATES, wageSpans } from "../scripts/people/spans.ts";
import { loadAddresses } from "../shared/insured/addresses.ts";
import { readHeader } from "../shared/insured/columns.ts";
import { FeedId } from "../shared/insured/delta.ts";
import { settleRows } from "../shared/insured/effect.ts";
import type { InsuredRow } from "../shared/insured/row.ts";
import { dateOf, instantAt, monthOf, type PlainDate, plusMonths } from "../shared/kernel/calendar.ts";
import type { FullRecord } from "../shared/registration.ts";
import { aPersonId } from "../tests/support/build.ts";
import { itemBytes } from "./item-size.ts";

const YEARS = 30;
const FEED = v.parse(FeedId, "0".repeat(32));
const SCHEMES = ["110", "310", "210", "410", "510"] as const;
export const DEMO_PEOPLE = 2_000;

const now = () => instantAt(Date.now());
const today = () => dateOf(now());

/** The demo's people, each with the record that their rows make. */
export const demoRecords = (folder: string) => recordsOf(folder, makePeople({ count: DEMO_PEOPLE, today: today() }));

/** Thirty years in five schemes, month by month: what 95 of 100 records of the demo stay below. */
export async function longRecord(folder: string): Promise<FullRecord> {
  const [record] = await recordsOf(folder, [longLife(today())]);
  if (!record) throw new Error("no record came of the long life");
  return record;
}

/** What a person's items weigh: those a page reads, all of them, and how many they are. */
export function weightOf(record: FullRecord): { page: number; all: number; items: number } {
  const id = record.registration.personId;
  const page = [
    itemOf.registration(record.registration),
    itemOf.summary(id, record.summary),
    ...record.facts.map((fact) => itemOf.fact(id, fact)),
  ];
  const rest = [
    ...record.enrolments.map((one) => itemOf.enrolment(id, one)),
    ...record.paidYears.map((one) => itemOf.paidYear(id, one)),
  ];
  const bytes = (items: typeof page) => items.reduce((sum, item) => sum + itemBytes(item), 0);
  return { page: bytes(page), all: bytes([...page, ...rest]), items: page.length + rest.length };
}

function longLife(day: PlainDate): SyntheticPerson {
  const someone = [...makePeople({ count: DEMO_PEOPLE, today: day })].find(
    ({ life, phoneState, birth, card }) => life === "employee" && phoneState === "fresh" && birth < "1978" && card,
  );
  const [job] = someone?.enrolments ?? [];
  if (!someone || !job) throw new Error("the demo has nobody who has worked for long");
  const last = plusMonths(monthOf(day), -1);
  const from = plusMonths(last, 1 - 12 * YEARS);
  const enrolments = SCHEMES.map((scheme) => ({
    ...job,
    scheme,
    from,
    paid: wageSpans(from, last, 9_800, RATES[scheme]),
    owed: [],
  }));
  return { ...someone, enrolments };
}

/** Through the very reader and rules that a feed goes through. */
async function recordsOf(folder: string, people: Iterable<SyntheticPerson>): Promise<FullRecord[]> {
  const file = join(folder, "records.csv");
  await writeExtract(people, file, { asOf: today() });
  const rows = readRows(createReadStream(file), { encoding: "utf-8", delimiter: "," });
  const header = (await rows.next()).value;
  const columns = readHeader(header?.cells ?? []);
  if (!columns.ok) throw new Error("our own extract has no header");
  const digest = "0".repeat(16);
  const read = rowsOf(
    { feed: FEED, file: digest, receivedAt: now(), agency: undefined, columns: columns.value, rows: [] },
    { locate: await loadAddresses() },
  );

  const insured: InsuredRow[] = [];
  for await (const { line, cells } of rows) {
    const row = read({ row: line, line, cells });
    if (row.ok) insured.push(row.value);
  }
  return [...Map.groupBy(insured, ({ number, name }) => `${number} ${name}`).values()].flatMap((theirs) => {
    const personId = aPersonId();
    const { changes } = settleRows(undefined, theirs, { personId, file: digest, acceptedAt: now(), now: now() });
    const { registration, facts = [], summary = { insurances: {} }, enrolments = [], paidYears = [] } = changes ?? {};
    return registration
      ? [{ registration: { ...registration, version: 1 }, facts, reasons: [], joinings: [], summary, enrolments, paidYears }]
      : [];
  });
}
