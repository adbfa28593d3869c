// What has ended goes when the field table says so (shared/privacy/keeps.ts), and is found by its day. A kind whose end nobody knows
// when it is written stands here; one that does not, does not compile. All others carry their end with them: the table lets them go, a
// bucket's rule, or functions/purge.ts.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { keeps, Place } from "../../shared/privacy/keeps.ts";
import { named } from "../casework/table.ts";
import { openDelegations } from "../delegations/delegations.ts";
import type { Item } from "../register/table.ts";
import { dueJob } from "./due.ts";
import type { Job } from "./job.ts";

type Options = { client: DynamoDBClient; table: string };
export type Purged = { [At in Place]: (typeof keeps)[At] extends { afterEnd: number } ? At : never }[Place];

/** By what its sort key begins with. Both sides of a delegation go together; the one that is found is the giver's. */
const found = { "casework.delegation": "DELEGATION#", "casework.actsFor": undefined } as const satisfies Record<
  Purged,
  string | undefined
>;
export const purged = Object.keys(found);

export function purgesIn({ client, table }: Options): Job {
  const delegations = openDelegations({ client, table });
  const forget = async (item: Item) => {
    if (!item["sk"]?.S?.startsWith(found["casework.delegation"])) return;
    const { giver, ref } = named.delegation(item);
    const one = await delegations.one(giver, ref);
    if (one) await delegations.forget(one);
  };
  return dueJob({
    ...{ client, table, kind: "purge", metric: "PurgeOldestSeconds" },
    handle: forget,
  });
}
