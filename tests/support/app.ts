import { openReminders } from "../../functions/reminders/reminders.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
// The whole API and notify on the embedded engine; the clock stands still until a test moves it.

import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { draftKeysOf } from "../../functions/alias.ts";
import { createApp } from "../../functions/app.ts";
import { readLogIn } from "../../functions/audit/log.ts";
import { createRoots } from "../../functions/audit/roots-app.ts";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDelegations } from "../../functions/delegations/delegations.ts";
import { phonesIn } from "../../functions/delegations/phones.ts";
import { createEvidence } from "../../functions/evidence/app.ts";
import { childrenIn } from "../../functions/find-children.ts";
import { findPersonIn } from "../../functions/find-person.ts";
import { healthOf } from "../../functions/health.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import type { Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { copiesOf } from "../../functions/privacy/copies.ts";
import { openNotices } from "../../functions/privacy/notices.ts";
import { doorTo, restOfRecordIn, wholeDoorTo } from "../../functions/record.ts";
import { openRegister } from "../../functions/register/register.ts";
import type { EvidenceDeps } from "../../functions/routes/evidence.ts";
import { openSessions } from "../../functions/sessions/sessions.ts";
import { openAllowance } from "../../functions/uploads/allowance.ts";
import { openUploads } from "../../functions/uploads/uploads.ts";
import type { Root } from "../../shared/access-log/chain.ts";
import { loadDivisions } from "../../shared/divisions/divisions.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { noon } from "./build.ts";
import { aliasSecret } from "./people.ts";
import { aBrowser, type Browser, ORIGIN } from "./post.ts";

type Options = {
  client: DynamoDBClient;
  codesPerMinute?: number;
  startAt?: Instant;
  policy?: Policy;
  putObject?: EvidenceDeps["putObject"];
  /** What was published of the access logs. */
  roots?: readonly Root[];
};

export function startApp({
  client,
  codesPerMinute = 10_000,
  startAt = noon("2026-03-31"),
  policy = deployedPolicy,
  putObject = nowhere,
  roots = [],
}: Options) {
  const published = createRoots({
    roots: async (month) => roots.filter(({ day }) => day.startsWith(month)),
    origins: [ORIGIN],
  });
  let nowMs = Date.parse(startAt);
  const now = () => instantAt(nowMs);
  const secret = async () => aliasSecret();
  const tables = { register: "register", casework: "casework", sessions: "sessions", looks: "looks" };
  const register = openRegister({ client, table: tables.register });
  const outbox: Text[] = [];
  const notify = createNotify({
    client,
    now: () => Math.floor(nowMs / 1000),
    sender: {
      async send(text) {
        outbox.push(text);
        return "sent";
      },
    },
  });
  const divisions = loadDivisions();

  const looks = openLooks({ client, table: tables.looks, now });
  const openRecord = doorTo({ register, looks });
  const sessions = openSessions({
    client,
    table: tables.sessions,
    secret,
    findPerson: findPersonIn({ register, secret }),
    openRecord,
    looks,
    carry: async (message) => {
      await notify({ Records: [{ messageId: message, body: JSON.stringify({ message }) }] }, { awsRequestId: "notify" });
    },
    now,
    codesPerMinute,
  });
  const uploads = openUploads({ client, table: "uploads" });
  const evidence = createEvidence({
    sessions,
    uploads,
    spend: openAllowance({ client, table: uploads.table }),
    putObject,
    origins: [ORIGIN],
    now,
  });
  const delegations = openDelegations({ client, table: tables.casework });
  const children = childrenIn({ register, openRecord, delegations, now });
  const api = createApp({
    openRecord,
    restOf: restOfRecordIn(register),
    casework: async () => openCasework({ client, table: tables.casework }),
    children: async () => children,
    delegations: async () => delegations,
    reminders: async () => openReminders({ client, table: "casework" }),
    transfers: async () => readTransfers({ client, table: "casework" }),
    phonesOf: (personId) => phonesIn(register, personId),
    tell: async (personId, notice, key) => {
      await notify(
        { Records: [{ messageId: key, body: JSON.stringify({ personId, notice, key }) }] },
        { awsRequestId: "notify" },
      );
    },
    uploads: async () => uploads,
    sessions,
    notices: async () => openNotices({ client, table: tables.casework }),
    copy: copiesOf({
      client,
      casework: tables.casework,
      openWhole: wholeDoorTo({ register, looks }),
      looks,
      uploads: async () => uploads,
      now,
    }),
    accessLog: async () => readLogIn({ client, table: tables.looks, now }),
    health: healthOf({ client, tables, queues: {} }),
    origins: [ORIGIN],
    places: async () => {
      const { divisionName } = await divisions;
      return (code) => divisionName(code)?.join("") ?? code;
    },
    divisionIsKnown: async (code) => (await divisions).holdsAddresses(code),
    policy: async () => policy,
    draftKeys: async (personId) => draftKeysOf(await secret(), personId),
    now,
  });

  /** All these functions under one address, as behind the gateway. */
  function functionFor(path: string) {
    if (path.startsWith("/api/evidence/")) return evidence;
    return path.startsWith("/api/access-log/roots/") ? published : api;
  }
  const app = {
    fetch: (request: Request) => functionFor(new URL(request.url).pathname).fetch(request),
    request: (path: string, init?: RequestInit) => functionFor(path).request(path, init),
  };

  return {
    app,
    api,
    children,
    delegations,
    uploads,
    sessions,
    looks,
    outbox,
    now,
    /** As the worker tells of an outcome. */
    tellOutcome: (body: object) =>
      notify({ Records: [{ messageId: "outcome", body: JSON.stringify(body) }] }, { awsRequestId: "notify" }),
    pass(seconds: number) {
      nowMs += seconds * 1000;
    },
    browser: () => aBrowser(app),
    /** The code in the newest message to this phone. */
    codeAt: (phone: string) => outbox.findLast(({ to }) => to === phone)?.params["code"],
  };
}
const nowhere = async () => {};
export type Started = ReturnType<typeof startApp>;

type Someone = { number: string; name: string; phone: string };

/** From the first page to a session, as a person does it. */
export async function signInAs(started: Started, { number, name, phone }: Someone, browser: Browser = started.browser()) {
  await browser.post("/session/codes", { number, name });
  const response = await browser.post("/sessions", { number, name, code: started.codeAt(phone) ?? "000000" });
  return { browser, response };
}
