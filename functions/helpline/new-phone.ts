// A code to the new phone of who is on the line, read out too. As for residents, but in the desk's table: staff-api may not touch
// theirs.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { AliasSecret } from "../alias.ts";
import { openCodes } from "../sessions/codes.ts";
import { openCounters } from "../sessions/counters.ts";
import { insideOf } from "../sessions/inside.ts";
import { openKept } from "../sessions/kept.ts";
import { openMessages } from "../sessions/messages.ts";
import { sealUnder } from "../sessions/seal.ts";

type Options = {
  client: DynamoDBClient;
  /** The desk's. */
  table: string;
  secret: () => Promise<AliasSecret>;
  carry: (message: string) => Promise<void>;
  now: () => Instant;
};

export function newPhoneCodes({ client, table, secret, carry, now }: Options) {
  const counters = openCounters({ client, table });
  return insideOf({
    client,
    carry,
    // The rush of a minute is the front door's: here nobody comes whom we do not know.
    counters: { ...counters, countInRush: async () => 0 },
    codes: openCodes({ client, table }),
    kept: openKept({ client, table }),
    messages: openMessages({ client, table }),
    async moment() {
      const at = now();
      return { seal: sealUnder(await secret()), at, now: Math.floor(Date.parse(at) / 1000) };
    },
  });
}
