import * as v from "valibot";

const HEADERS = {
  "content-type": "application/x-amz-json-1.0",
  // Local engines want a signature to be there and do not look at it; the SDK's client for streams would be one more dependency.
  authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "x-amz-date": "20260101T000000Z",
};

export const StreamRecord = v.looseObject({
  eventID: v.string(),
  eventName: v.picklist(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: v.looseObject({
    Keys: v.record(v.string(), v.record(v.string(), v.unknown())),
    NewImage: v.optional(v.record(v.string(), v.unknown())),
    SequenceNumber: v.string(),
  }),
});
export type StreamRecord = v.InferOutput<typeof StreamRecord>;

const StreamList = v.object({ Streams: v.array(v.object({ StreamArn: v.string() })) });
const Description = v.object({ StreamDescription: v.object({ Shards: v.array(v.object({ ShardId: v.string() })) }) });
const Iterator = v.object({ ShardIterator: v.string() });
const Page = v.object({ Records: v.array(StreamRecord), NextShardIterator: v.nullish(v.string()) });

/** The four calls by which a stream is read. */
export function streamsAt(endpoint: string) {
  async function call<Answer>(operation: string, schema: v.GenericSchema<unknown, Answer>, body: object): Promise<Answer> {
    const headers = { ...HEADERS, "x-amz-target": `DynamoDBStreams_20120810.${operation}` };
    const response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${operation} answered ${response.status}`);
    return v.parse(schema, await response.json());
  }

  return {
    streamOf: async (TableName: string) => (await call("ListStreams", StreamList, { TableName })).Streams.at(-1)?.StreamArn,
    shardsOf: async (StreamArn: string) =>
      (await call("DescribeStream", Description, { StreamArn })).StreamDescription.Shards.map(({ ShardId }) => ShardId),
    /** Where to read on: behind that record, or from the oldest one that is kept. */
    iteratorAt: async (StreamArn: string, ShardId: string, after: string | undefined) => {
      const from = after
        ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
        : { ShardIteratorType: "TRIM_HORIZON" };
      return (await call("GetShardIterator", Iterator, { StreamArn, ShardId, ...from })).ShardIterator;
    },
    read: (ShardIterator: string, Limit: number) => call("GetRecords", Page, { ShardIterator, Limit }),
  };
}
export type Streams = ReturnType<typeof streamsAt>;
