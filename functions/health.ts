import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";

const LOOK_EVERY_MS = 5000;

/** `queues`: what throws while the queue does not answer. */
type Options = { client: DynamoDBClient; tables: Record<string, string>; queues: Record<string, () => Promise<void>> };
export type Health = ReturnType<typeof healthOf>;

/** Which parts answered when we last looked, at most every five seconds, however often we are asked. Undefined: one did not. */
export function healthOf({ client, tables, queues }: Options) {
  let looked: { at: number; parts: Promise<Record<string, "ok"> | undefined> } | undefined;

  async function look() {
    try {
      await Promise.all([
        ...Object.values(tables).map((TableName) =>
          client.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: "pk = :nobody",
              ExpressionAttributeValues: { ":nobody": { S: "HEALTH" } },
              Limit: 1,
            }),
          ),
        ),
        ...Object.values(queues).map((answers) => answers()),
      ]);
      return Object.fromEntries([...Object.keys(tables), ...Object.keys(queues)].map((part) => [part, "ok" as const]));
    } catch {
      return undefined; // which part it is, its own alarm says
    }
  }

  return async () => {
    if (!looked || performance.now() - looked.at >= LOOK_EVERY_MS) looked = { at: performance.now(), parts: look() };
    return looked.parts;
  };
}
