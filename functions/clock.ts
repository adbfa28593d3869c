// Every minute. Each job is done for itself: one that fails, or takes long, keeps no other from its turn. A further one is one more
// entry here.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { instantAt } from "../shared/kernel/calendar.ts";
import { loadedCalendar, loadedVersion } from "../shared/kernel/loaded-calendar.ts";
import { carryTo } from "./carry.ts";
import { deadlinesIn } from "./clock/deadlines.ts";
import { expiriesIn } from "./clock/expiries.ts";
import { type Job, takeTurns } from "./clock/job.ts";
import { purgesIn } from "./clock/purges.ts";
import { recountIn } from "./clock/recount.ts";
import { deskAgainIn } from "./clock/recount-desk.ts";
import { transferAgainIn } from "./clock/recount-transfers.ts";
import { remindersIn } from "./clock/reminders.ts";
import { sweepIn } from "./clock/sweep.ts";
import { dueOn } from "./due.ts";
import { locationOf } from "./environment.ts";
import { logFailure } from "./log.ts";
import { deployedPolicy } from "./policy.ts";
import { tellTo } from "./tell.ts";

/** Of the sixty that Lambda gives it: whoever stops by themselves loses nothing. */
const SECONDS = 45;
/** No call may wait for longer than a job may: the others want their turn. */
const waits = { requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true } };

const client = new DynamoDBClient(waits);
const sqs = new SQSClient(waits);
const carry = carryTo({ sqs, queueUrl: locationOf("effects") });
const tell = tellTo({ sqs, queueUrl: locationOf("notices") });
const reckoning = { calendar: loadedCalendar, policy: deployedPolicy };
const tables = { casework: locationOf("casework"), desk: locationOf("desk") };

/** The sweep comes first: nothing is more urgent than what was promised and has not happened. */
const jobs: readonly Job[] = [
  sweepIn({ client, carry }),
  deadlinesIn({ client, tables, tell }),
  remindersIn({ client, table: tables.casework, tell, policy: deployedPolicy }),
  expiriesIn({ client, table: tables.casework, tell }),
  purgesIn({ client, table: tables.casework }),
  recountIn({
    client,
    tables,
    version: loadedVersion(),
    again: {
      casework: transferAgainIn({ client, tables, tell, reckoning }),
      desk: deskAgainIn({ client, table: tables.desk, due: dueOn }),
    },
  }),
];

export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }) {
  const time = { ms: SECONDS * 1000, clock: () => performance.now() };
  const failures = await takeTurns(jobs, instantAt(Date.now()), time);
  for (const failure of failures) logFailure(failure, { path: "clock", requestId: awsRequestId });
  if (failures.length > 0) throw new Error("clock incomplete"); // the alarm on errors; the next minute tries again
}
