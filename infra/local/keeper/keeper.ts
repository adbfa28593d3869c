// What DynamoDB does by itself and the embedded engine leaves to us: it forgets old stream records and expired items.
import { DatabaseSync } from "node:sqlite";
import { ConditionalCheckFailedException, DeleteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Tables whose items expire: by which attribute, and by which keys an item is named. */
export type Expiring = { table: string; partition: string; sort: string; expires: string };

const PAGE = 5_000; // rows looked at in one go, some 10 ms
const PAUSE_MS = 100; // between two pages or deletions, for those who wait for the engine

export function openEngineFile(file: string) {
  const db = new DatabaseSync(file, { timeout: 2_000 });
  // The newest record of a table stays, dealt with or not: the engine goes on counting from it.
  const trim = db.prepare(`DELETE FROM _stream_records WHERE table_name = :table AND CAST(sequence_number AS INTEGER) < :sequence
    AND id < (SELECT max(id) FROM _stream_records WHERE table_name = :table)`);

  return {
    /** Forgets what was read of a table's stream: each of the engine's writes goes through all that is kept of it. */
    trimBefore: (table: string, sequence: bigint) => Number(trim.run({ table, sequence }).changes),

    /** The keys of items that expired, page by page. */
    *expiredIn({ table, partition, sort, expires }: Expiring, now: number): Generator<{ pk: string; sk: string }[]> {
      const page = db.prepare(`SELECT item_json ->> :pk AS pk, item_json ->> :sk AS sk FROM "${table}"
        WHERE rowid > :after AND rowid <= :until AND CAST(item_json ->> :expires AS INTEGER) < :now`);
      const last = Number(db.prepare(`SELECT max(rowid) AS last FROM "${table}"`).get()?.["last"] ?? 0);
      const paths = { pk: `$.${partition}.S`, sk: `$.${sort}.S`, expires: `$.${expires}.N` };
      for (let after = 0; after < last; after += PAGE) {
        yield page.all({ ...paths, after, until: after + PAGE, now }).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      }
    },

    close: () => db.close(),
  };
}
export type EngineFile = ReturnType<typeof openEngineFile>;

/** Removes expired items through the engine, one at a time, unless somebody has prolonged them meanwhile. */
export async function sweep(
  engine: EngineFile,
  client: DynamoDBClient,
  expiring: Expiring,
  now: number,
  stopping: AbortSignal,
): Promise<number> {
  let swept = 0;
  for (const keys of engine.expiredIn(expiring, now)) {
    for (const { pk, sk } of keys) {
      if (stopping.aborted) return swept;
      const remove = new DeleteItemCommand({
        TableName: expiring.table,
        Key: { [expiring.partition]: { S: pk }, [expiring.sort]: { S: sk } },
        ConditionExpression: "#expires < :now",
        ExpressionAttributeNames: { "#expires": expiring.expires },
        ExpressionAttributeValues: { ":now": { N: String(now) } },
      });
      try {
        await client.send(remove);
        swept++;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      if (swept % 20 === 0) await pause();
    }
    await pause();
  }
  return swept;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
