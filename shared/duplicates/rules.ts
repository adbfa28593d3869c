// May this be said to something that is double? The API asks before storing, the worker before it opens the desk's task, and again
// when the desk has said yes: the register may have moved meanwhile.
import { dateOf, type Instant, monthOf, type PlainMonth } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { DuplicateAccepted, DuplicateAnswer } from "./contract.ts";
import { type About, type Decided, decideDuplicate, type IfKept, ifKept } from "./decide.ts";
import { type Duplicate, type DuplicateId, isSide, keyOfSide, other, type Which } from "./duplicate.ts";

export type DuplicateFinding =
  | "duplicate.registration-closed"
  | "duplicate.gone"
  | "duplicate.waiting"
  | "duplicate.nothing-to-do"
  | "duplicate.needs-staff"
  | "duplicate.keeps-other"
  | "duplicate.transfer-first"
  | "duplicate.waiver-needed"
  | "duplicate.changed"
  | KeptFinding;
export type KeptFinding = "duplicate.kept-not-active" | "duplicate.kept-ends";

/** `papers`: how many came with it. */
export type DuplicateSituation = {
  closed: boolean;
  duplicates: readonly Duplicate[];
  about: About;
  id: DuplicateId;
  answer: DuplicateAnswer;
  papers: number;
  policy: Policy;
  now: Instant;
};

/** The law of the place that acts if the first one is not kept: the same for both, where numbers are the nation's. */
export const lawFor = ({ sides }: Duplicate, policy: Policy, now: Instant) =>
  policy({ region: sides[1].region, asOf: dateOf(now) });

/** Cover never breaks off: what stays is in force before the other one ends, and does not end before it would have. */
export function keptFinding({ sides }: Duplicate, kept: Which, { becomes }: IfKept, month: PlainMonth): KeptFinding | undefined {
  if (!becomes) return undefined;
  const [stays, goes] = [sides[kept], sides[other(kept)]];
  if (stays.status !== "active" || stays.from > month || (stays.to ?? month) < month) return "duplicate.kept-not-active";
  return stays.to && (!goes.to || stays.to < goes.to) ? "duplicate.kept-ends" : undefined;
}

export type Answered = { duplicate: Duplicate; decided: Decided; kept?: Which; then?: IfKept };

export function decideAnswer(asked: DuplicateSituation): Result<Answered, Finding<DuplicateFinding>[]> {
  const { closed, duplicates, about, id, answer, papers, policy, now } = asked;
  const no = (code: DuplicateFinding, ...path: string[]) => refused([finding(code, ...path)]);
  if (closed) return no("duplicate.registration-closed");
  const duplicate = duplicates.find((one) => one.id === id && !one.settled);
  if (!duplicate) return no("duplicate.gone", "id");
  if (!duplicate.operational) return no("duplicate.nothing-to-do", "id");
  const law = lawFor(duplicate, policy, now);
  const decided = decideDuplicate(duplicate, about, law);
  if (answer.says === "object") return accepted({ duplicate, decided });

  const kept = ([0, 1] as const).find((which) => isSide(duplicate.sides[which], answer.keep));
  if (kept === undefined) return no("duplicate.gone", "answer", "keep");
  if (decided.says === "NEEDS_STAFF") return no("duplicate.needs-staff", "id");
  if (decided.transferFirst) return no("duplicate.transfer-first", "id");
  if (!decided.keeps.includes(kept)) return no("duplicate.keeps-other", "answer", "keep");
  const then = ifKept(duplicate, decided.says, kept, law);
  const notNow = keptFinding(duplicate, kept, then, monthOf(dateOf(now)));
  if (notNow) return no(notNow, "answer", "keep");
  if (decided.waiver && !answer.waiver) return no("duplicate.waiver-needed", "answer", "waiver");
  if (decided.waiver && papers === 0) return no("duplicate.waiver-needed", "evidence");
  return isAsTold(answer.told, decided, then)
    ? accepted({ duplicate, decided, kept, then })
    : no("duplicate.changed", "answer", "told");
}

/** A promise was made with an amount in it: months paid since then may add to it, nothing takes from it unsaid. */
const isAsTold = (told: Extract<DuplicateAnswer, { says: "keep" }>["told"], { says }: Decided, { refund }: IfKept): boolean =>
  told.says === says && (told.refund === undefined ? refund === undefined : refund !== undefined && refund >= told.refund);

/** An objection goes to the agency that would act if what the rule keeps were kept. */
export function asAccepted(
  { duplicate, decided, kept, then }: Answered,
  { id, answer, policy, now }: DuplicateSituation,
): DuplicateAccepted {
  const would = kept ?? decided.suggests ?? decided.keeps[0] ?? 0;
  const { acts } = then ?? ifKept(duplicate, decided.says, would, lawFor(duplicate, policy, now));
  const [one, two] = duplicate.sides;
  return {
    slice: "duplicate",
    id,
    insurance: duplicate.insurance,
    sides: [keyOfSide(one), keyOfSide(two)],
    answer,
    agency: acts,
    acceptedAt: now,
  };
}
