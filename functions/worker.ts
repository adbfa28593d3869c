import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import { Delta, TransferDelta } from "../shared/insured/delta.ts";
import { dateOf, instantAt } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import { remembering } from "../shared/policy/remembered.ts";
import { Rekey } from "../shared/rekey.ts";
import { Message } from "../shared/submission.ts";
import { AliasSecret } from "./alias.ts";
import { openCasework } from "./casework/casework.ts";
import { withCorrections } from "./corrections.ts";
import { familyAccessIn } from "./delegations/effect.ts";
import { openDesk } from "./desk/desk.ts";
import { dueOn } from "./due.ts";
import { duplicatesIn } from "./duplicates/effect.ts";
import { locationOf } from "./environment.ts";
import { openFeeds } from "./feeds/bucket.ts";
import { workInOrder } from "./in-order.ts";
import { leaveEvidenceIn } from "./leave-evidence.ts";
import { logFailure } from "./log.ts";
import { deployedPolicy } from "./policy.ts";
import { rekeyIn } from "./register/aliases.ts";
import { employersIn } from "./register/employers.ts";
import { villagesIn } from "./register/households.ts";
import { withPhoneIn } from "./register/phones.ts";
import { openRegister } from "./register/register.ts";
import { movingDues } from "./reminders/dues.ts";
import { recountDuesIn } from "./reminders/recount.ts";
import { openSecret } from "./secrets.ts";
import { settlementIn } from "./settle.ts";
import { settleDelta as settleDeltaIn } from "./settle-delta.ts";
import { newbornsIn } from "./settle-newborn.ts";
import { newcomersIn } from "./settle-newcomer.ts";
import { settleSameNumberIn } from "./settle-same-number.ts";
import { tellTo } from "./tell.ts";
import { transfersIn } from "./transfers/effect.ts";
import { settleReportedIn } from "./transfers/from-file.ts";
import { readTransfers } from "./transfers/transfers.ts";
import { unlogged } from "./unlogged.ts";
import { openUploads } from "./uploads/uploads.ts";

type Delivery = {
  messageId: string;
  body: string;
  eventSourceARN: string;
  attributes: { MessageGroupId: string; ApproximateReceiveCount: string };
};
type Context = { awsRequestId: string };

const client = unlogged(new DynamoDBClient({}));
const sqs = new SQSClient({});
const now = () => instantAt(Date.now());
const deps = {
  client,
  s3: new S3Client({}),
  casework: openCasework({ client, table: locationOf("casework") }),
  desk: openDesk({ client, table: locationOf("desk") }),
  register: openRegister({
    client,
    table: locationOf("register"),
    movesDues: movingDues({ table: locationOf("casework"), policy: remembering(deployedPolicy) }),
  }),
  employers: employersIn({ client, table: locationOf("register") }),
  villages: villagesIn({ client, table: locationOf("register") }),
  secret: openSecret("alias", AliasSecret),
  now,
  due: dueOn,
};
const leaveEvidence = leaveEvidenceIn({ uploads: openUploads({ client, table: locationOf("uploads") }), now });
const withTable = { ...deps, table: locationOf("register") };
const transfers = transfersIn(deps);
const tellWord = tellTo({ sqs, queueUrl: locationOf("notices") });
const settle = settlementIn({
  ...deps,
  tell: tellWord,
  leaveEvidence,
  withPhone: withPhoneIn(withTable),
  settleSameNumber: settleSameNumberIn(deps),
  family: familyAccessIn({ ...deps, table: locationOf("casework") }),
  transfers,
  duplicates: duplicatesIn(deps),
  arrivals: { newcomer: newcomersIn(withTable), newborn: newbornsIn(withTable) },
  withCorrections: (submission, matter) => withCorrections({ ...deps, table: locationOf("register") }, submission, matter),
});
const settleDelta = settleDeltaIn({ ...deps, tell: tellWord });
const settleReported = settleReportedIn({
  ...withTable,
  feeds: openFeeds({ s3: deps.s3, bucket: locationOf("feeds") }),
  transfers: readTransfers({ client, table: locationOf("casework") }),
  effects: transfers,
  tell: tellWord,
});
const rekey = rekeyIn({ ...deps, table: locationOf("register") });
const recountDues = recountDuesIn({ ...deps, casework: locationOf("casework"), policy: deployedPolicy });

/** One person after the other would be slow, one person's events side by side would be wrong: a group is a person. */
export async function handler({ Records }: { Records: Delivery[] }, { awsRequestId }: Context) {
  const groups = Map.groupBy(Records, ({ attributes }) => attributes.MessageGroupId);
  const failed = await Promise.all(
    [...groups.values()].map((group) =>
      workInOrder(group, bringIn, (error) => logFailure(error, { path: "worker", requestId: awsRequestId })),
    ),
  );
  return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

/** The queue says what it is: people's submissions and files' rows never share one. */
async function bringIn({ eventSourceARN, body }: Delivery): Promise<void> {
  if (eventSourceARN.includes("deltas")) {
    const fromFile = v.parse(v.union([Delta, TransferDelta, Rekey]), JSON.parse(body));
    if ("transfer" in fromFile) return settleReported(fromFile);
    return "rekey" in fromFile ? rewrite(fromFile.rekey) : settleDelta(fromFile);
  }
  const message = v.parse(Message, JSON.parse(body));
  const { status, about, other } = await settle(message);
  if (status) await tell(message, status);
  if (status && about) await tell({ ...message, personId: about }, status, "death");
  if (status === "applied" && other) await tellWord(other.personId, other.notice, message.receipt);
}

/** What leads to somebody, and what they are to be reminded of: after another secret, and after other numbers of policy. */
async function rewrite(personId: PersonId): Promise<void> {
  await rekey(personId, dateOf(deps.now()));
  await recountDues(personId, deps.now());
}

/** After the outcome is stored: a message lost here comes again with the event, and notify knows what it has sent. */
async function tell({ personId, receipt }: Message, status: string, about?: "death"): Promise<void> {
  const MessageBody = JSON.stringify({ personId, receipt, status, about });
  await sqs.send(new SendMessageCommand({ QueueUrl: locationOf("notices"), MessageBody }));
}
