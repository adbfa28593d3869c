// What the SDK and a queue say to each other (AWS JSON 1.0), as far as this service uses it.
import * as v from "valibot";

const MAX_BODY_BYTES = 262_144;
const MAX_BATCH = 10;

const Address = { QueueUrl: v.pipe(v.string(), v.url()) };
const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(43_200));
const Handle = v.pipe(
  v.string(),
  v.regex(/^\d+-\d+$/),
  v.transform((handle) => {
    const [sequence, count] = handle.split("-").map(Number);
    return { sequence: sequence!, count: count! };
  }),
);
const Body = v.pipe(v.string(), v.minLength(1), v.maxBytes(MAX_BODY_BYTES));
const Message = {
  MessageBody: Body,
  MessageGroupId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  MessageDeduplicationId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
};
const entries = <Entry extends v.ObjectEntries>(entry: Entry) =>
  v.pipe(v.array(v.strictObject({ Id: v.string(), ...entry })), v.minLength(1), v.maxLength(MAX_BATCH));

const Attributes = v.strictObject({
  FifoQueue: v.optional(v.literal("true")),
  DeduplicationScope: v.optional(v.literal("messageGroup")),
  FifoThroughputLimit: v.optional(v.literal("perMessageGroupId")),
  VisibilityTimeout: v.optional(v.pipe(v.string(), v.toNumber(), Seconds), "30"),
  RedrivePolicy: v.optional(
    v.pipe(
      v.string(),
      v.parseJson(),
      v.object({ deadLetterTargetArn: v.string(), maxReceiveCount: v.pipe(v.unknown(), v.toNumber()) }),
    ),
  ),
});

const schemas = {
  CreateQueue: v.strictObject({
    QueueName: v.pipe(v.string(), v.regex(/^[\w-]{1,75}(?:\.fifo)?$/)),
    Attributes: v.optional(Attributes, {}),
  }),
  DeleteQueue: v.strictObject(Address),
  PurgeQueue: v.strictObject(Address),
  GetQueueUrl: v.strictObject({ QueueName: v.string() }),
  GetQueueAttributes: v.strictObject({ ...Address, AttributeNames: v.optional(v.array(v.string()), []) }),
  SendMessage: v.strictObject({ ...Address, ...Message }),
  SendMessageBatch: v.strictObject({ ...Address, Entries: entries(Message) }),
  ReceiveMessage: v.strictObject({
    ...Address,
    MaxNumberOfMessages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_BATCH)), 1),
    WaitTimeSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)), 0),
    VisibilityTimeout: v.optional(Seconds),
    MessageSystemAttributeNames: v.optional(v.array(v.string())),
    AttributeNames: v.optional(v.array(v.string())),
  }),
  DeleteMessage: v.strictObject({ ...Address, ReceiptHandle: Handle }),
  DeleteMessageBatch: v.strictObject({ ...Address, Entries: entries({ ReceiptHandle: Handle }) }),
  ChangeMessageVisibility: v.strictObject({ ...Address, ReceiptHandle: Handle, VisibilityTimeout: Seconds }),
  ChangeMessageVisibilityBatch: v.strictObject({
    ...Address,
    Entries: entries({ ReceiptHandle: Handle, VisibilityTimeout: Seconds }),
  }),
};
export type Operation = keyof typeof schemas;
export type Requests = { [Name in Operation]: v.InferOutput<(typeof schemas)[Name]> };
/** Unknown operations and parameters are refused, not ignored: what works here works the same on AWS. */
export const requests: { [Name in Operation]: v.GenericSchema<unknown, Requests[Name]> } = schemas;

/** Refusals by the code that older clients know in a header and newer ones in the body. */
export class QueueRefusal extends Error {
  readonly code: string;
  readonly legacyCode: string;
  constructor(code: string, message: string, legacyCode = code) {
    super(message);
    this.code = code;
    this.legacyCode = legacyCode;
  }
}
export const noSuchQueue = () =>
  new QueueRefusal("QueueDoesNotExist", "The specified queue does not exist.", "AWS.SimpleQueueService.NonExistentQueue");
export const badParameter = (message: string) => new QueueRefusal("InvalidParameterValue", message);
