import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { Finding } from "../../shared/kernel/rule.ts";
import { type Message, type Status, steps } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf } from "./table.ts";

type Ending = { status: Status; findings?: readonly Finding[] | undefined; reason?: string | undefined; now: Instant };

/** Each step remembers the event that took it, under its own name. */
export const takenBy = { submitted: "submittedBy", decided: "decidedBy" } as const;

/** The submission leaves the status of this step: once, and for this event only. */
export function endingOf(TableName: string, { personId, receipt, eventId, event }: Message, ending: Ending): TransactWriteItem {
  const { status, findings = [], reason, now } = ending;
  return {
    Update: {
      TableName,
      Key: keyOf.submission(personId, receipt),
      UpdateExpression: `SET #status = :next, ${takenBy[event]} = :eventId, findings = :findings, history = list_append(history, :entry)${
        reason ? ", reason = :reason" : ""
      }`,
      ConditionExpression: "#status = :leaves",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: toAttributes({
        ":next": status,
        ":leaves": steps[event].leaves,
        ":eventId": eventId,
        ":findings": findings,
        ":entry": [{ status, at: now }],
        ...(reason && { ":reason": reason }),
      }),
    },
  };
}
