// Dues that were written by other numbers of policy than those of today, or never: counted again for somebody, where they differ.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { Due } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { Fault } from "../log.ts";
import type { Register } from "../register/register.ts";
import { transacted } from "../transact.ts";
import { writeDues } from "./dues.ts";
import { openReminders } from "./reminders.ts";

type Options = { client: DynamoDBClient; casework: string; register: Register; policy: Policy };

export function recountDuesIn({ client, casework: table, register, policy }: Options) {
  const reminders = openReminders({ client, table });
  return async function recount(personId: PersonId, now: Instant): Promise<void> {
    const [page, held] = await Promise.all([register.page(personId), reminders.dues(personId)]);
    if (!page) throw new Fault("settle.unknown-person");
    const dues = v.parse(v.array(Due), duesOf(page, dateOf(now), policy)); // their parts in the order in which they are read
    if (JSON.stringify(held?.dues ?? []) === JSON.stringify(dues)) return;
    // Who moved meanwhile has had them written with the move; then it is looked at again.
    const unmoved = register.unmoved(page.registration);
    if (!(await transacted(client, [unmoved, writeDues({ table, policy }, personId, dues, now, held === undefined)])))
      throw new Fault("settle.version-conflict");
  };
}
