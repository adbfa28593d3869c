// When may a person change what the register holds about them?
// The browser asks before sending, the API before recording, the worker before applying.
import { leading } from "../facts.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import type { Address, Fact, Identity, RecordPage, Registration } from "../registration.ts";
import { whyLimited } from "../session/rules.ts";
import type { Change, ChangeAccepted } from "./contract.ts";
import { type CorrectionFinding, findingsOnCorrection } from "./correct.ts";
import { isCorrection } from "./corrections.ts";

/** As much of a record as the rules ask about: a page knows less than the register. */
export type KnownRecord = {
  registration: Pick<Registration, "status"> & { identity: Pick<Identity, "birth"> };
  facts: readonly Fact[];
};
export type ChangeSituation = { record: KnownRecord; change: Change; now: Instant };
export type ChangeFinding =
  | "change.registration-closed"
  | "change.phone-unchanged"
  | "change.address-unchanged"
  | "change.moved-in-future"
  | "change.moved-before-birth"
  | "change.employer-missing"
  | "change.employer-not-due"
  | "change.employment-unchanged"
  | "change.card-unchanged";

export type ChangeRule = Rule<ChangeSituation, ChangeFinding>;

export const registrationIsOpen: ChangeRule = ({ record }) =>
  record.registration.status === "closed" ? finding("change.registration-closed") : undefined;

/** To confirm a number that has become doubtful is no empty word: it is how a phone becomes good again. */
const phoneDiffers: ChangeRule = ({ record, change, now }) => {
  if (change.item !== "phone") return undefined;
  const held = leading(record.facts, "phone");
  return held?.phone === change.phone && !whyLimited(held, dateOf(now)) ? finding("change.phone-unchanged", "phone") : undefined;
};

const sameAddress = (a: Address, b: Address | undefined) => a.division === b?.division && a.lines === b.lines;

const addressDiffers: ChangeRule = ({ record, change }) =>
  "address" in change && sameAddress(change.address, leading(record.facts, change.item))
    ? finding("change.address-unchanged", "address", "lines")
    : undefined;

const movedByToday: ChangeRule = ({ change, now }) =>
  change.item === "hukou" && change.movedOn > dateOf(now) ? finding("change.moved-in-future", "movedOn") : undefined;

const movedInThisLife: ChangeRule = ({ record, change }) =>
  change.item === "hukou" && change.movedOn < (record.registration.identity.birth ?? "")
    ? finding("change.moved-before-birth", "movedOn")
    : undefined;

const employedBySomeone: ChangeRule = ({ change }) =>
  change.item === "employment" && change.status === "EMPLOYED" && !change.employer
    ? finding("change.employer-missing", "employer", "name")
    : undefined;

const noEmployerWithoutWork: ChangeRule = ({ change }) =>
  change.item === "employment" && change.status !== "EMPLOYED" && change.employer
    ? finding("change.employer-not-due", "employer", "name")
    : undefined;

export const employmentDiffers: ChangeRule = ({ record, change }) => {
  if (change.item !== "employment") return undefined;
  const held = leading(record.facts, "employment");
  return held?.status === change.status && held.employer?.name === change.employer?.name
    ? finding("change.employment-unchanged", "status")
    : undefined;
};

export const cardDiffers: ChangeRule = ({ record, change }) =>
  change.item === "card" && change.hasCard === leading(record.facts, "card")?.hasCard
    ? finding("change.card-unchanged", "hasCard")
    : undefined;

/** What must hold whenever it is asked, and what only makes no sense while one thing is known: to say again what is registered. */
const lasting = [registrationIsOpen, movedByToday, movedInThisLife, employedBySomeone, noEmployerWithoutWork];
const kind = [phoneDiffers, addressDiffers, employmentDiffers, cardDiffers];

type Asked = ChangeSituation & { record: Pick<RecordPage, "registration" | "facts"> };

export function decideChange(situation: Asked): Result<ChangeAccepted, Finding<ChangeFinding | CorrectionFinding>[]> {
  const { record, change, now } = situation;
  const findings = [
    ...examine([...lasting, ...kind], situation),
    ...(isCorrection(change) ? findingsOnCorrection({ identity: record.registration.identity, change, now }) : []),
  ];
  if (findings.length > 0) return refused(findings);
  return accepted({ slice: "change", change: situation.change, acceptedAt: situation.now });
}

/**
 * When its turn has come. What was accepted may meanwhile say nothing new; it is still the person's latest word, and kept as
 * such: were it refused, an earlier word that comes late would undo it.
 */
export const stillHolds = (situation: ChangeSituation): Finding<ChangeFinding>[] => examine(lasting, situation);
