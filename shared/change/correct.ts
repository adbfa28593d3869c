// When may a person say that the register has them wrong, or that a relative has died? Nobody is turned away because of what a
// number says about its holder: a few genuine cards are wrong (handbook 1.2); that is for the two who look at the paper.
import { leadsHere, saidByNumber } from "../identity.ts";
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import { readDocument } from "../kernel/documents.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import type { Identity } from "../registration.ts";
import { readWho } from "../session/who.ts";
import type { Correction } from "./corrections.ts";

export type CorrectionSituation = { identity: Identity; change: Correction; now: Instant };
export type CorrectionFinding =
  | "change.name-unchanged"
  | "change.reason-missing"
  | "change.sex-unchanged"
  | "change.birth-unchanged"
  | "change.birth-in-future"
  | "change.number-unchanged"
  | "change.death-of-oneself"
  | "change.died-in-future"
  | "change.died-before-birth"
  | "change.evidence-missing"
  | "change.number-taken"
  | "change.reported-already"
  | `number.${string}`
  | "name.unreadable";
type DeathReport = Extract<Correction, { item: "death" }>;
type CorrectionRule = Rule<CorrectionSituation, CorrectionFinding>;

/** Also where only its drawing differs: 䶮 instead of a question mark, · instead of a full stop. */
export const nameDiffers: CorrectionRule = ({ identity, change }) =>
  change.item === "name" && change.name === identity.name ? finding("change.name-unchanged", "name") : undefined;

export const otherReasonSaid: Rule<Pick<CorrectionSituation, "change">, CorrectionFinding> = ({ change }) =>
  change.item === "name" && change.reason === "other" && !change.text ? finding("change.reason-missing", "text") : undefined;

export const sexDiffers: Rule<{ identity: Pick<Identity, "sex">; change: Correction }, CorrectionFinding> = ({
  identity,
  change,
}) => (change.item === "sex" && change.sex === identity.sex ? finding("change.sex-unchanged", "sex") : undefined);

export const birthDiffers: Rule<{ identity: Pick<Identity, "birth">; change: Correction }, CorrectionFinding> = ({
  identity,
  change,
}) => (change.item === "birth" && change.birth === identity.birth ? finding("change.birth-unchanged", "birth") : undefined);

const bornByToday: CorrectionRule = ({ change, now }) =>
  change.item === "birth" && change.birth > dateOf(now) ? finding("change.birth-in-future", "birth") : undefined;

const numberDiffers: CorrectionRule = ({ identity, change }) =>
  change.item === "number" && change.docType === identity.docType && change.number === identity.number
    ? finding("change.number-unchanged", "number")
    : undefined;

const ofSomebodyElse: CorrectionRule = ({ identity, change }) =>
  change.item === "death" && leadsHere(identity, change) ? finding("change.death-of-oneself", "number") : undefined;

const diedByToday: CorrectionRule = ({ change, now }) =>
  change.item === "death" && change.diedOn > dateOf(now) ? finding("change.died-in-future", "diedOn") : undefined;

const diedInThisLife: CorrectionRule = ({ change, now }) => {
  if (change.item !== "death") return undefined;
  const who = readWho(change, dateOf(now));
  const born = who.ok && saidByNumber(who.value.documents[0], dateOf(now)).birth;
  return born && change.diedOn < born ? finding("change.died-before-birth", "diedOn") : undefined;
};

/** What must hold whenever it is asked, and what only makes no sense while the register says one thing. */
const lasting = [otherReasonSaid, bornByToday, ofSomebodyElse, diedByToday, diedInThisLife];
const differs = [nameDiffers, sexDiffers, birthDiffers, numberDiffers];

export const findingsOnCorrection = (situation: CorrectionSituation): Finding<CorrectionFinding>[] =>
  examine([...lasting, ...differs], situation);
export const stillCorrects = (situation: CorrectionSituation): Finding<CorrectionFinding>[] => examine(lasting, situation);

const REPORTS_OF_ONE_DEATH = 2; // a wrong date may be taken back once; who is reported hears of every one

/** Whoever is said to have died is asked each time: nobody reports the same person over and over. */
export function reportedAlready(
  { number }: DeathReport,
  earlier: readonly { change: DeathReport; status: string }[],
): Finding<CorrectionFinding> | undefined {
  const same = earlier.filter(({ change }) => change.number === number);
  const isOpen = same.some(({ status }) => status === "received" || status === "in-review");
  return isOpen || same.length >= REPORTS_OF_ONE_DEATH ? finding("change.reported-already", "number") : undefined;
}

/** As it is to be kept: numbers in the form in which they lead to people. */
export function asKept(change: Correction, now: Instant): Result<Correction, Finding[]> {
  const today = dateOf(now);
  if (change.item === "death") {
    const who = readWho(change, today);
    return who.ok ? accepted({ ...change, number: who.value.documents[0].number }) : refused([...who.refusal]);
  }
  if (change.item !== "number") return accepted(change);
  const { docType, number } = change;
  const reading = readDocument({ docType, typed: number, asOf: today, areaStatus: () => "current" });
  if (!reading.ok) return refused([finding(`number.${reading.refusal.toLowerCase().replaceAll("_", "-")}`, "number")]);
  return accepted({ ...change, docType: reading.value.docType, number: reading.value.number });
}

export type Doubt = "SEX_MISMATCH" | "BIRTH_MISMATCH";

/** For the two who look: where the number on the card and what is to stand in the register will disagree. */
export function doubtsAbout({ birth, sex, ...document }: Identity, asOf: PlainDate): Doubt[] {
  const said = saidByNumber(document, asOf);
  const doubts: [Doubt, boolean][] = [
    ["BIRTH_MISMATCH", said.birth !== undefined && birth !== undefined && said.birth !== birth],
    ["SEX_MISMATCH", said.sex !== undefined && sex !== "U" && said.sex !== sex],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}
