import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

import { instantAt } from "../shared/kernel/calendar.ts";
import { AliasSecret, draftKeysOf } from "./alias.ts";
import { createApp } from "./app.ts";
import { locationOf, settingOf } from "./environment.ts";
import { findPersonIn } from "./find-person.ts";
import { healthOf } from "./health.ts";
import { onLambda } from "./http/lambda.ts";
import { impatient } from "./impatient.ts";
import { lazyQueue } from "./lazy-queue.ts";
import { openLooks } from "./looks/looks.ts";
import { divisionIsKnown, places } from "./places.ts";
import { copiesOf } from "./privacy/copies.ts";
import { doorTo, restOfRecordIn, wholeDoorTo } from "./record.ts";
import { readRegister } from "./register/reader.ts";
import { openSecret } from "./secrets.ts";
import { openSessions } from "./sessions/sessions.ts";
import { unlogged } from "./unlogged.ts";

// Node loads them when they are first touched; here, while the process starts, that costs nobody a wait.
void new Request("http://localhost/");
void new Response();

const client = unlogged(new DynamoDBClient(impatient));
const codes = lazyQueue(() => locationOf("codes"));
const notices = lazyQueue(() => locationOf("notices"));
const now = () => instantAt(Date.now());
const secret = openSecret("alias", AliasSecret);
const register = readRegister({ client, table: locationOf("register") });
const looks = openLooks({ client, table: locationOf("looks"), now });
const openRecord = doorTo({ register, looks });
const uploads = async () => (await import("./uploads/uploads.ts")).openUploads({ client, table: locationOf("uploads") });

const delegations = async () =>
  (await import("./delegations/delegations.ts")).openDelegations({ client, table: locationOf("casework") });

export const app = createApp({
  openRecord,
  restOf: restOfRecordIn(register),
  casework: async () => (await import("./casework/casework.ts")).openCasework({ client, table: locationOf("casework") }),
  children: async () => {
    const { childrenIn } = await import("./find-children.ts");
    return childrenIn({ register, openRecord, delegations: await delegations(), now });
  },
  delegations,
  phonesOf: async (personId) => (await import("./delegations/phones.ts")).phonesIn(register, personId),
  tell: (personId, notice, key) => notices.send({ personId, notice, key }),
  uploads,
  reminders: async () => (await import("./reminders/reminders.ts")).openReminders({ client, table: locationOf("casework") }),
  transfers: async () => (await import("./transfers/transfers.ts")).readTransfers({ client, table: locationOf("casework") }),
  sessions: openSessions({
    client,
    table: locationOf("sessions"),
    secret,
    findPerson: findPersonIn({ register, secret }),
    openRecord,
    looks,
    carry: (message) => codes.send({ message }),
    now,
    codesPerMinute: Number(settingOf("CODES_PER_MINUTE", "600")),
  }),
  notices: async () => (await import("./privacy/notices.ts")).openNotices({ client, table: locationOf("casework") }),
  copy: copiesOf({ client, casework: locationOf("casework"), openWhole: wholeDoorTo({ register, looks }), looks, uploads, now }),
  accessLog: async () => (await import("./audit/log.ts")).readLogIn({ client, table: locationOf("looks"), now }),
  health: healthOf({
    client,
    tables: {
      register: locationOf("register"),
      casework: locationOf("casework"),
      sessions: locationOf("sessions"),
      looks: locationOf("looks"),
      uploads: locationOf("uploads"),
    },
    queues: { codes: codes.answers },
  }),
  origins: settingOf("ORIGIN").split(","),
  places,
  divisionIsKnown,
  policy: async () => (await import("./policy.ts")).deployedPolicy,
  draftKeys: async (personId) => draftKeysOf(await secret(), personId),
  now,
});

export const handler = onLambda(app);
