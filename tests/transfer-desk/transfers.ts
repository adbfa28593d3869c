// Transfers that wait for an agency, put there as the worker would: somebody who has paid in Nanjing, what they sent, and the desk's list.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openCasework } from "../../functions/casework/casework.ts";
import { itemOf as caseworkItem } from "../../functions/casework/table.ts";
import { nameOfTransfer } from "../../functions/desk/names.ts";
import { itemOf as deskItem } from "../../functions/desk/table.ts";
import { itemOf } from "../../functions/register/table.ts";
import { ObjectName, itemOf as uploadsItem } from "../../functions/uploads/table.ts";
import type { MatterName } from "../../shared/desk/contract.ts";
import { DraftId, EvidenceId } from "../../shared/evidence/contract.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import type { ActsAs, Submission } from "../../shared/submission.ts";
import { summarise } from "../../shared/summary.ts";
import { listed } from "../../shared/transfer/listed.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { paidFor } from "../duplicate/someone.ts";
import { anEnrolment, day, noon } from "../support/build.ts";
import { aliasSecret, type Known, someoneNew } from "../support/people.ts";
import { HOME } from "../support/staff.ts";
import { aTransfer, type Moved, moved } from "../transfer/someone.ts";

export type Waiting = { name: MatterName; person: Known; transfer: Transfer; evidence: EvidenceId };
type Wanted = { person?: Known; to?: string; on?: string; steps?: readonly Moved[]; more?: Partial<Transfer>; by?: ActsAs };

/** From Nanjing to the county of the staff, applied for on 30 March 2026, unless it is said. */
export async function aWaitingTransfer(client: DynamoDBClient, wanted: Wanted = {}): Promise<Waiting> {
  const { to = HOME, on = "2026-03-30", steps = [], more = {}, by } = wanted;
  const enrolment = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
  const paid = paidFor(enrolment, { 2024: "pppppppppppp", 2025: "pppppppppppp" });
  const person = wanted.person ?? (await someoneNew(client, { summary: summarise([enrolment], paid, day(on)) }));
  const { personId } = person.record.registration;
  const put = (TableName: string, Item: ReturnType<typeof itemOf.enrolment>) =>
    client.send(new PutItemCommand({ TableName, Item }));
  await put("register", itemOf.enrolment(personId, enrolment));
  for (const months of paid) await put("register", itemOf.paidYear(personId, months));

  const evidence = v.parse(EvidenceId, crypto.randomUUID());
  const pieces = [{ id: evidence, purpose: "insured-elsewhere" }] as const;
  const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const begun = aTransfer({ wish: { to }, on });
  const wish = { kind: "employee-pension", from: "320100", to } as never;
  const content: Submission["content"] = { slice: "transfer", wish, plan: begun.plan, acceptedAt: noon(on) };
  const { submission } = openCasework({ client, table: "casework" }).filing(personId, sent, content, {
    evidence: [...pieces],
    by,
  });
  const { receipt } = submission;
  const transfer: Transfer = { ...moved({ ...begun, personId, receipt }, ...steps), ...more };
  await put("casework", caseworkItem.submission({ ...submission, status: "applied" }));
  await put("casework", caseworkItem.transfer(transfer));
  await put(
    "register",
    itemOf.moving(personId, { kind: transfer.kind, receipt, to: transfer.to.division, scheme: transfer.to.scheme }),
  );
  for (const step of listed(transfer)) await put("desk", deskItem.transferStep(step));
  const of = { id: evidence, personId, purpose: "insured-elsewhere", type: "image/jpeg" } as const;
  const rest = { fingerprint: "f", bytes: 3, putAt: noon(on), state: "sent", receipt, dueAt: noon(on) } as const;
  const object = v.parse(ObjectName, evidence.replaceAll("-", ""));
  await put("uploads", uploadsItem.evidence({ ...of, ...rest, object, draft: v.parse(DraftId, crypto.randomUUID()) }));
  return { name: nameOfTransfer(aliasSecret(), { personId, receipt }), person, transfer, evidence };
}
