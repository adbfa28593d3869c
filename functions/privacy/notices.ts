import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { itemOf, keyOf } from "../casework/table.ts";
import { putOnce } from "../transact.ts";

type Options = { client: DynamoDBClient; table: string };
export type Notices = ReturnType<typeof openNotices>;

/** Who was shown the privacy notice, in which version, and when first. */
export function openNotices({ client, table: TableName }: Options) {
  return {
    /** A moment old may be the answer: then the notice is shown once more, which hurts nobody. */
    async isUnread(personId: PersonId): Promise<boolean> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.notice(personId, NOTICE_VERSION) }));
      return Item === undefined;
    },

    /** The first time counts. */
    async note(personId: PersonId, at: Instant): Promise<void> {
      await putOnce(client, TableName, itemOf.notice(personId, { version: NOTICE_VERSION, at }));
    },
  };
}
