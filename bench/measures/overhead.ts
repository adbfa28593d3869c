// What our own code adds to the calls it makes: a signed-in look at the record, through everything, against the bare calls.
import { type DynamoDBClient, GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { toAttributes } from "../../functions/attributes.ts";
import { PAGE_STARTS_AT, partitionOf } from "../../functions/register/table.ts";
import { hashOf } from "../../functions/sessions/seal.ts";
import { keyOf } from "../../functions/sessions/table.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { ORIGIN } from "../../tests/support/post.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { longTimer } from "../people.ts";
import { medianInterval, medianOf, pairs, rounded, withInterval } from "../statistics.ts";

const BLOCKS = 60;
const LOOKS_A_BLOCK = 25;
const WARM_UP = 300;

export const overhead: Measure = {
  names: ["api.overhead"],
  async run({ world, folder }) {
    const opened = await world();
    const { app, client } = opened;
    const { someone, personId } = await longTimer(client, folder);
    const browser = await opened.signIn(someone);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const token = browser.cookies.get("__Host-session") ?? "";

    const throughAll = async () => {
      const response = await app.request("/api/check", { headers: { cookie, origin: ORIGIN } });
      if (response.status !== 200) throw new Error(`check answered ${response.status}`);
      await response.arrayBuffer();
    };
    const bare = () => bareCalls(client, hashOf(token), personId);
    for (let nth = 0; nth < WARM_UP; nth++) {
      await throughAll();
      await bare();
    }
    const { a, b, ratios } = await pairs(BLOCKS, medianOf(LOOKS_A_BLOCK, throughAll), medianOf(LOOKS_A_BLOCK, bare));
    const interval = medianInterval(ratios);
    return [
      figureOf("api.overhead", {
        value: rounded(medianInterval(a).median),
        unit: "ms",
        against: rounded(medianInterval(b).median),
        ratio: rounded(interval.median),
        judged: interval.low,
        note: `${withInterval(interval)}, ${BLOCKS} pairs of ${LOOKS_A_BLOCK}; the calls: session, record`,
      }),
    ];
  },
};

/** The same two calls with the same client, and nothing made of their answers. */
async function bareCalls(client: DynamoDBClient, session: string, personId: PersonId): Promise<void> {
  await client.send(new GetItemCommand({ TableName: "sessions", Key: keyOf.session(session), ConsistentRead: true }));
  await client.send(
    new QueryCommand({
      TableName: "register",
      KeyConditionExpression: "pk = :pk AND sk >= :from",
      ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.person(personId), ":from": PAGE_STARTS_AT }),
      ConsistentRead: true,
    }),
  );
}
