// The population as an agency would send it: one row for each insurance of each person, one empty AAE140 for who has none.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Column, columnNames } from "../../shared/insured/columns.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { encodeGb18030 } from "./gb18030.ts";
import type { Span, SyntheticEnrolment, SyntheticPerson } from "./person.ts";
import { villageOf } from "./places.ts";

export type ExtractOptions = {
  encoding?: "utf8" | "gb18030";
  /** National item codes, or their Chinese names. */
  header?: "codes" | "names";
  /** The day on which all of it was true. */
  asOf: PlainDate;
};

const documentTypes = { RIC: "01", HK_MO_RP: "05", TW_RP: "05", FPR_ID: "07", PASSPORT: "08" } as const;
const statuses = { active: "1", paused: "2", ended: "3" } as const;
const identities = { employee: "职工", flexible: "灵活就业", resident: "居民", student: "学生", retired: "退休" } as const;

type Row = { person: SyntheticPerson; enrolment: SyntheticEnrolment | undefined; asOf: PlainDate };
const yuan = (fen: number) => (fen / 100).toFixed(2);
const compact = (month: string) => month.replace("-", "");
const periods = (spans: readonly Span[] = []) => spans.map(({ first, last }) => `${compact(first)}-${compact(last)}`).join(";");
const amounts =
  (name: "base" | "personal" | "unit" | "subsidy") =>
  ({ enrolment }: Row) => {
    const all = enrolment?.paid.map((span) => yuan(span[name])) ?? [];
    return new Set(all).size > 1 ? all.join(";") : (all[0] ?? "");
  };

const cells: Partial<Record<Column, (row: Row) => string | undefined>> = {
  AAC058: ({ person }) => documentTypes[person.document],
  AAC002: ({ person }) => person.legacy ?? person.number,
  AAC003: ({ person }) => person.name,
  AAC004: ({ person }) => (person.sex === "M" ? "1" : "2"),
  AAC006: ({ person }) => person.birth.replaceAll("-", ""),
  AAE005: ({ person }) => person.phone,
  AAE005_CONFIRMED: ({ person }) => person.phoneConfirmedOn,
  AAE006: ({ person }) => person.hukou.lines,
  AAE006_DIVISION: ({ person }) => person.hukou.division,
  AAC010: ({ person }) => person.residence.lines,
  AAC010_DIVISION: ({ person }) => person.residence.division,
  AAZ500: ({ person }) => person.card,
  AAB301: ({ person, enrolment }) => enrolment?.division ?? person.hukou.division,
  AAE140: ({ enrolment }) => enrolment?.scheme,
  AAC030: ({ enrolment }) => enrolment && `${enrolment.from}-01`,
  AAE031: ({ enrolment }) => enrolment?.to && `${enrolment.to}-28`,
  AAC031: ({ enrolment }) => enrolment && statuses[enrolment.status],
  AAC066: ({ enrolment }) => enrolment && identities[enrolment.insuredAs],
  AAB001: ({ enrolment }) => enrolment?.employer?.code,
  AAB004: ({ enrolment }) => enrolment?.employer?.name,
  AAE003: ({ enrolment }) => periods(enrolment?.paid),
  AAE003_OWED: ({ enrolment }) => periods(enrolment?.owed),
  AAC040: amounts("base"),
  AAC040_PERSONAL: amounts("personal"),
  AAC040_UNIT: amounts("unit"),
  AAC040_SUBSIDY: amounts("subsidy"),
  HOUSEHOLD: ({ person }) => String(person.household).padStart(9, "0"),
  RELATION: ({ person }) => person.relation,
  VILLAGE: ({ person }) => villageOf(person.hukou, person.household),
  AAE036: ({ asOf }) => asOf,
};
const columns = Object.keys(cells) as Column[];

const quoted = (text = "") => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lineOf = (texts: readonly (string | undefined)[]) => `${texts.map(quoted).join(",")}\r\n`;
const LINES_A_WRITE = 200;

function* linesOf(people: Iterable<SyntheticPerson>, { header = "codes", asOf }: ExtractOptions): Generator<string> {
  yield lineOf(columns.map((column) => (header === "codes" ? column : columnNames[column][0])));
  for (const person of people) {
    const enrolments = person.enrolments.length > 0 ? person.enrolments : [undefined];
    for (const enrolment of enrolments) yield lineOf(columns.map((column) => cells[column]?.({ person, enrolment, asOf })));
  }
}

/** Tells how many rows it wrote, the header not counted. */
export async function writeExtract(people: Iterable<SyntheticPerson>, file: string, options: ExtractOptions): Promise<number> {
  const encode = options.encoding === "gb18030" ? encodeGb18030 : (text: string) => Buffer.from(text);
  let lines = 0;
  function* writes() {
    let waiting: string[] = [];
    for (const line of linesOf(people, options)) {
      lines++;
      if (waiting.push(line) < LINES_A_WRITE) continue;
      yield encode(waiting.join(""));
      waiting = [];
    }
    yield encode(waiting.join(""));
  }
  await pipeline(Readable.from(writes()), createWriteStream(file));
  return lines - 1;
}
