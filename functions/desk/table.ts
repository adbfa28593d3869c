// Desk: what staff do. One table, one page: every key of it is built here. The residents' API may not touch it.
//
//   item      pk           sk                       index `due` (sparse: what is open) lives
//   task      PERSON#<id>  TASK#<receipt>           REGION#<division> · <due date>     for ever
//   work      PERSON#<id>  WORK#<receipt>#<work>    REGION#<division> · <due date>     for ever
//   decision  PERSON#<id>  DECISION#<receipt>       –                                  for ever
//   filed     PERSON#<id>  SUBMISSION#<receipt>     –                                  for ever: what staff submitted for somebody
//   outbox    OUTBOX#<0…f> <decided at>#<eventId>   –                                  until its outcome (functions/outbox.ts)
//   member    STAFF#<id>   MEMBER                   –                                  for ever: who works here
//   grant     STAFF#<id>   GRANT#<role>#<from>      –                                  for ever: a role, its places, until when
//   session   STAFFSESSION#<hash>  SESSION          –                                  30 min after its last touch, 12 h at most
//   allowance ALLOWANCE#<staff>    <minute or day>  –                                  a day: records opened
//
//   We ask for: one task, by its person and receipt · the open tasks of a region, by due date · one decision · who somebody of the
//               staff is and what they may do, one Query

import * as v from "valibot";
import { Decision, Task } from "../../shared/desk/task.ts";
import { Work } from "../../shared/desk/work.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Grant, Member, StaffId } from "../../shared/staff/staff.ts";
import { Sender, Submission } from "../../shared/submission.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";

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

/** What staff submitted for somebody, and who did. The worker believes who sent it from here alone. */
export const Filed = v.object({ ...Submission.entries, sender: Sender });
export type Filed = v.InferOutput<typeof Filed>;

export const keyOf = {
  task: (id: PersonId, receipt: Receipt) => key(id, `TASK#${receipt}`),
  work: (id: PersonId, { receipt, work }: Pick<Work, "receipt" | "work">) => key(id, `WORK#${receipt}#${work}`),
  decision: (id: PersonId, receipt: Receipt) => key(id, `DECISION#${receipt}`),
  filed: (id: PersonId, receipt: Receipt) => key(id, `SUBMISSION#${receipt}`),
  member: (id: StaffId) => staffKey(id, "MEMBER"),
  grant: (id: StaffId, { role, from }: Pick<Grant, "role" | "from">) => staffKey(id, `GRANT#${role}#${from}`),
  staffSession: (tokenHash: string) => toAttributes({ pk: `STAFFSESSION#${tokenHash}`, sk: "SESSION" }),
  allowance: (id: StaffId, span: string) => toAttributes({ pk: `ALLOWANCE#${id}`, sk: span }),
};

export const itemOf = {
  task: (task: Task): Item => ({
    ...keyOf.task(task.personId, task.receipt),
    ...toAttributes({ ...task, ...(task.state === "open" && { dueRegion: `REGION#${task.region}` }) }),
  }),
  work: (work: Work): Item => ({
    ...keyOf.work(work.personId, work),
    ...toAttributes({ ...work, ...(work.state === "open" && { dueRegion: `REGION#${work.region}` }) }),
  }),
  decision: (id: PersonId, decision: Decision): Item => ({ ...keyOf.decision(id, decision.receipt), ...toAttributes(decision) }),
  filed: (filed: Filed): Item => ({ ...keyOf.filed(filed.personId, filed.receipt), ...toAttributes(filed) }),
  member: (member: Member): Item => ({ ...keyOf.member(member.staffId), ...toAttributes(member) }),
  grant: (id: StaffId, grant: Grant): Item => ({ ...keyOf.grant(id, grant), ...toAttributes(grant) }),
  staffSession: (tokenHash: string, session: StaffSession): Item => ({
    ...keyOf.staffSession(tokenHash),
    ...toAttributes(session),
  }),
};

export const read = {
  task: (item: Item): Task => v.parse(Task, fromAttributes(item)),
  work: (item: Item): Work => v.parse(Work, fromAttributes(item)),
  decision: (item: Item): Decision => v.parse(Decision, fromAttributes(item)),
  filed: (item: Item): Filed => v.parse(Filed, fromAttributes(item)),
  member: (item: Item): Member => v.parse(Member, fromAttributes(item)),
  grant: (item: Item): Grant => v.parse(Grant, fromAttributes(item)),
  staffSession: (item: Item): StaffSession => v.parse(StaffSession, fromAttributes(item)),
};

/** The index holds both. */
export const isWork = (item: Item): boolean => item["sk"]?.S?.startsWith("WORK#") ?? false;
