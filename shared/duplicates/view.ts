// What is double, as its person and the desk see it: both sides, what would stay, what would go back, what was said to it so far.
import { dateOf, type Instant, monthOf } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Policy } from "../policy/law.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import type { RecordPage } from "../registration.ts";
import type { Submission } from "../submission.ts";
import { basisOf } from "./basis.ts";
import type { DuplicateAccepted, Duplicates, DuplicateView, IfKeptView } from "./contract.ts";
import { type About, aboutIn, countsInStatistics, type Decided, decideDuplicate, ifKept } from "./decide.ts";
import { type Duplicate, type DuplicateSide, isSide, type Which } from "./duplicate.ts";
import { keptFinding, lawFor } from "./rules.ts";

type Names = (division: DivisionCode) => string;
type Asked = { policy: Policy; placeName: Names; now: Instant };

/** `submissions`: of this person, the newest first. */
export function duplicatesOf(
  record: Pick<RecordPage, "registration" | "summary" | "facts">,
  submissions: readonly Submission[],
  asked: Asked,
): Duplicates {
  const { identity } = record.registration;
  const { asOf, duplicates = [] } = record.summary;
  return {
    person: { name: masked("name", identity.name), number: maskedNumber(identity) },
    today: dateOf(asked.now),
    ...(asOf && { asOf }),
    duplicates: duplicates.map((one) => ({ ...viewOfDuplicate(one, aboutIn(record), asked), ...answeredIn(submissions, one) })),
  };
}

export function viewOfDuplicate(duplicate: Duplicate, about: About, asked: Asked): DuplicateView {
  const { placeName, policy, now } = asked;
  const { id, insurance, sides, common, operational, settled } = duplicate;
  const law = lawFor(duplicate, policy, now);
  const decided = decideDuplicate(duplicate, about, law);
  const counts = countsInStatistics(duplicate, law);
  const place = (division: DivisionCode) => ({ division, name: placeName(division) });
  const side = ({ region, refund: _, ...rest }: DuplicateSide) => ({ ...rest, place: place(region) });
  const { keeps, chooses, suggests, waiver, transferFirst, missing } = decided;
  const says = settled?.says ?? decided.says;
  return {
    ...{ id, insurance, common, says, keeps, missing },
    operational: operational === true,
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

function ifKeptView(duplicate: Duplicate, { says }: Decided, kept: Which, { placeName, now }: Asked): IfKeptView {
  const { acts, ...then } = ifKept(duplicate, says, kept);
  const obstacle = keptFinding(duplicate, kept, { acts, ...then }, monthOf(dateOf(now)));
  return { ...then, acts: { division: acts, name: placeName(acts) }, ...(obstacle && { obstacle }) };
}

export const isAbout = ({ content }: Pick<Submission, "content">, id: Duplicate["id"]): boolean =>
  content.slice === "duplicate" && content.id === id;

function answeredIn(submissions: readonly Submission[], { id }: Duplicate): Pick<DuplicateView, "answered"> {
  const last = submissions.find((one) => isAbout(one, id));
  if (last?.content.slice !== "duplicate") return {};
  const { receipt, status, queuedAt, content } = last;
  const shown = status === "received" && queuedAt ? "queued" : status;
  return { answered: { receipt, says: content.answer.says, status: shown, at: content.acceptedAt } };
}

/** For who decides: how it stands now, beside what was answered. Nothing found: the register has moved since. */
export function answeredFor(
  record: Pick<RecordPage, "summary" | "facts">,
  { id, answer }: DuplicateAccepted,
  receipt: Submission["receipt"],
  asked: Asked,
): { found?: DuplicateView; keeps?: Which; objection?: string } {
  const { duplicates = [] } = record.summary;
  const open = duplicates.find((one) => one.id === id && !one.settled);
  const found = open ?? duplicates.find(({ settled }) => settled?.receipt === receipt);
  const said = answer.says === "object" ? { objection: answer.text } : {};
  if (!found) return said;
  const keeps = answer.says === "keep" && ([0, 1] as const).find((which) => isSide(found.sides[which], answer.keep));
  return {
    ...said,
    found: viewOfDuplicate(found, aboutIn(record), asked),
    ...(typeof keeps === "number" && { keeps }),
  };
}

/** In the list of what was sent: `keep.310 江苏省…` for what is to stay, `object` for an objection. The page has the words. */
export const duplicateAsked = ({ answer }: DuplicateAccepted, placeName: Names): string =>
  answer.says === "object" ? "object" : `keep.${answer.keep.scheme} ${placeName(answer.keep.region)}`;
export const duplicateItem = ({ insurance }: DuplicateAccepted): string => `duplicate.${insurance}`;
