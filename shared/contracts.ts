// Every route for residents, in one list. What is not here does not exist: the API turns everything else away, the OpenAPI
// document is made from this, and the table of bad inputs walks over it.
import { askWhy, readAccessLog, readProofs, readRoots } from "./access-log/contract.ts";
import { askPhoneCode, submitChange } from "./change/contract.ts";
import { readCheck } from "./check/contract.ts";
import { listChildren } from "./children/contract.ts";
import { submitDeclaration } from "./declaration/contract.ts";
import { askDelegationCode, beginDelegation, endDelegation, listDelegations, objectToGuardians } from "./delegation/contract.ts";
import { answerDuplicate, readDuplicates } from "./duplicates/contract.ts";
import { readOffer, submitEnrolment } from "./enrolment/contract.ts";
import { listEvidence, putEvidence, removeEvidence } from "./evidence/contract.ts";
import type { ProblemType } from "./kernel/answers.ts";
import type { Contract } from "./kernel/contract.ts";
import { askNewcomerCode, openNewcomer, submitNewcomer } from "./newcomer/contract.ts";
import { registerChild } from "./newcomer/newborn.ts";
import { askReplacementCode, submitPhoneReplacement } from "./phone-replacement/contract.ts";
import { noteNotice, takeCopy } from "./privacy/contract.ts";
import { readRegistration, readRegistrationForm, submitRegistration } from "./registration/contract.ts";
import { readReminders, setReminders } from "./reminder/contract.ts";
import { readHealth, readOpenApi } from "./service/contract.ts";
import { addProof, askCode, currentSession, signIn, signOut } from "./session/contract.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "./submissions/contract.ts";
import { readTransferOffer, readTransfers, stepTransfer, submitTransfer } from "./transfer/contract.ts";

export const contracts: readonly Contract[] = [
  askCode,
  signIn,
  currentSession,
  signOut,
  addProof,
  readCheck,
  askPhoneCode,
  submitChange,
  submitDeclaration,
  readOffer,
  submitEnrolment,
  readDuplicates,
  answerDuplicate,
  readTransferOffer, // before the list, whose address its own begins with
  readTransfers,
  submitTransfer,
  stepTransfer,
  submitRegistration,
  readRegistrationForm,
  listChildren,
  listDelegations,
  askDelegationCode,
  beginDelegation,
  objectToGuardians,
  endDelegation,
  listSubmissions,
  readSubmission,
  withdrawSubmission,
  askReplacementCode,
  submitPhoneReplacement,
  readAccessLog,
  readProofs,
  readRoots,
  askWhy,
  noteNotice,
  takeCopy,
  askNewcomerCode,
  openNewcomer,
  submitNewcomer,
  registerChild,
  readReminders,
  setReminders,
  putEvidence,
  removeEvidence,
  listEvidence,
  readRegistration, // behind every other address that begins like it
  readHealth,
  readOpenApi,
];

/** Every problem that a route may answer: those of its kind, and its own. */
export function problemsOf(contract: Contract): ProblemType[] {
  const kinds: [applies: boolean, problems: ProblemType[]][] = [
    [true, ["malformed", "too-large", "wrong-content-type", "wrong-method", "unexpected", "unavailable"]],
    [contract.method !== "GET", ["foreign-origin"]],
    [contract.signedIn || contract.staff !== undefined, ["signed-out"]],
    [contract.staff !== undefined && contract.staff.roles.length > 0, ["not-your-role"]],
    [contract.signedIn && !(contract.limited && contract.newcomer), ["not-this-session"]],
    [contract.params !== undefined, ["not-found"]],
    [contract.attempt === true, ["attempt-reused"]],
    [contract.delegable !== undefined, ["not-found", "refused"]],
    [true, [...(contract.problems ?? [])]],
  ];
  return [...new Set(kinds.flatMap(([applies, problems]) => (applies ? problems : [])))];
}
