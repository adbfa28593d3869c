import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { LOOKS_COUNTED_DAYS } from "../../shared/privacy/times.ts";
import { lookLimits } from "../../shared/staff/limits.ts";
import type { StaffId, StaffRole } from "../../shared/staff/staff.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf } from "../desk/table.ts";
import { logMetric } from "../log.ts";
import { holds } from "../transact.ts";

const DAY_SECONDS = 86_400;
export type SpendLook = ReturnType<typeof openLookAllowance>;

/**
 * One more record opened by somebody, counted before it is read: by the minute and by the day, each in one write that holds at
 * once. Seconds to wait where it is one too many; that is told as a figure too, and wakes an alarm.
 */
export const openLookAllowance = ({ client, table: TableName }: { client: DynamoDBClient; table: string }) =>
  async function spend(staffId: StaffId, role: StaffRole, now: Instant): Promise<number | undefined> {
    const seconds = Math.floor(Date.parse(now) / 1000);
    const { aMinute, aDay } = lookLimits[role];
    const minute = Math.floor(seconds / 60);
    const spans = [
      { span: `MINUTE#${minute}`, most: aMinute, wait: (minute + 1) * 60 - seconds },
      {
        span: `DAY#${dateOf(now)}`,
        most: aDay,
        wait: Math.ceil((Date.parse(`${dateOf(now)}T23:59:59+08:00`) + 1000) / 1000) - seconds,
      },
    ];
    for (const { span, most, wait } of spans) {
      if (await counted(span, most)) continue;
      logMetric("LooksRefused", 1);
      return wait;
    }
    return undefined;

    async function counted(span: string, most: number): Promise<boolean> {
      if (most < 1) return false;
      const write = new UpdateItemCommand({
        TableName,
        Key: keyOf.allowance(staffId, span),
        UpdateExpression: "SET expiresAt = :end ADD looks :one",
        ConditionExpression: "attribute_not_exists(pk) OR looks < :most",
        ExpressionAttributeValues: toAttributes({ ":end": seconds + LOOKS_COUNTED_DAYS * DAY_SECONDS, ":one": 1, ":most": most }),
      });
      return holds(() => client.send(write));
    }
  };
