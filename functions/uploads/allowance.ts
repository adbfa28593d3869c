import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { UPLOAD_BYTES_PER_HOUR, UPLOADS_PER_HOUR } from "../../shared/evidence/contract.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { ALLOWANCE_HOURS } from "../../shared/privacy/times.ts";
import { toAttributes } from "../attributes.ts";
import { holds } from "../transact.ts";
import { keyOf } from "./table.ts";

const HOUR_SECONDS = 3600;
export type Allowance = ReturnType<typeof openAllowance>;

/** What a person may hand in within an hour by the clock. Counted before it is looked at, in one write that holds at once. */
export const openAllowance = ({ client, table: TableName }: { client: DynamoDBClient; table: string }) =>
  async function spend(personId: PersonId, bytes: number, now: Instant): Promise<{ retryAfterSeconds: number } | undefined> {
    const seconds = Math.floor(Date.parse(now) / 1000);
    const hour = Math.floor(seconds / HOUR_SECONDS);
    const write = new UpdateItemCommand({
      TableName,
      Key: keyOf.allowance(personId, String(hour)),
      UpdateExpression: "SET expiresAt = :end ADD uploads :one, #bytes :bytes",
      ConditionExpression: "attribute_not_exists(pk) OR (uploads < :most AND #bytes <= :room)",
      ExpressionAttributeNames: { "#bytes": "bytes" },
      ExpressionAttributeValues: toAttributes({
        ":end": (hour + ALLOWANCE_HOURS) * HOUR_SECONDS,
        ":one": 1,
        ":bytes": bytes,
        ":most": UPLOADS_PER_HOUR,
        ":room": UPLOAD_BYTES_PER_HOUR - bytes,
      }),
    });
    return (await holds(() => client.send(write))) ? undefined : { retryAfterSeconds: (hour + 1) * HOUR_SECONDS - seconds };
  };
