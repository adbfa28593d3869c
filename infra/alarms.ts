// Every alarm says whom it hurts. Without a topic they only change colour: `-c alarmTopicArn=…` tells somebody.
import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Alarm, type IMetric, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionName, QueueName, QueueSpec } from "../shared/topology.ts";

/** When a function fails, or is not let run. */
const hurtsWhenFunctionFails = {
  api: "People get an error instead of an answer",
  "staff-api": "Helpline, desk and visitors get an error instead of an answer",
  evidence: "People cannot add the picture or PDF that their request needs",
  purge: "Pictures and PDFs of people stay longer than they may",
  relay: "What people have just submitted waits for the next sweep, a minute or two",
  worker: "Accepted submissions and rows of files wait; those that fail five times are set aside",
  audit: "Who looked at a record is written down, but not yet chained: people cannot prove it",
  roots: "Nobody can check the access log against what was published each day",
  seal: "Access logs are not sealed: what people check themselves is older than a day",
  feed: "An agency's file was not read to its end: it must be handed in again",
  compare: "Parts of an agency's file wait; those that fail five times are set aside",
  notify: "Codes and messages are late or do not arrive",
  clock: "Submissions that the queue lost sight of are not sent again until the next minute that works",
} as const satisfies Record<FunctionName, string>;

/** Seconds that the oldest message of a queue may wait. The other queues may be long: files are. */
const mayWait: Partial<Record<QueueName, { seconds: number; hurts: string }>> = {
  effects: { seconds: 120, hurts: "What people submitted is accepted, but not in the register after two minutes" },
  codes: { seconds: 30, hurts: "People wait for their code for longer than they look at the page" },
};

/** Figures that the functions tell about themselves (functions/log.ts). */
export const toldByFunctions = {
  namespace: "Canbaotong",
  metrics: {
    OutboxOldestSeconds: { above: 180, hurts: "Something a person submitted has been on no queue for three minutes" },
    DeadlineOldestSeconds: {
      above: 3600,
      hurts: "A transfer is past its legal limit, and neither the person nor the agency above has been told for an hour",
    },
    ReminderOldestSeconds: { above: 3600, hurts: "Reminders are more than an hour late: somebody may miss a period that ends" },
    ExpiryOldestSeconds: {
      above: 3600,
      hurts: "Somebody's right to act for another has ended for an hour, and neither has been told; it does not count any more",
    },
    RecountOldestSeconds: {
      above: 7200,
      hurts: "The calendar is loaded, and people are still shown «about» instead of the day until which somebody has to act",
    },
    PurgeOldestSeconds: { above: 86_400, hurts: "Something of people is kept for longer than the privacy page says" },
    CodesAboveCeiling: {
      above: 0,
      hurts: "So many codes are asked for that people must take an extra step: an attack, or a rush",
    },
    MessagesUncertain: {
      above: 0,
      hurts: "The gateway did not say whether it sent a message: somebody may lack it, nobody has it twice",
    },
    LooksRefused: {
      above: 0,
      hurts: "Somebody of the staff wanted to open more people's records than work needs: a stolen session, or curiosity",
    },
  },
} as const;

type Trouble = { metric: IMetric; above: number; hurts: string };

function raiseAlarm(scope: Construct, id: string, { metric, above, hurts }: Trouble): void {
  const alarm = new Alarm(scope, id, {
    metric,
    threshold: above + 1,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: hurts,
  });
  const topicArn: unknown = scope.node.tryGetContext("alarmTopicArn");
  if (typeof topicArn === "string" && topicArn) alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(alarm, "Topic", topicArn)));
}

const minute = Duration.minutes(1);
const sum = { period: minute, statistic: Stats.SUM };
const highest = { period: minute, statistic: Stats.MAXIMUM };

/** `id` is the queue's in the stack, `name` its name in the topology. */
export function alarmsOfQueue(scope: Construct, id: string, name: string, spec: QueueSpec, queue: Queue, failed: Queue): void {
  raiseAlarm(scope, `${id}SetAside`, {
    metric: failed.metricApproximateNumberOfMessagesVisible(highest),
    above: 0,
    hurts: spec.whenItFails,
  });
  const wait = Object.entries(mayWait).find(([queueName]) => queueName === name)?.[1];
  if (wait)
    raiseAlarm(scope, `${id}Waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage(highest),
      above: wait.seconds,
      hurts: wait.hurts,
    });
}

export function alarmsOfFunction(scope: Construct, id: string, name: FunctionName, fn: Lambda): void {
  const hurts = hurtsWhenFunctionFails[name];
  raiseAlarm(scope, `${id}Fails`, { metric: fn.metricErrors(sum), above: 0, hurts });
  raiseAlarm(scope, `${id}HeldBack`, {
    metric: fn.metricThrottles(sum),
    above: 0,
    hurts: `${hurts}, because the account lets no more run at once`,
  });
}

export function alarmsOfHttp(scope: Construct, http: HttpApi): void {
  raiseAlarm(scope, "HttpFails", {
    metric: http.metricServerError(sum),
    above: 0,
    hurts: "Somebody saw «the service cannot answer now» instead of an answer",
  });
}

export function alarmsOfFigures(scope: Construct): void {
  for (const [metricName, { above, hurts }] of Object.entries(toldByFunctions.metrics)) {
    const metric = new Metric({ namespace: toldByFunctions.namespace, metricName, ...highest });
    raiseAlarm(scope, metricName, { metric, above, hurts });
  }
}
