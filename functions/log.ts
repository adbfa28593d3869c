// All that this service ever writes to a log. There is no way to hand it a message or a body:
// the text of a valibot error holds what was typed, that of an SDK error the item it was about.
type Where = { path: string; requestId: string };

/** Something that must not happen. Its code is a word of ours, from this list, so it may be printed. */
type FaultCode =
  | "settle.unknown-submission"
  | "settle.unknown-person"
  | "settle.not-whole"
  | "settle.foreign-event"
  | "settle.version-conflict"
  | "delegation.overtaken"
  | "visit.version-conflict"
  | "register.summary-missing"
  | "feed.row-not-taken"
  | "notify.not-sent"
  | "reminder.no-hours"
  | "gateway.not-encrypted"
  | "acting.no-uploads"
  | "look.no-quiet-limit"
  | "audit.chain-moves"
  | "seal.other-root";

export class Fault extends Error {
  constructor(code: FaultCode) {
    super(code);
    this.name = code;
  }
}

/** `path` is a route's pattern or a function's name, never an address that somebody asked for. */
export const logFailure = (error: unknown, { path, requestId }: Where) =>
  console.error(JSON.stringify({ code: codeOf(error), path, requestId }));

/** What kind of error it is, never its words. Letters only: no number that names a person fits through here. */
const codeOf = (error: unknown) => (error instanceof Error && /^[a-z.-]{1,60}$/i.test(error.name) ? error.name : "unknown");

/** Every figure the service tells about itself; alarms are set on these names. */
export type MetricName =
  | "OutboxOldestSeconds"
  | "DeadlineOldestSeconds"
  | "ReminderOldestSeconds"
  | "ExpiryOldestSeconds"
  | "RecountOldestSeconds"
  | "PurgeOldestSeconds"
  | "CodesAboveCeiling"
  | "MessagesUncertain"
  | "LooksRefused";

export const METRIC_NAMESPACE = "Canbaotong";

/** A figure, in CloudWatch's embedded metric format: a line of log that becomes a metric by itself. */
export const logMetric = (name: MetricName, value: number, unit: "Count" | "Seconds" = "Count") =>
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [[]], Metrics: [{ Name: name, Unit: unit }] }],
      },
      [name]: value,
    }),
  );
