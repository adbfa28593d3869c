// May this be moved, and if not, why? The simulator asks with what somebody types, the API before it records, the worker before it
// opens the transfer. Everything that stands in the way is said at once. Handbook 6.
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import type { Key } from "../policy/keys.ts";
import { type ConsentFinding, guardianConsents } from "../privacy/consent.ts";
import { placeOfBenefit, temporaryAccount } from "./benefit.ts";
import { gapOf } from "./gap.ts";
import { moneyOf } from "./money.ts";
import { isSamePlace, isSameProvince, provinceOf } from "./places.ts";
import { endsOf, lawAt, movingIn, type Situation } from "./situation.ts";
import { type SwitchFinding, switchFindings, switchOf } from "./switch.ts";
import { movedUnderTheLaw, paidInItsTime, ruledBy, type WhenFinding } from "./when.ts";

export type TransferFinding =
  | SwitchFinding
  | ConsentFinding
  | "transfer.registration-closed"
  | "transfer.child-only-medical"
  | "transfer.already-open"
  | "transfer.same-place"
  | "transfer.same-province"
  | "transfer.not-enrolled-there"
  | WhenFinding
  | "transfer.temporary-account"
  | "transfer.hukou-unknown"
  | "transfer.not-hukou"
  | "transfer.claim-at-hukou"
  | "transfer.evidence-missing"
  | "transfer.not-loaded";
type TransferRule = Rule<Situation, TransferFinding>;

const registrationIsOpen: TransferRule = ({ known }) => (known.closed ? finding("transfer.registration-closed") : undefined);

/** One of a kind at a time: two agencies cannot both be the new one. */
const nothingOpen: TransferRule = ({ known, wish }) =>
  known.open.some(({ kind }) => kind === wish.kind) ? finding("transfer.already-open", "wish", "kind") : undefined;

const childrenMoveMedical: TransferRule = ({ wish, forChild }) =>
  forChild && wish.kind !== "medical" ? finding("transfer.child-only-medical", "wish", "kind") : undefined;

const consented: TransferRule = ({ known, forChild, consent, today }) =>
  forChild && known.birth ? guardianConsents({ consent, birth: known.birth, today }) : undefined;

/** Nothing of which somebody lives already is moved (handbook 6.1, 6.2, 6.4); the switch says it by its own decision. */
const isNotDrawn: TransferRule = (situation) => {
  const { known, wish } = situation;
  if (wish.kind === "pension-switch") return undefined;
  const draws = wish.kind === "medical" ? movingIn(situation).some(({ insuredAs }) => insuredAs === "retired") : known.drawing;
  return draws ? finding("transfer.already-drawing", "wish", "kind") : undefined;
};

const goesElsewhere: TransferRule = ({ wish, policy, today }) => {
  const { from, to } = endsOf(wish);
  if (from.scheme !== to.scheme) return undefined;
  if (wish.kind !== "employee-pension" || wish.from === wish.to)
    return isSamePlace(from.scheme, wish.from, wish.to) ? finding("transfer.same-place", "wish", "to") : undefined;
  if (!isSameProvince(wish.from, wish.to)) return undefined;
  const held = policy({ region: wish.to, asOf: today }).read({ within: "pension-transfer.within-province" });
  return held.ok && held.value.within === "NOT_NEEDED" ? finding("transfer.same-province", "wish", "to") : undefined;
};

const isThere: TransferRule = (situation) =>
  movingIn(situation).length === 0 ? finding("transfer.not-enrolled-there", "wish", "from") : undefined;

/** What was paid where somebody is not at home from that age stays there until the end (国办发〔2009〕66号 Art. 5). */
const relationMoves: TransferRule = (situation) => {
  const found = temporaryAccount(situation);
  return found?.ok && found.value.opens ? finding("transfer.temporary-account", "wish", "to") : undefined;
};

const hukouIsKnown: TransferRule = ({ known, wish }) => {
  const asks = wish.kind !== "medical" && (wish.kind !== "unemployment" || wish.claims === true);
  return asks && !known.hukou ? finding("transfer.hukou-unknown", "known", "hukou") : undefined;
};

const ageIsKnown: TransferRule = ({ known, wish }) =>
  wish.kind === "employee-pension" && !known.birth ? finding("transfer.birth-unknown", "known", "birth") : undefined;

const sexIsKnown: TransferRule = ({ known, wish }) =>
  wish.kind === "employee-pension" && known.sex === "U" ? finding("transfer.sex-unknown", "known", "sex") : undefined;

/** The residents' pension goes with the hukou; where a region says so, with where somebody lives. */
const followsHukou: TransferRule = ({ known, wish, policy, today }) => {
  const { scheme, division } = endsOf(wish).to;
  if (scheme !== "170" || !known.hukou) return undefined;
  const held = policy({ region: division, asOf: today }).read({ at: "resident-pension.at" });
  if (!held.ok) return undefined; // said as missing
  const homes = held.value.at === "EITHER" ? [known.hukou, known.residence] : [known.hukou];
  return homes.some((home) => home !== undefined && isSamePlace("170", home, division))
    ? undefined
    : finding("transfer.not-hukou", "wish", "to");
};

/** The benefit is drawn where somebody was insured last, or at home (handbook 6.5). */
const claimsAtHome: TransferRule = ({ known, wish }) =>
  wish.kind === "unemployment" && wish.claims && known.hukou && !isSamePlace("210", known.hukou, wish.to)
    ? finding("transfer.claim-at-hukou", "wish", "to")
    : undefined;

/** An approved transfer of somebody's post, and years that were paid for in one go: each needs its paper (人社部规〔2016〕5号 Art. 5). */
export function needsPaper(situation: Situation): boolean {
  const { wish } = situation;
  if (wish.kind !== "employee-pension") return false;
  if (wish.approvedTransfer) return true;
  const held = lawAt(situation, wish.from).read({ from: "pension-transfer.one-off-months" });
  return held.ok && (wish.oneOffMonths ?? 0) >= held.value.from;
}

const hasPaper: TransferRule = (situation) =>
  situation.papers === 0 && needsPaper(situation) ? finding("transfer.evidence-missing", "evidence") : undefined;

const rules = [
  registrationIsOpen,
  nothingOpen,
  childrenMoveMedical,
  consented,
  isNotDrawn,
  goesElsewhere,
  isThere,
  movedUnderTheLaw,
  paidInItsTime,
  hukouIsKnown,
  ageIsKnown,
  sexIsKnown,
  relationMoves,
  followsHukou,
  claimsAtHome,
  hasPaper,
];

/** Numbers of policy without which nothing can be said: for staff, and never a default. */
function notLoaded(situation: Situation): Finding<TransferFinding>[] {
  const { wish, today, policy } = situation;
  const law = policy({ region: wish.to, asOf: today });
  const asked: Key[] =
    wish.kind === "employee-pension" ? ["pension-transfer.within-province", ruledBy[wish.kind]] : [ruledBy[wish.kind]];
  const missing = asked.flatMap((key) => (law.entry(key).ok ? [] : [key]));
  const results = [
    temporaryAccount(situation),
    wish.kind === "employee-pension" ? placeOfBenefit(situation, provinceOf(wish.to)) : undefined,
    moneyOf(situation),
    gapOf(situation),
    switchOf(situation),
  ];
  const keys = results.flatMap((result) => (result && !result.ok ? [result.refusal.key] : []));
  return [...new Set([...missing, ...keys])].map((key) => finding("transfer.not-loaded", key));
}

/** Why it may not be sent: everything at once. */
export function transferFindings(situation: Situation): Finding<TransferFinding>[] {
  const findings = [...examine(rules, situation), ...switchFindings(situation)];
  // A move before the rules began is told by that, not by each number that was not there yet.
  const isTooEarly = findings.some(({ code }) => code === "transfer.before-scheme" || code === "transfer.moved-in-future");
  return isTooEarly ? findings : [...findings, ...notLoaded(situation)];
}
