// Every route for staff, in one list: the same as shared/contracts.ts is for residents. What is not here does not exist; the
// authorisation matrix walks over it.
import { actingContracts } from "../acting/contract.ts";
import { answerChallenge, compareHousehold, listChallenges, listLooks } from "../audit/contract.ts";
import { staffDelegations } from "../delegation/staff-contract.ts";
import {
  decideMatter,
  finishMatter,
  listColleagues,
  listMatters,
  objectToMatter,
  openMatter,
  passMatter,
  readMatterEvidence,
  returnMatter,
  revealInMatter,
} from "../desk/contract.ts";
import { helplineContracts } from "../helpline/contract.ts";
import { listVillages, readCoverage } from "../households/contract.ts";
import type { Contract } from "../kernel/contract.ts";
import { appoint, endGrant, endSessionOf, listSessionsOf, reviewGrants } from "../security/contract.ts";
import { readStaffOpenApi } from "../service/contract.ts";
import {
  currentStaff,
  endMySession,
  finishStaffSignIn,
  listMySessions,
  signOutStaff,
  startStaffSignIn,
} from "../staff-session/contract.ts";
import { staffTransferContracts } from "../transfer/staff.ts";
import { visitContracts } from "../visits/contract.ts";
import { openForms, readReceipts } from "../visits/forms.ts";

/** A route for staff says who may come: nobody, or these roles. */
export type StaffContract = Contract & { path: `/staff/${string}` };

export const staffContracts: readonly StaffContract[] = [
  readStaffOpenApi,
  startStaffSignIn,
  finishStaffSignIn,
  currentStaff,
  signOutStaff,
  listMySessions,
  endMySession,
  reviewGrants,
  appoint,
  endGrant,
  listSessionsOf,
  endSessionOf,
  listLooks,
  compareHousehold,
  listChallenges,
  answerChallenge,
  ...helplineContracts,
  listMatters,
  openMatter,
  listColleagues,
  passMatter,
  decideMatter,
  returnMatter,
  objectToMatter,
  finishMatter,
  revealInMatter,
  readMatterEvidence,
  ...staffTransferContracts,
  ...staffDelegations,
  ...actingContracts,
  ...visitContracts,
  readReceipts,
  openForms,
  readCoverage,
  listVillages,
];
