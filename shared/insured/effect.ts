// What an agency's rows about one person do to the register: row after row, each seen against what the ones before it left.
import { alsoKnownBy, isCalled, knownAs, leadsHere, renumbered } from "../identity.ts";
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import type { PersonId } from "../kernel/fields.ts";
import { isUnnamed } from "../newcomer/unnamed.ts";
import type { Changes, FullRecord, Identity, Registration } from "../registration.ts";
import { changesIn, type Draft, draftOf } from "./draft.ts";
import { factsOf, tellFact } from "./facts.ts";
import { tellEnrolment } from "./insurances.ts";
import type { InsuredRow } from "./row.ts";
import { alike, type Said, type Told } from "./said.ts";

/** `review`: a person must look at it first. */
export type RowOutcome = Told | "review";

/** Where the rows come from: the digest of their file, and when it arrived. */
export type Telling = { personId: PersonId; file: string; acceptedAt: Instant; now: Instant };

/**
 * Same number and other name, or other day of birth: two people, perhaps (handbook 1.8). No rule decides that. A file may go on
 * saying for years what two people at the desk have put right: a former name, a wrong day of birth. A newborn gets its name.
 */
export const isSomeoneElse = ({ identity, corrected }: Registration, row: InsuredRow): boolean =>
  isUnnamed(identity)
    ? differ(identity.birth, row.birth)
    : !isCalled(identity, row.name) || (row.number === identity.number && !corrected?.birth && differ(identity.birth, row.birth));

const differ = (one: PlainDate | undefined, other: PlainDate | undefined) =>
  one !== undefined && other !== undefined && one !== other;

/** All rows are about one person: same number, same name. One outcome for each; no changes where nothing moves. */
export function settleRows(
  held: FullRecord | undefined,
  rows: readonly InsuredRow[],
  telling: Telling,
): { outcomes: RowOutcome[]; changes?: Changes } {
  if (held && rows.some((row) => isSomeoneElse(held.registration, row))) return { outcomes: rows.map(() => "review") };

  const draft = draftOf(held);
  const outcomes = rows.map((row) => tell(draft, row, telling));
  const changes = changesIn(draft, held);
  return { outcomes, ...(changes && { changes }) };
}

function tell(draft: Draft, row: InsuredRow, telling: Telling): Told {
  const { acceptedAt, now, file } = telling;
  const said: Said = {
    source: `insured-${row.division}`,
    asOf: row.asOf ?? dateOf(acceptedAt),
    stated: row.asOf !== undefined,
    file,
    acceptedAt,
    recordedAt: now,
  };
  const told = [
    tellRegistration(draft, row, said.asOf, telling),
    ...factsOf(row, said).map((fact) => tellFact(draft, fact, said)),
    ...(row.enrolment ? [tellEnrolment(draft, row.division, row.enrolment, said)] : []),
    tellDay(draft, said),
  ];
  return (["created", "changed", "overtaken"] as const).find((outcome) => told.includes(outcome)) ?? "unchanged";
}

/**
 * The row says that its number takes the place of one that leads here; the day of birth inside it may then differ too.
 * A number that was replaced itself does not come back with an older file.
 */
const replaces = (row: InsuredRow, identity: Identity): boolean =>
  row.former !== undefined && leadsHere(identity, row.former) && !leadsHere(identity, row);

function tellRegistration(draft: Draft, row: InsuredRow, on: PlainDate, { personId, now }: Telling): Told {
  const { docType, number, name, sex, birth, former } = row;
  const held = draft.registration;
  if (!held) {
    const unknown = { docType, number, name, sex, ...(birth && { birth }) };
    const identity = former ? alsoKnownBy(unknown, former, on) : unknown;
    draft.registration = { personId, status: "active", verified: "agency", identity, createdAt: now };
    return "created";
  }
  const { verified } = held;
  const replaced = replaces(row, held.identity);
  const identity = replaced
    ? renumbered(held.identity, { docType, number }, on)
    : former
      ? alsoKnownBy(held.identity, former, on)
      : held.identity;
  const known = replaced && !held.corrected?.birth ? (birth ?? identity.birth) : (identity.birth ?? birth);
  const next = {
    ...held,
    verified: verified === "unverified" ? ("agency" as const) : verified,
    identity: {
      ...(isUnnamed(held.identity) ? knownAs(identity, name, on) : identity),
      sex: identity.sex === "U" || (replaced && sex !== "U") ? sex : identity.sex,
      ...(known && { birth: known }),
    },
  };
  if (alike(next, held)) return "unchanged";
  draft.registration = next;
  return "changed";
}

/** Also that somebody has no insurance is something a file says on a day. */
function tellDay(draft: Draft, { asOf, stated }: Said): Told {
  if (draft.asOf && (asOf <= draft.asOf || !stated)) return "unchanged";
  draft.asOf = asOf;
  return "changed";
}
