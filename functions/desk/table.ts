// Desk: what staff do. One table, one page: every key of it is built here. The residents' API may not touch it.
//
//   item      pk           sk                       index `due` (sparse: what is open) lives
//   task      PERSON#<id>  TASK#<receipt>           REGION#<division> · <due date>     for ever; AUDIT#<province> where a look is asked about
//   work      PERSON#<id>  WORK#<receipt>#<work>    REGION#<division> · <due date>     for ever
//   decision  PERSON#<id>  DECISION#<receipt>       –                                  for ever
//   transferStep  PERSON#<id>  TRANSFERSTEP#<receipt>, …#superior   REGION#<division> · <due date>   while an agency has to act
//   filed     PERSON#<id>  SUBMISSION#<receipt>     –                                  for ever: what staff submitted for somebody
//   filedFor  PERSON#<id>  FILEDFOR#<receipt>       –                                  for ever: of the parent for whose child it was filed
//   taken back PERSON#<id> WITHDRAWAL#<receipt>     –                                  for ever: what staff took back for somebody
//   outbox    OUTBOX#<0…f> <decided at>#<eventId>   –                                  until its outcome (functions/outbox.ts)
//   member    STAFF#<id>   MEMBER                   –                                  for ever: who works here
//   grant     STAFF#<id>   GRANT#<role>#<at>        –                                  for ever: a role, its places, until when
//   roster    ROSTER#<province>  <until>#<staff>#<role>#<at>  –                        for ever: the same, by the day it ends
//   session   STAFFSESSION#<hash>  SESSION          –                                  30 min after its last touch, 12 h at most
//   begun     STAFFSESSIONS#<staff>  <session id>   –                                  12 h: somebody's sessions, to see and to end
//   allowance ALLOWANCE#<staff>    <minute or day>  –                                  a day: records opened
//   code      CODE#<ticket>        <person>         –                                  10 min: a seal of what was sent to who is on the phone
//   consent   CONSENT#<ticket>     <person>         –                                  10 min, or until it is used: one submission
//   ticket    TICKET#<no>  TICKET                   –                                  for ever: what somebody asked 12333
//   ticketOf  PERSON#<id>  TICKET#<no>              –                                  for ever: leads from a person to it; not to a complaint
//   waiting   HELPLINE#<province>  <due>#<no>#<ticket or call-back>  –                 until it is done: what waits, without whom
//   wrongAnswers  PERSON#<id>  WRONGANSWERS         –                                  24 h: of who called as this person
//   and as in `sessions`, which staff-api may not touch: phoneCode, ladder, sends, message (sessions/table.ts)
//
//   What is open and has a provisional day is in the index `recount` too: RECOUNT#<0…f> · <due date>: task, work, waiting, visit.
//
//   We ask for: one ticket, by its number · a person's tickets · what waits in a province, by due date
//               one task, by its person and receipt · the open tasks of a region, by due date · one decision · who somebody of the
//               staff is and what they may do, one Query

import * as v from "valibot";
import { Decision, Task } from "../../shared/desk/task.ts";
import { Work } from "../../shared/desk/work.ts";
import type { TicketNo } from "../../shared/helpline/ticket.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Grant, Member, StaffId } from "../../shared/staff/staff.ts";
import { Sender, Submission } from "../../shared/submission.ts";
import { ListedStep } from "../../shared/transfer/listed.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { SentFor, Withdrawal } from "../casework/table.ts";
import { recountShard } from "../due-shards.ts";
import { Ticket, Waiting } from "../helpline/kept.ts";
import type { Item } from "../register/table.ts";
import { keyOf as ofSessions } from "../sessions/table.ts";

const key = (id: PersonId, sk: string): Item => toAttributes({ pk: `PERSON#${id}`, sk });
const staffKey = (id: StaffId, sk: string): Item => toAttributes({ pk: `STAFF#${id}`, sk });

/** `seenAt` and `expiresAt` are epoch seconds; no reader believes a session past its end, swept or not. */
export const StaffSession = v.object({
  sessionId: v.string(),
  staffId: StaffId,
  startedAt: Instant,
  seenAt: v.number(),
  expiresAt: v.number(),
});
export type StaffSession = v.InferOutput<typeof StaffSession>;

/** Leads from somebody to their session, by the digest of its token. */
export const Begun = v.object({ tokenHash: v.string(), expiresAt: v.number() });
export type Begun = v.InferOutput<typeof Begun>;

/** A grant with who has it, as the security administrator looks it over. */
export const Listed = v.object({ ...v.omit(Member, ["personId"]).entries, grant: Grant });
export type Listed = v.InferOutput<typeof Listed>;

/** What staff submitted for somebody, and who did. The worker believes who sent it from here alone. */
export const Filed = v.object({ ...Submission.entries, sender: Sender });
export type Filed = v.InferOutput<typeof Filed>;

/** A wish to take something back, and who of the staff passed it on. */
export const PassedOn = v.object({ ...Withdrawal.entries, sender: Sender });
export type PassedOn = v.InferOutput<typeof PassedOn>;

/** That somebody read a code out: one submission may be sent for them. */
export const Consent = v.object({ expiresAt: v.number(), givenAt: Instant });

export const keyOf = {
  task: (id: PersonId, receipt: Receipt) => key(id, `TASK#${receipt}`),
  work: (id: PersonId, { receipt, work }: Pick<Work, "receipt" | "work">) => key(id, `WORK#${receipt}#${work}`),
  transferStep: ({ personId, receipt, list }: Pick<ListedStep, "personId" | "receipt" | "list">) =>
    key(personId, `TRANSFERSTEP#${receipt}${list === "superior" ? "#superior" : ""}`),
  decision: (id: PersonId, receipt: Receipt) => key(id, `DECISION#${receipt}`),
  filed: (id: PersonId, receipt: Receipt) => key(id, `SUBMISSION#${receipt}`),
  filedFor: (id: PersonId, receipt: Receipt) => key(id, `FILEDFOR#${receipt}`),
  withdrawal: (id: PersonId, receipt: Receipt) => key(id, `WITHDRAWAL#${receipt}`),
  member: (id: StaffId) => staffKey(id, "MEMBER"),
  grant: (id: StaffId, { role, at }: Pick<Grant, "role" | "at">) => staffKey(id, `GRANT#${role}#${at}`),
  /** `province`: two digits, 10 for the whole country. */
  roster: (province: string, { staffId, grant }: Listed) =>
    toAttributes({ pk: `ROSTER#${province}`, sk: `${grant.until}#${staffId}#${grant.role}#${grant.at}` }),
  staffSession: (tokenHash: string) => toAttributes({ pk: `STAFFSESSION#${tokenHash}`, sk: "SESSION" }),
  begun: (id: StaffId, sessionId: string) => toAttributes({ pk: `STAFFSESSIONS#${id}`, sk: sessionId }),
  allowance: (id: StaffId, span: string) => toAttributes({ pk: `ALLOWANCE#${id}`, sk: span }),
  code: (ticket: string, id: PersonId) => toAttributes({ pk: `CODE#${ticket}`, sk: id }),
  consent: (ticket: string, id: PersonId) => toAttributes({ pk: `CONSENT#${ticket}`, sk: id }),
  ticket: (no: TicketNo) => toAttributes({ pk: `TICKET#${no}`, sk: "TICKET" }),
  ticketOf: (id: PersonId, no: TicketNo) => key(id, `TICKET#${no}`),
  /** By province, as a grant may hold for many counties. */
  waiting: ({ region, dueAt, ticket, kind }: Pick<Waiting, "region" | "dueAt" | "ticket" | "kind">) =>
    toAttributes({ pk: `HELPLINE#${region.slice(0, 2)}`, sk: `${dueAt}#${ticket}#${kind}` }),
  wrongAnswers: (id: PersonId) => key(id, "WRONGANSWERS"),
  phoneCode: ofSessions.phoneCode,
  ladder: ofSessions.ladder,
  sends: ofSessions.sends,
  message: ofSessions.message,
};

export const itemOf = {
  task: (task: Task): Item => ({
    ...keyOf.task(task.personId, task.receipt),
    ...toAttributes({ ...task, ...(task.state === "open" && { dueRegion: listOf(task), ...toRecount(task, task.receipt) }) }),
  }),
  work: (work: Work): Item => ({
    ...keyOf.work(work.personId, work),
    ...toAttributes({
      ...work,
      ...(work.state === "open" && { dueRegion: `REGION#${work.region}`, ...toRecount(work, work.receipt) }),
    }),
  }),
  transferStep: (step: ListedStep): Item => ({
    ...keyOf.transferStep(step),
    ...toAttributes({ ...step, dueRegion: `REGION#${step.region}` }),
  }),
  decision: (id: PersonId, decision: Decision): Item => ({ ...keyOf.decision(id, decision.receipt), ...toAttributes(decision) }),
  filed: (filed: Filed): Item => ({ ...keyOf.filed(filed.personId, filed.receipt), ...toAttributes(filed) }),
  /** `id`: the parent's. */
  filedFor: (id: PersonId, body: SentFor): Item => ({ ...keyOf.filedFor(id, body.receipt), ...toAttributes(body) }),
  withdrawal: (id: PersonId, receipt: Receipt, body: PassedOn): Item => ({
    ...keyOf.withdrawal(id, receipt),
    ...toAttributes(body),
  }),
  ticket: (ticket: Ticket): Item => ({ ...keyOf.ticket(ticket.ticket), ...toAttributes(ticket) }),
  waiting: (waiting: Waiting): Item => ({
    ...keyOf.waiting(waiting),
    ...toAttributes({ ...waiting, ...toRecount(waiting, waiting.ticket) }),
  }),
  member: (member: Member): Item => ({ ...keyOf.member(member.staffId), ...toAttributes(member) }),
  grant: (id: StaffId, grant: Grant): Item => ({ ...keyOf.grant(id, grant), ...toAttributes(grant) }),
  roster: (province: string, listed: Listed): Item => ({ ...keyOf.roster(province, listed), ...toAttributes(listed) }),
  begun: (id: StaffId, sessionId: string, begun: Begun): Item => ({ ...keyOf.begun(id, sessionId), ...toAttributes(begun) }),
  staffSession: (tokenHash: string, session: StaffSession): Item => ({
    ...keyOf.staffSession(tokenHash),
    ...toAttributes(session),
  }),
};

export const read = {
  task: (item: Item): Task => v.parse(Task, fromAttributes(item)),
  work: (item: Item): Work => v.parse(Work, fromAttributes(item)),
  transferStep: (item: Item): ListedStep => v.parse(ListedStep, fromAttributes(item)),
  decision: (item: Item): Decision => v.parse(Decision, fromAttributes(item)),
  filed: (item: Item): Filed => v.parse(Filed, fromAttributes(item)),
  filedFor: (item: Item): SentFor => v.parse(SentFor, fromAttributes(item)),
  withdrawal: (item: Item): PassedOn => v.parse(PassedOn, fromAttributes(item)),
  ticket: (item: Item): Ticket => v.parse(Ticket, fromAttributes(item)),
  waiting: (item: Item): Waiting => v.parse(Waiting, fromAttributes(item)),
  member: (item: Item): Member => v.parse(Member, fromAttributes(item)),
  grant: (item: Item): Grant => v.parse(Grant, fromAttributes(item)),
  listed: (item: Item): Listed => v.parse(Listed, fromAttributes(item)),
  begun: (item: Item): Begun => v.parse(Begun, fromAttributes(item)),
  staffSession: (item: Item): StaffSession => v.parse(StaffSession, fromAttributes(item)),
};

/** While its day is provisional, the index `recount` holds it too. */
const toRecount = ({ provisional }: { provisional?: boolean | undefined }, id: string) =>
  provisional ? { recountShard: recountShard(id) } : {};

/** What somebody asks about a look is at the auditors of the province, and in no list of those whose look it may have been. */
const listOf = ({ kind, region }: Pick<Task, "kind" | "region">) =>
  kind === "look-challenge" ? auditedIn(region) : `REGION#${region}`;
export const auditedIn = (region: DivisionCode): string => `AUDIT#${region.slice(0, 2)}`;

/** The index holds all three, and visits. */
export const isTask = (item: Item): boolean => item["sk"]?.S?.startsWith("TASK#") ?? false;
export const isWork = (item: Item): boolean => item["sk"]?.S?.startsWith("WORK#") ?? false;
export const isTransferStep = (item: Item): boolean => item["sk"]?.S?.startsWith("TRANSFERSTEP#") ?? false;
