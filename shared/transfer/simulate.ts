// What would come of a move, before anything is sent: in the browser, from what the register offers or somebody types. Handbook 6.

import type { DivisionCode } from "../kernel/fields.ts";
import type { Finding } from "../kernel/rule.ts";
import { placeOfBenefit, type TemporaryAccount, temporaryAccount } from "./benefit.ts";
import { type Completion, completionOf } from "./completion.ts";
import { gapOf } from "./gap.ts";
import { type Lacking, lackingFor } from "./lacking.ts";
import { moneyOf } from "./money.ts";
import { carriedBy, countMonths, isOf, relationsAt, timeLine } from "./months.ts";
import { provinceOf } from "./places.ts";
import { needsPaper, type TransferFinding, transferFindings } from "./rules.ts";
import { applyAt, endsOf, movingIn, movingWithCarried, type Situation } from "./situation.ts";
import { switchDecision } from "./switch.ts";
import type { End, Plan, TransferKind } from "./transfer.ts";
import type { SwitchDecision } from "./urban-rural.ts";

/**
 * `may`: `ask`: something has to be known first, `findings` say what; `not-needed`: the months count without it. `paper`: a document
 * has to come with it. `counts`: paid months that count at the new place, before and after; `total`: in all places of that insurance,
 * which no move changes.
 */
export type Simulation = {
  kind: TransferKind;
  may: "yes" | "no" | "ask" | "not-needed";
  findings: readonly Finding<TransferFinding>[];
  applyAt: readonly DivisionCode[];
  from: End;
  to: End;
  plan: Plan;
  paper: boolean;
  temporaryAccount?: TemporaryAccount;
  decision?: SwitchDecision;
  /** Of a switch. */
  lacking?: Lacking;
  counts: { before: number; after: number; total: number };
  done: Completion;
};

const asks: readonly TransferFinding[] = [
  "transfer.hukou-unknown",
  "transfer.birth-unknown",
  "transfer.sex-unknown",
  "transfer.category-unknown",
  "transfer.evidence-missing",
  "transfer.not-loaded",
  "consent.missing",
  "consent.older-notice",
];

function answerOf(findings: readonly Finding<TransferFinding>[]): Simulation["may"] {
  if (findings.length === 0) return "yes";
  if (findings.every(({ code }) => asks.includes(code))) return "ask";
  const [only, ...more] = findings.filter(({ code }) => !asks.includes(code));
  return only?.code === "transfer.same-province" && more.length === 0 ? "not-needed" : "no";
}

export function simulate(situation: Situation): Simulation {
  const { wish } = situation;
  const findings = transferFindings(situation);
  const [temporary, decision] = [temporaryAccount(situation), switchDecision(situation)];
  const lacking = lackingFor(situation);
  return {
    kind: wish.kind,
    may: answerOf(findings),
    findings,
    applyAt: applyAt(wish),
    ...endsOf(wish),
    plan: planOf(situation),
    paper: needsPaper(situation),
    ...(temporary?.ok && { temporaryAccount: temporary.value }),
    ...(decision?.ok && { decision: decision.value }),
    ...(lacking && { lacking }),
    counts: countsOf(situation),
    done: completionOf(situation),
  };
}

/** What is told, and kept with the transfer: numbers that are missing stand in it and hold nothing up. */
export function planOf(situation: Situation): Plan {
  const { wish } = situation;
  const carries = carriedBy(movingIn(situation));
  const [money, gap] = [moneyOf(situation), gapOf(situation)];
  const isPension = wish.kind === "employee-pension" || wish.kind === "pension-switch";
  const benefit = isPension ? placeOfBenefit(situation, relationAfter(situation)) : undefined;
  const results = [money, gap, benefit];
  return {
    carries,
    counted: countMonths(movingWithCarried(situation)),
    line: timeLine(alikeIn(situation), carries, wish.kind === "employee-pension" && wish.temporary ? carries : []),
    awaits: money.ok && money.value.awaited ? ["sheet", "money"] : ["sheet"],
    ...(money.ok && money.value.money && { money: money.value.money }),
    ...(money.ok && money.value.inFull && { inFull: true }),
    ...(benefit?.ok && { benefit: benefit.value }),
    ...(gap?.ok && { gap: gap.value }),
    missing: [
      ...(money.ok ? money.value.missing : []),
      ...results.flatMap((result) => (result && !result.ok ? [result.refusal.key] : [])),
    ],
  };
}

const isThis = (one: Plan["carries"][number], other: Plan["carries"][number]) =>
  one.scheme === other.scheme && one.region === other.region && one.from === other.from;

/** A temporary account leaves the relation where it was. */
function relationAfter(situation: Situation): string {
  const { wish } = situation;
  const opens = temporaryAccount(situation);
  const stays = opens?.ok && opens.value.opens;
  if (wish.kind === "pension-switch" && wish.toward === "resident") return provinceOf(wish.from);
  return provinceOf(stays ? wish.from : wish.to);
}

/** Of the insurance that moves, in all places: of both pensions where it is a switch between them, of both medical ones. */
function alikeIn({ known, wish }: Situation) {
  const { from, to } = endsOf(wish);
  return known.relations.filter((one) => isOf(from.scheme)(one) || isOf(to.scheme)(one));
}

/** Resident years never become employee years (handbook 6.3): they move the account alone. */
function countsOf(situation: Situation): Simulation["counts"] {
  const { known, wish } = situation;
  const { to } = endsOf(wish);
  const there = relationsAt(known.relations, to.scheme, to.division);
  const carried = known.relations.filter((one) => there.some(({ carries = [] }) => carries.some((each) => isThis(one, each))));
  const [before, moving] = [[...there, ...carried], movingWithCarried(situation)];
  const converts = wish.kind !== "pension-switch" || wish.toward === "resident";
  return {
    before: countMonths(before),
    after: countMonths(converts ? [...before, ...moving] : before),
    total: countMonths(alikeIn(situation)),
  };
}
