// Reminders, each person at their own moment of the day: the worker wrote when, functions/reminders says what.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { reminderLaw } from "../../shared/reminder/telling.ts";
import { named } from "../casework/table.ts";
import { Fault } from "../log.ts";
import { remindDueIn } from "../reminders/remind.ts";
import type { Tell } from "../tell.ts";
import { dueJob } from "./due.ts";
import type { Job } from "./job.ts";

type Options = { client: DynamoDBClient; table: string; tell: Tell; policy: Policy };

export const remindersIn = ({ client, table, tell, policy }: Options): Job =>
  dueJob({
    ...{ client, table, kind: "reminder", metric: "ReminderOldestSeconds" },
    async handle(item, now) {
      const law = reminderLaw(policy({ region: "national", asOf: dateOf(now) }));
      if (!law) throw new Fault("reminder.no-hours"); // it rings at no hour that nobody has allowed
      await remindDueIn({ client, table, tell, law })(named.person(item), now);
    },
  });
