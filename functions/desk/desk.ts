import { type DynamoDBClient, GetItemCommand, paginateScan, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { handledBy, isTask } from "../../shared/desk/hands.ts";
import { type Decision, type DeskFinding, hear, type Task, type Word } from "../../shared/desk/task.ts";
import { type Done, finish, type Work } from "../../shared/desk/work.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { EventId, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { Message } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import { putOutbox } from "../outbox.ts";
import { transact, transacted } from "../transact.ts";
import { type Filed, isTask as isTaskItem, isWork, itemOf, keyOf, type PassedOn, read } from "./table.ts";

type Options = { client: DynamoDBClient; table: string; newId?: () => string };
export type Desk = ReturnType<typeof openDesk>;

export function openDesk({ client, table: TableName, newId = () => crypto.randomUUID() }: Options) {
  const get = async (Key: ReturnType<typeof keyOf.task>) =>
    (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;

  const moving = (before: Task | Work, next: Task | Work): TransactWriteItem => ({
    Put: { TableName, Item: "kind" in next ? itemOf.task(next) : itemOf.work(next), ...asRead(before) },
  });
  const moved = <Any extends Task | Work>(before: Any, next: Any): Promise<boolean> => transacted(client, [moving(before, next)]);

  return {
    table: TableName,

    async task(personId: PersonId, receipt: Receipt): Promise<Task | undefined> {
      const item = await get(keyOf.task(personId, receipt));
      return item && read.task(item);
    },

    async decision(personId: PersonId, receipt: Receipt): Promise<Decision | undefined> {
      const item = await get(keyOf.decision(personId, receipt));
      return item && read.decision(item);
    },

    /** What staff submitted for somebody. */
    async filed(personId: PersonId, receipt: Receipt): Promise<Filed | undefined> {
      const item = await get(keyOf.filed(personId, receipt));
      return item && read.filed(item);
    },

    /** That staff took something back for somebody, who wished it. */
    async withdrawal(personId: PersonId, receipt: Receipt): Promise<PassedOn | undefined> {
      const item = await get(keyOf.withdrawal(personId, receipt));
      return item && read.withdrawal(item);
    },

    /** For the operator's command only, never behind a request: every open task, the most urgent first. */
    async openTasks(): Promise<Task[]> {
      const tasks: Task[] = [];
      for await (const page of paginateScan({ client }, { TableName, IndexName: "due" }))
        tasks.push(...(page.Items ?? []).filter(isTaskItem).map(read.task));
      return tasks.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    },

    /** For the operator's command too: work that follows from what people said. */
    async openWork(): Promise<Work[]> {
      const found: Work[] = [];
      for await (const page of paginateScan({ client }, { TableName, IndexName: "due" }))
        found.push(...(page.Items ?? []).filter(isWork).map(read.work));
      return found.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    },

    async work(personId: PersonId, of: Pick<Work, "receipt" | "work">): Promise<Work | undefined> {
      const item = await get(keyOf.work(personId, of));
      return item && read.work(item);
    },

    /** Something of it is otherwise now. False: somebody else was quicker, and nothing was written. */
    moved,

    /** Done once: it leaves the list. */
    async finish(work: Work, done: Done): Promise<Work | Finding<DeskFinding>> {
      const next = finish(work, done);
      if ("code" in next) return next;
      return (await moved(work, next)) ? next : finding("desk.not-open");
    },

    /** Somebody says that it is not so: from now on it can only be refused. A first word of two does not count any more. */
    async object(task: Task, objection: NonNullable<Task["objection"]>): Promise<Task | Finding<DeskFinding>> {
      const { proposed: _, ...rest } = task;
      const next: Task = { ...rest, objection };
      return !task.objection && (await moved(task, next)) ? next : finding("desk.not-open");
    },

    /** Written by the worker together with the reason that asks for it. */
    opensWork: (work: Work): TransactWriteItem => ({
      Put: { TableName, Item: itemOf.work(work), ConditionExpression: "attribute_not_exists(pk)" },
    }),

    /** One person's word. Final: the decision and its event are stored together and travel like any other event. */
    async decide(task: Task, word: Word, at: Instant): Promise<{ final: boolean } | Finding<DeskFinding>> {
      const heard = hear(task, word);
      if (!("final" in heard)) return heard;
      const { taken: _, ...rest } = task;
      const handlers = handledBy(task, ...heard.staffIds);
      const first = { ...rest, proposed: { ...word, at }, ...(handlers.length > 0 && { handlers }) };
      const next: Task = heard.final ? { ...task, state: "decided" } : first;
      const TransactItems: TransactWriteItem[] = [moving(task, next)];
      if (heard.final) {
        const eventId = v.parse(EventId, newId());
        const { personId, receipt } = task;
        const said = { receipt, verdict: word.verdict, reason: word.reason, by: heard.by };
        const decision: Decision = { ...said, ...(heard.staffIds.length > 0 && { staffIds: heard.staffIds }), at, eventId };
        const message: Message = { born: "desk", event: "decided", personId, receipt, eventId, at };
        TransactItems.push(
          { Put: { TableName, Item: itemOf.decision(personId, decision), ConditionExpression: "attribute_not_exists(pk)" } },
          putOutbox(TableName, message),
        );
      }
      try {
        await transact(client, TransactItems);
        return { final: heard.final };
      } catch (error) {
        if (reasonsOf(error).some(conditionFailed)) return finding("desk.not-open"); // somebody else was quicker
        throw error;
      }
    },

    /** Written by the worker together with the outcome that asks for it. */
    opens: (task: Task): TransactWriteItem => ({
      Put: { TableName, Item: itemOf.task(task), ConditionExpression: "attribute_not_exists(pk)" },
    }),

    /** Written by the worker together with the end of what it was about: the task leaves the list. */
    closes: (personId: PersonId, receipt: Receipt): TransactWriteItem => ({
      Update: {
        TableName,
        Key: keyOf.task(personId, receipt),
        UpdateExpression: "SET #state = :closed REMOVE dueRegion, recountShard",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: toAttributes({ ":closed": "closed" }),
      },
    }),
  };
}

/** It is open, and nobody has touched it since it was read: neither its words nor whose hands it is in. */
function asRead(matter: Task | Work) {
  const { proposed = undefined, objection = undefined } = isTask(matter) ? matter : {};
  const marks = { taken: matter.taken?.at, proposed: proposed?.at, objection: objection?.at };
  const names = Object.keys(marks) as (keyof typeof marks)[];
  const conditions = names.map((name) => (marks[name] ? `${name}.#at = :${name}` : `attribute_not_exists(${name})`));
  const seen = names.flatMap((name) => (marks[name] ? [[`:${name}`, marks[name]]] : []));
  return {
    ConditionExpression: ["#state = :open", ...conditions].join(" AND "),
    ExpressionAttributeNames: { "#state": "state", ...(seen.length > 0 && { "#at": "at" }) },
    ExpressionAttributeValues: toAttributes({ ":open": "open", ...Object.fromEntries(seen) }),
  };
}
