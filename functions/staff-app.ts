import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Hono } from "hono/tiny";
import { actingContracts } from "../shared/acting/contract.ts";
import { answerChallenge, compareHousehold, listChallenges, listLooks } from "../shared/audit/contract.ts";
import { endDelegationAtDesk, endGuardianship, fileDelegation, seekDelegations } from "../shared/delegation/staff-contract.ts";
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
} from "../shared/desk/contract.ts";
import {
  answerQuestion,
  askCallBack,
  callOnBehalf,
  listCallBacks,
  listTickets,
  makeAppointment,
  markCall,
  noteTicket,
  openTicket,
  ownTicket,
  rateTicket,
  readReporter,
  readTicket,
  revealField,
  search,
  sendCallerCode,
  takeCallBack,
  takeStep,
  tryCallBack,
} from "../shared/helpline/contract.ts";
import { listVillages, readCoverage } from "../shared/households/contract.ts";
import type { Instant } from "../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId } from "../shared/kernel/fields.ts";
import type { Policy } from "../shared/policy/law.ts";
import type { Household } from "../shared/registration.ts";
import { appoint, endGrant, endSessionOf, listSessionsOf, reviewGrants } from "../shared/security/contract.ts";
import { readStaffOpenApi } from "../shared/service/contract.ts";
import { staffContracts } from "../shared/staff/contracts.ts";
import {
  currentStaff,
  endMySession,
  finishStaffSignIn,
  listMySessions,
  signOutStaff,
  startStaffSignIn,
} from "../shared/staff-session/contract.ts";
import { staffTransferContracts } from "../shared/transfer/staff.ts";
import {
  checkVisit,
  giveList,
  listVisitors,
  listVisits,
  noteVisit,
  openList,
  readVisit,
  revealPhone,
  submitFound,
  submitVisitForm,
  withdrawList,
} from "../shared/visits/contract.ts";
import { openForms, readReceipts } from "../shared/visits/forms.ts";
import type { AliasSecret } from "./alias.ts";
import type { Env } from "./app.ts";
import type { Casework } from "./casework/casework.ts";
import type { Desk } from "./desk/desk.ts";
import type { evidenceDoor } from "./evidence/open.ts";
import type { Children } from "./find-children.ts";
import type { Finder } from "./helpline/find.ts";
import { ending, framedBy } from "./http/frame.ts";
import { later } from "./http/later.ts";
import { staffSignedIn } from "./http/staff-session.ts";
import type { Looks } from "./looks/looks.ts";
import type { OpenRecord, RestOf } from "./record.ts";
import type { Households } from "./register/households.ts";
import type { Staff } from "./staff/door.ts";
import type { Issuer } from "./staff/issuer.ts";
import type { OpenAs } from "./staff/record.ts";
import type { Due } from "./task-for.ts";
import type { Visits } from "./visits/visits.ts";

/** No register among them: a record is reached through its door, or not at all. */
export type StaffDeps = {
  client: DynamoDBClient;
  /** Who works here, and their sessions. */
  staff: Staff;
  /** Who says who somebody is. */
  issuer: Issuer;
  openAs: OpenAs;
  /** Of what was opened: every enrolment and every year that was paid besides. */
  restOf: RestOf;
  /** From what callers say to the people who may be meant. */
  finder(): Promise<Finder>;
  desk: Desk;
  /** To be read only. */
  casework: Casework;
  looks: Looks;
  /** Who lives in a household: ids, and nothing of them. */
  kin(household: Household): Promise<PersonId[]>;
  openEvidence(): Promise<ReturnType<typeof evidenceDoor>>;
  secret(): Promise<AliasSecret>;
  due: Due;
  /** The id of a stored message onto the queue of codes. */
  carry(message: string): Promise<void>;
  origins: readonly string[];
  /** 340422 → 安徽省淮南市寿县. */
  places(): Promise<(code: string) => string>;
  divisionIsKnown(code: string): Promise<boolean>;
  /** Every code below a place, its own too. */
  codesIn(place: DivisionCode): Promise<DivisionCode[]>;
  /** The children of who is on the phone, or at the door: each record by the door that is given. */
  children(openRecord: OpenRecord): Promise<Children>;
  policy(): Promise<Policy>;
  /** Lines of villages and households: nobody's name, nobody's number. */
  households: Households;
  visits: Visits;
  now(): Instant;
};

/** Each loaded when it is first wanted. A further one is added here. */
const routes = (deps: StaffDeps): Hono<Env>[] => [
  later([readStaffOpenApi], async () => (await import("./routes/openapi.ts")).staffOpenapi()),
  later([startStaffSignIn, finishStaffSignIn, currentStaff, signOutStaff, listMySessions, endMySession], async () =>
    (await import("./routes/staff/session.ts")).session(deps),
  ),
  later([reviewGrants, appoint, endGrant, listSessionsOf, endSessionOf], async () =>
    (await import("./routes/staff/security.ts")).security(deps),
  ),
  later([listLooks, compareHousehold, listChallenges, answerChallenge], async () =>
    (await import("./routes/staff/audit.ts")).audit(deps),
  ),
  later(actingContracts, async () => (await import("./routes/staff/acting.ts")).acting(deps)),
  later([readCoverage, listVillages], async () => (await import("./routes/staff/visits-coverage.ts")).visitsCoverage(deps)),
  later([listVisits, listVisitors, giveList, withdrawList, openList, readVisit], async () =>
    (await import("./routes/staff/visits.ts")).visits(deps),
  ),
  later([noteVisit, submitVisitForm, submitFound, revealPhone], async () =>
    (await import("./routes/staff/visits-door.ts")).visitsDoor(deps),
  ),
  later([readReceipts, openForms], async () => (await import("./routes/staff/visits-forms.ts")).visitsForms(deps)),
  later([checkVisit], async () => (await import("./routes/staff/visits-check.ts")).visitsCheck(deps)),
  later([search, openTicket, listTickets, readTicket, ownTicket], async () =>
    (await import("./routes/staff/helpline.ts")).helpline(deps),
  ),
  later([answerQuestion, sendCallerCode, callOnBehalf, markCall], async () =>
    (await import("./routes/staff/helpline-call.ts")).helplineCall(deps),
  ),
  later([revealField], async () => (await import("./routes/staff/helpline-reveal.ts")).helplineReveal(deps)),
  later([noteTicket, takeStep, rateTicket, askCallBack, makeAppointment, readReporter], async () =>
    (await import("./routes/staff/helpline-tickets.ts")).helplineTickets(deps),
  ),
  later([listCallBacks, takeCallBack, tryCallBack], async () =>
    (await import("./routes/staff/helpline-call-backs.ts")).helplineCallBacks(deps),
  ),
  later(
    [listMatters, openMatter, listColleagues, passMatter, decideMatter, returnMatter, objectToMatter, finishMatter],
    async () => (await import("./routes/staff/desk.ts")).desk(deps),
  ),
  later(staffTransferContracts, async () => (await import("./routes/staff/transfers.ts")).transfers(deps)),
  later([fileDelegation], async () => (await import("./routes/staff/delegation.ts")).delegation(deps)),
  later([endGuardianship], async () => (await import("./routes/staff/guardianship-end.ts")).guardianshipEnd(deps)),
  later([seekDelegations, endDelegationAtDesk], async () =>
    (await import("./routes/staff/delegation-end.ts")).delegationEnd(deps),
  ),
  later([revealInMatter, readMatterEvidence], async () => (await import("./routes/staff/desk-looks.ts")).deskLooks(deps)),
];

export const createStaffApp = (deps: StaffDeps) =>
  ending(routes(deps).reduce((app, one) => app.route("/", one), framedBy(staffContracts, staffSignedIn(deps), deps)));
