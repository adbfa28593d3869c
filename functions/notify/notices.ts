import { DeleteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { TOLD_DAYS } from "../../shared/privacy/times.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf } from "../sessions/table.ts";
import type { TellKey } from "../tell.ts";
import { putOnce } from "../transact.ts";

type Options = { client: DynamoDBClient; table: string };
/** `receipt`: of what was sent; or the key of something that is told for itself. */
export type Notice = { personId: PersonId; receipt: Receipt | TellKey; status: string };

/** Which outcomes people have been told: each once, however often the queue brings it. */
export function openNotices({ client, table: TableName }: Options) {
  const keyFor = ({ personId, receipt, status }: Notice) => keyOf.sent(personId, receipt, status);
  return {
    /** True for the first who asks; it is theirs to tell. */
    claim: (notice: Notice, now: number): Promise<boolean> =>
      putOnce(client, TableName, { ...keyFor(notice), ...toAttributes({ expiresAt: now + TOLD_DAYS * 86_400 }) }),

    async giveBack(notice: Notice): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName, Key: keyFor(notice) }));
    },
  };
}
