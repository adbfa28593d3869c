// Acting for who is on the phone: the residents' own forms, sent by an agent on a ticket. What somebody of the staff may send for a
// caller is made from the residents' contracts, so that nothing else can be and nothing is said twice.
import * as v from "valibot";
import { askPhoneCode, submitChange } from "../change/contract.ts";
import { readCheck } from "../check/contract.ts";
import { listChildren } from "../children/contract.ts";
import { submitDeclaration } from "../declaration/contract.ts";
import { endDelegation, listDelegations } from "../delegation/contract.ts";
import { DelegationRef } from "../delegation/whom.ts";
import { answerDuplicate, readDuplicates } from "../duplicates/contract.ts";
import { readOffer, submitEnrolment } from "../enrolment/contract.ts";
import { TicketNo } from "../helpline/ticket.ts";
import { Instant } from "../kernel/calendar.ts";
import type { Contract } from "../kernel/contract.ts";
import { Receipt } from "../kernel/fields.ts";
import { readRegistrationForm, submitRegistration } from "../registration/contract.ts";
import { currentSession } from "../session/contract.ts";
import type { StaffContract } from "../staff/contracts.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "../submissions/contract.ts";
import { readTransferOffer, readTransfers, stepTransfer, submitTransfer } from "../transfer/contract.ts";

const agents = { roles: ["agent"] } as const;

/**
 * Whom the ticket is about and what may be done for them now. `consent`: until then one thing may be sent; without it the caller has to
 * read out a code (POST …/codes, then …/answers with the question `code`). Another person's ticket, or one below level 2: 404 and 403.
 */
export const readActing = {
  method: "GET",
  path: "/staff/tickets/:ticket/acting",
  title: "Whom I act for, and whether one thing may be sent",
  signedIn: false,
  staff: agents,
  params: v.strictObject({ ticket: TicketNo }),
  status: 200,
  reply: v.object({ name: v.string(), consent: v.optional(Instant) }),
  problems: ["not-this-session", "wait"],
} as const;

/** Why something may not be sent for a caller: they have to read a code out first; or it is for the desk, where papers can be shown. */
export type ActingFinding = "acting.consent-missing" | "acting.paper-needed";

export type Acted = { residents: Contract; contract: StaffContract };

/** Below this address everything is as it is for residents. */
export const ACTING = "/staff/tickets/:ticket/for";

function acted(residents: Contract, named: v.ObjectEntries = {}): Acted {
  const { signedIn: _, limited: _limited, newcomer: _newcomer, problems = [], ...same } = residents;
  const contract: StaffContract = {
    ...same,
    path: `${ACTING}${residents.path}`,
    title: `For who is on the phone: ${residents.title}`,
    signedIn: false,
    staff: agents,
    params: v.strictObject({ ticket: TicketNo, ...named }),
    problems: [...problems, "not-this-session", "wait", ...(residents.attempt ? (["refused", "conflict"] as const) : [])],
  };
  return { residents, contract };
}

const oneReceipt = { receipt: Receipt };

/**
 * What needs a paper or a picture is not among it: nobody can show one on the phone. Nor is the printed form, which is unmasked: an
 * agent sees one field at a time, with a reason.
 */
export const acting: readonly Acted[] = [
  acted(currentSession),
  acted(readCheck),
  acted(askPhoneCode),
  acted(submitChange),
  acted(submitDeclaration),
  acted(readOffer),
  acted(submitEnrolment),
  acted(readDuplicates),
  acted(answerDuplicate),
  acted(submitRegistration),
  acted(readRegistrationForm),
  acted(readTransferOffer),
  acted(readTransfers),
  acted(submitTransfer),
  acted(stepTransfer, oneReceipt),
  acted(listChildren),
  acted(listDelegations),
  acted(endDelegation, { delegation: DelegationRef }),
  acted(listSubmissions),
  acted(readSubmission, oneReceipt),
  acted(withdrawSubmission, oneReceipt),
];

export const actingContracts: readonly StaffContract[] = [readActing, ...acting.map(({ contract }) => contract)];
