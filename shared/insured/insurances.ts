// One insurance as an agency tells it: when it began, how it stands, which months were paid.
import { monthOf, type PlainMonth } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { MONTHS_A_YEAR, noPayment, type PaidMonth, packMonths, unpackMonths } from "../paid-months.ts";
import type { Enrolment } from "../registration.ts";
import { isSamePlace } from "../transfer/places.ts";
import { type Draft, keyOf } from "./draft.ts";
import type { InsuredIn } from "./enrolment.ts";
import { monthsByYear } from "./periods.ts";
import { alike, confirms, contentOf, mayReplace, type Said, type Told } from "./said.ts";

/** A row that does not say when it began belongs where all of it is known, else to the newest enrolment, an open one first. */
export function tellEnrolment(record: Draft, region: DivisionCode, insured: InsuredIn, said: Said): Told {
  const { scheme, from } = insured;
  if (from) return tellOf(record, record.enrolments.get(keyOf.enrolment({ scheme, region, from })), region, insured, said);

  const candidates = [...record.enrolments.values()].filter((held) => held.scheme === scheme && held.region === region);
  for (const held of candidates) {
    const copy = {
      ...record,
      enrolments: new Map(record.enrolments),
      paidYears: new Map(record.paidYears),
    };
    const told = tellOf(copy, held, region, insured, said);
    if (told === "unchanged" || told === "overtaken") return told;
  }
  return tellOf(record, candidates.sort(openAndNewestFirst)[0], region, insured, said);
}

const openAndNewestFirst = (a: Enrolment, b: Enrolment) =>
  Number(a.status === "ended") - Number(b.status === "ended") || (a.from < b.from ? 1 : -1);

function tellOf(record: Draft, held: Enrolment | undefined, region: DivisionCode, insured: InsuredIn, said: Said): Told {
  const { source, asOf, file, acceptedAt, recordedAt } = said;
  const { scheme, status, insuredAs, to, employer } = insured;
  const told: Enrolment = {
    scheme,
    region,
    from: held?.from ?? beginningOf(insured, said),
    ...(to && { to }),
    status,
    insuredAs,
    ...(employer && { employer }),
    ...(held?.cleared && { cleared: held.cleared }),
    ...(held?.carries && { carries: held.carries }),
    source,
    asOf,
    file,
    acceptedAt,
    recordedAt,
  };
  const replaces = !held || mayReplace(held, said);
  const months = tellMonths(record, told, insured, { replaces, joins: held?.file === file && asOf === held.asOf });
  if (!held) {
    const opened = status === "ended" ? undefined : openedFor(record, told);
    record.enrolments.set(keyOf.enrolment(told), opened?.carries ? { ...told, carries: opened.carries } : told);
    if (opened) record.enrolments.set(keyOf.enrolment(opened), handedOver(opened, said));
    return "created";
  }
  const same = alike(contentOf(told), contentOf(held));
  if (same ? confirms(held, said) || (replaces && months === "changed") : replaces) {
    record.enrolments.set(keyOf.enrolment(told), told);
    return "changed";
  }
  return months === "unchanged" && !same ? "overtaken" : months;
}

/** What the end of a transfer opened there, before the agency's own file told of it: that one takes its place. */
const openedFor = (record: Draft, { scheme, region }: Enrolment): Enrolment | undefined =>
  [...record.enrolments.values()].find(
    (one) =>
      one.scheme === scheme &&
      isSamePlace(scheme, one.region, region) &&
      one.source === "desk" &&
      one.status !== "ended" &&
      one.carries !== undefined &&
      ![...record.paidYears.values()].some((year) => keyOf.enrolment(year) === keyOf.enrolment(one)),
  );

function handedOver({ carries: _, ...opened }: Enrolment, { asOf, recordedAt, acceptedAt }: Said): Enrolment {
  return { ...opened, status: "ended", to: opened.from, asOf, recordedAt, acceptedAt };
}

/** The day the enrolment is known since: as stated, else its first month, else the day of the file. */
function beginningOf({ from, spans }: InsuredIn, { asOf }: Said): PlainMonth {
  const months = spans.map(({ first }) => first).sort();
  return from ?? months[0] ?? monthOf(asOf);
}

/**
 * What is not mentioned stays. Other amounts or states take the place of known ones only where the row `replaces`;
 * where it `joins` other rows of its file and its day, a month that one calls owed and another one paid is paid.
 */
type Standing = { replaces: boolean; joins: boolean };

function tellMonths(record: Draft, { scheme, region, from }: Enrolment, { spans }: InsuredIn, standing: Standing): Told {
  let outcome: Told = "unchanged";
  for (const [year, months] of monthsByYear(spans)) {
    const key = keyOf.paidYear({ scheme, region, from, year });
    const held = record.paidYears.get(key)?.months;
    const known = held ? unpackMonths(held) : Array.from({ length: MONTHS_A_YEAR }, () => noPayment);
    const packed = packMonths(months.map((told, i) => monthAfter(known[i] ?? noPayment, told, standing)));
    if (packed !== held) {
      record.paidYears.set(key, { scheme, region, from, year, months: packed });
      outcome = "changed";
    } else if (outcome === "unchanged" && months.some((told, i) => differs(told, known[i]))) outcome = "overtaken";
  }
  return outcome;
}

function monthAfter(known: PaidMonth, told: PaidMonth, { replaces, joins }: Standing): PaidMonth {
  if (told.state === "none") return known;
  const settles = joins && told.state === "paid" && known.state === "owed";
  if (known.state !== "none" && !replaces && !settles) return known;
  return saysNoAmounts(told) && known.state === told.state ? known : told;
}

const saysNoAmounts = ({ base, personal, unit, subsidy }: PaidMonth) => base + personal + unit + subsidy === 0;
const differs = (told: PaidMonth, known = noPayment) =>
  told.state !== "none" && !alike(told, known) && !(saysNoAmounts(told) && told.state === known.state);
