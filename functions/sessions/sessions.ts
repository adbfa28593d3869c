import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { AliasSecret } from "../alias.ts";
import type { FindPerson } from "../find-person.ts";
import type { Looks } from "../looks/looks.ts";
import type { OpenRecord } from "../record.ts";
import { type Attempts, openAttempts } from "./attempts.ts";
import { type Codes, openCodes } from "./codes.ts";
import { type Counters, openCounters } from "./counters.ts";
import { doorIn } from "./door.ts";
import { insideOf } from "./inside.ts";
import { type Kept, openKept } from "./kept.ts";
import { type Messages, openMessages } from "./messages.ts";
import { type Seal, sealUnder } from "./seal.ts";

type Options = {
  client: DynamoDBClient;
  table: string;
  secret: () => Promise<AliasSecret>;
  findPerson: FindPerson;
  openRecord: OpenRecord;
  looks: Pick<Looks, "noting">;
  /** Puts the id of a message onto the queue of codes. */
  carry: (messageId: string) => Promise<void>;
  now: () => Instant;
  /** Above so many codes a minute, for everybody together, the extra step begins. */
  codesPerMinute: number;
};

/** What door and inside work with: one moment and one key for the whole of a request. */
export type Tools = Pick<Options, "client" | "findPerson" | "openRecord" | "looks" | "carry" | "codesPerMinute"> & {
  attempts: Attempts;
  counters: Counters;
  codes: Codes;
  kept: Kept;
  messages: Messages;
  moment(): Promise<Moment>;
};
export type Moment = { seal: Seal; at: Instant; now: number };

export type Sessions = ReturnType<typeof openSessions>;

/** Sessions of residents: how they begin, go on, prove more and end. */
export function openSessions({ secret, now, ...options }: Options) {
  const tools: Tools = {
    ...options,
    attempts: openAttempts(options),
    counters: openCounters(options),
    codes: openCodes(options),
    kept: openKept(options),
    messages: openMessages(options),
    async moment() {
      const at = now();
      return { seal: sealUnder(await secret()), at, now: secondsOf(at) };
    },
  };
  return {
    ...doorIn(tools),
    ...insideOf(tools),
    /** For whom nobody is signed in, and who cannot: few come this way, so it is loaded when the first one does. */
    strangers: async () => (await import("./strangers.ts")).strangersIn(tools),
    /** Codes by which an adult lets another one act for them. */
    delegationCodes: async () => (await import("./delegation.ts")).delegationCodesIn(tools),
    current: (token: string) => tools.kept.current(token, secondsOf(now())),
    end: (token: string) => tools.kept.end(token),
  };
}

const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);
