// Matters that wait at a desk, put there as the worker would: somebody, what they sent, and the task it brought.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openCasework } from "../../functions/casework/casework.ts";
import { itemOf as caseworkItem } from "../../functions/casework/table.ts";
import { nameOf } from "../../functions/desk/names.ts";
import { itemOf } from "../../functions/desk/table.ts";
import { ObjectName, itemOf as uploadsItem } from "../../functions/uploads/table.ts";
import type { MatterName } from "../../shared/desk/contract.ts";
import { Task } from "../../shared/desk/task.ts";
import { Work } from "../../shared/desk/work.ts";
import { DraftId, EvidenceId } from "../../shared/evidence/contract.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import type { Submission } from "../../shared/submission.ts";
import { aChange, aFact, noon } from "../support/build.ts";
import { type About, aliasSecret, type Known, someoneNew } from "../support/people.ts";
import { HOME } from "../support/staff.ts";

const sentAt = noon("2026-03-30");
type Wanted = {
  about?: About;
  content?: Submission["content"];
  task?: Partial<v.InferInput<typeof Task>>;
  sender?: Submission["sender"];
};
export type Waiting = { name: MatterName; person: Known; task: Task; evidence: EvidenceId };

const renamed: Submission["content"] = {
  slice: "change",
  change: aChange({ item: "name", name: "林小禾", reason: "mistake" }),
  acceptedAt: sentAt,
};

/** A name correction with a picture, unless it is said. */
export async function aMatter(client: DynamoDBClient, { about = {}, content = renamed, task, sender }: Wanted = {}) {
  const person = await someoneNew(client, { card: aFact({ name: "residence", division: HOME, lines: "幸福村1号" }), ...about });
  const { personId } = person.record.registration;
  const evidence = v.parse(EvidenceId, crypto.randomUUID());
  const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const pieces = [{ id: evidence, purpose: "name-correction" }] as const;
  const casework = openCasework({ client, table: "casework" });
  const { submission } = casework.filing(personId, sent, content, { evidence: pieces });
  const history: Submission["history"] = [...submission.history, { status: "in-review", at: sentAt }];
  const reviewed: Submission = { ...submission, status: "in-review", history, ...(sender && { sender }) };
  const waiting = v.parse(Task, {
    ...{ personId, receipt: submission.receipt, kind: "name-correction", state: "open", region: HOME },
    ...{ openedAt: sentAt, dueAt: "2026-04-14", provisional: false, papers: 1, ...task },
  });
  const put = (TableName: string, Item: ReturnType<typeof itemOf.task>) => client.send(new PutItemCommand({ TableName, Item }));
  await put("casework", caseworkItem.submission(reviewed));
  await put("desk", itemOf.task(waiting));
  const object = v.parse(ObjectName, evidence.replaceAll("-", ""));
  const of = { id: evidence, personId, object, purpose: "name-correction", type: "image/jpeg" } as const;
  const rest = { fingerprint: "f", bytes: 3, putAt: sentAt, state: "sent", receipt: submission.receipt, dueAt: sentAt } as const;
  await put("uploads", uploadsItem.evidence({ ...of, ...rest, draft: v.parse(DraftId, crypto.randomUUID()) }));
  return { name: nameOf(aliasSecret(), { personId, receipt: submission.receipt }), person, task: waiting, evidence };
}

/** A lead to labour inspection, unless it is said. */
export async function aWork(client: DynamoDBClient, differences: Partial<v.InferInput<typeof Work>> = {}) {
  const person = await someoneNew(client);
  const work = v.parse(Work, {
    ...{ personId: person.record.registration.personId, receipt: "C7K2-94MD-61QX", work: "LABOUR_INSPECTION_LEAD" },
    ...{ insurance: "pension", state: "open", region: HOME, openedAt: sentAt, dueAt: "2026-04-07", provisional: false },
    ...{ employer: { name: "某某快递站" }, named: false, ...differences },
  });
  await client.send(new PutItemCommand({ TableName: "desk", Item: itemOf.work(work) }));
  return { name: nameOf(aliasSecret(), work), person, work };
}
