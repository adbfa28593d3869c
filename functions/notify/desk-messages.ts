// Codes that staff send for who is on the phone: staff-api may not touch `sessions`, so what is to be said lies in `desk`, which we
// may only read. Who takes a message claims it in `sessions`, under the same name: then a queue that delivers twice is heard once.
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { toAttributes } from "../attributes.ts";
import { Stored } from "../sessions/messages.ts";
import { keyOf, type Outgoing, read } from "../sessions/table.ts";
import { putOnce } from "../transact.ts";

type Options = { client: DynamoDBClient; desk: string; sessions: string };

/** As openMessages, for those in `desk`. */
export function openDeskMessages({ client, desk, sessions }: Options) {
  return {
    /** For whoever takes it first. Undefined: taken, said or too old. */
    async take(id: string, now: number): Promise<Outgoing | undefined> {
      const Key = keyOf.message(id);
      const { Item } = await client.send(new GetItemCommand({ TableName: desk, Key, ConsistentRead: true }));
      const stored = read(Stored, Item, now);
      if (!stored) return undefined;
      const claim = { ...Key, ...toAttributes({ takenAt: now, expiresAt: stored.expiresAt }) };
      return (await putOnce(client, sessions, claim)) ? stored : undefined;
    },

    /** It surely did not go out: somebody may take it again. */
    async giveBack(id: string): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: sessions, Key: keyOf.message(id) }));
    },
  };
}
