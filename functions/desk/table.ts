// Desk: what staff do. One table, one page: every key of it is built here. The residents' API may not touch it.
//
//   item      pk           sk                       index `due` (sparse: what is open) lives
//   task      PERSON#<id>  TASK#<receipt>           REGION#<division> · <due date>     for ever
//   work      PERSON#<id>  WORK#<receipt>#<work>    REGION#<division> · <due date>     for ever
//   decision  PERSON#<id>  DECISION#<receipt>       –                                  for ever
//   outbox    OUTBOX#<0…f> <decided at>#<eventId>   –                                  until its outcome (functions/outbox.ts)
//
//   We ask for: one task, by its person and receipt · the open tasks of a region, by due date · one decision

import * as v from "valibot";
import { Decision, Task } from "../../shared/desk/task.ts";
import { Work } from "../../shared/desk/work.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";

const key = (id: PersonId, sk: string): Item => toAttributes({ pk: `PERSON#${id}`, sk });

export const keyOf = {
  task: (id: PersonId, receipt: Receipt) => key(id, `TASK#${receipt}`),
  work: (id: PersonId, { receipt, work }: Pick<Work, "receipt" | "work">) => key(id, `WORK#${receipt}#${work}`),
  decision: (id: PersonId, receipt: Receipt) => key(id, `DECISION#${receipt}`),
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
};

export const read = {
  task: (item: Item): Task => v.parse(Task, fromAttributes(item)),
  work: (item: Item): Work => v.parse(Work, fromAttributes(item)),
  decision: (item: Item): Decision => v.parse(Decision, fromAttributes(item)),
};

/** The index holds both. */
export const isWork = (item: Item): boolean => item["sk"]?.S?.startsWith("WORK#") ?? false;
