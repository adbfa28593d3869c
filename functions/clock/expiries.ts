// Leave to act for somebody that has run out, by its last day or because whom a guardian acted for is eighteen. It did not count any
// more from that midnight on, whoever ran; here it is written down, and both are told.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { endsOf } from "../../shared/delegation/delegation.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { named } from "../casework/table.ts";
import { openDelegations } from "../delegations/delegations.ts";
import type { Tell } from "../tell.ts";
import { dueJob } from "./due.ts";
import type { Job } from "./job.ts";

type Options = { client: DynamoDBClient; table: string; tell: Tell };

export function expiriesIn({ client, table, tell }: Options): Job {
  const delegations = openDelegations({ client, table });
  return dueJob({
    ...{ client, table, kind: "expiry", metric: "ExpiryOldestSeconds" },
    async handle(item, now) {
      const { giver, ref } = named.delegation(item);
      const one = await delegations.one(giver, ref);
      if (!one || one.ended) return;
      const { on, by } = endsOf(one);
      if (on > dateOf(now)) {
        // Just begun: whoever began it has told the giver, or fell over in between. Under one key it goes out once.
        await tell(one.giver, "delegation-begun", one.delegation);
        return delegations.wasTold(one);
      }
      // Told first, each once under its key: killed in between, the next minute finds it here still.
      for (const personId of [one.giver, one.delegate]) await tell(personId, "delegation-over", `${ref}#over`);
      await delegations.end(one, by, now);
    },
  });
}
