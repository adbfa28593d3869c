// What is double, as its person and the desk see it: both sides, what would stay, what would go back, what was said to it so far.
import { dateOf, type Instant, monthOf } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Policy } from "../policy/law.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import type { FullRecord } from "../registration.ts";
import type { ActsAs, Submission } from "../submission.ts";
import { basisOf } from "./basis.ts";
import { yearsBeside } from "./beside.ts";
import type { DuplicateAccepted } from "./contract.ts";
import { aboutIn, areDrawn, countsInStatistics, type Decided, decideDuplicate, ifKept } from "./decide.ts";
import { type Duplicate, type DuplicateSide, isSide, type Which } from "./duplicate.ts";
import { foundIn } from "./find.ts";
import { keptFinding, lawFor } from "./rules.ts";
import type { Duplicates, DuplicateView, IfKeptView } from "./shown.ts";

type Names = (division: DivisionCode) => string;
type Asked = { policy: Policy; placeName: Names; now: Instant };

/** `submissions`: of this person, the newest first. `by`: who looks, if it is not they. */
export function duplicatesOf(
  record: FullRecord,
  submissions: readonly Submission[],
  { by, ...asked }: Asked & { by?: ActsAs | undefined },
): Duplicates {
  const { identity } = record.registration;
  const { asOf } = record.summary;
  return {
    person: { name: masked("name", identity.name), number: maskedNumber(identity) },
    today: dateOf(asked.now),
    ...(asOf && { asOf }),
    duplicates: foundIn(record).map((one) => ({ ...viewOf(one, record, asked), ...answeredIn(submissions, one, by) })),
  };
}

function viewOf(duplicate: Duplicate, record: FullRecord, asked: Asked): DuplicateView {
  const { placeName, policy, now } = asked;
  const { id, insurance, sides, common, operational, settled } = duplicate;
  const law = lawFor(duplicate, policy, now);
  const decided = decideDuplicate(duplicate, aboutIn(record), law);
  const counts = countsInStatistics(duplicate, law);
  const place = (division: DivisionCode) => ({ division, name: placeName(division) });
  const side = ({ region, refund: _refund, alone: _alone, ...rest }: DuplicateSide) => ({ ...rest, place: place(region) });
  const { keeps, chooses, suggests, waiver, transferFirst, missing } = decided;
  const says = settled?.says ?? decided.says;
  return {
    ...{ id, insurance, common, says, keeps, missing },
    operational: operational === true,
    ...(areDrawn(duplicate) && { drawn: true as const }),
    years: yearsBeside(duplicate, record, dateOf(now)),
    sides: [side(sides[0]), side(sides[1])],
    ...(counts.ok && { statistical: counts.value }),
    ...(says !== "NEEDS_STAFF" && { basis: basisOf[says] }),
    ...(chooses && { chooses }),
    ...(suggests !== undefined && { suggests }),
    ...(waiver && { waiver }),
    ...(transferFirst && { transferFirst }),
    ifKept: [ifKeptView(duplicate, decided, 0, asked), ifKeptView(duplicate, decided, 1, asked)],
    ...(settled && { settled: settledView(settled, placeName) }),
  };
}

function settledView({ kept, receipt, on, by, refund, missing = [] }: NonNullable<Duplicate["settled"]>, placeName: Names) {
  const amount = refund !== undefined && { refund };
  return { ...{ kept, receipt, on, missing }, ...amount, by: { division: by, name: placeName(by) } };
}

function ifKeptView(duplicate: Duplicate, { says }: Decided, kept: Which, { policy, placeName, now }: Asked): IfKeptView {
  const { acts, ...then } = ifKept(duplicate, says, kept, lawFor(duplicate, policy, now));
  const obstacle = keptFinding(duplicate, kept, { acts, ...then }, monthOf(dateOf(now)));
  return { ...then, acts: { division: acts, name: placeName(acts) }, ...(obstacle && { obstacle }) };
}

export const isAbout = ({ content }: Pick<Submission, "content">, id: Duplicate["id"]): boolean =>
  content.slice === "duplicate" && content.id === id;

function answeredIn(
  submissions: readonly Submission[],
  { id, sides, settled }: Duplicate,
  by: ActsAs | undefined,
): Pick<DuplicateView, "answered" | "others"> {
  const last = submissions.find((one) => (settled ? one.receipt === settled.receipt : isAbout(one, id)));
  if (last?.content.slice !== "duplicate") return {};
  const { receipt, status, queuedAt, content } = last;
  const shown = status === "received" && queuedAt ? "queued" : status;
  const { answer, acceptedAt: at } = content;
  const kept = answer.says === "keep" && ([0, 1] as const).find((which) => isSide(sides[which], answer.keep));
  return {
    answered: { receipt, says: answer.says, ...(typeof kept === "number" && { kept }), status: shown, at },
    ...(by && by.personId !== last.by?.personId && { others: true }),
  };
}

/** For who decides: how it stands now, beside what was answered. Nothing found: the register has moved since. */
export function answeredFor(
  record: FullRecord,
  { id, answer }: DuplicateAccepted,
  receipt: Submission["receipt"],
  asked: Asked,
): { found?: DuplicateView; keeps?: Which; objection?: string } {
  const duplicates = foundIn(record);
  const open = duplicates.find((one) => one.id === id && !one.settled);
  const found = open ?? duplicates.find(({ settled }) => settled?.receipt === receipt);
  const said = answer.says === "object" ? { objection: answer.text } : {};
  if (!found) return said;
  const keeps = answer.says === "keep" && ([0, 1] as const).find((which) => isSide(found.sides[which], answer.keep));
  return {
    ...said,
    found: viewOf(found, record, asked),
    ...(typeof keeps === "number" && { keeps }),
  };
}

/** In the list of what was sent: `keep.310 江苏省…` for what is to stay, `object` for an objection. The page has the words. */
export const duplicateAsked = ({ answer }: DuplicateAccepted, placeName: Names): string =>
  answer.says === "object" ? "object" : `keep.${answer.keep.scheme} ${placeName(answer.keep.region)}`;
export const duplicateItem = ({ insurance }: DuplicateAccepted): string => `duplicate.${insurance}`;
