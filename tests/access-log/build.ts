// Looks for tests, and what `audit` and `seal` make of them on the embedded engine.
import { createHash } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { chainsIn } from "../../functions/audit/chain.ts";
import { readLogIn } from "../../functions/audit/log.ts";
import { sealsIn } from "../../functions/audit/seal.ts";
import { itemOf, type Look } from "../../functions/looks/table.ts";
import type { Item } from "../../functions/register/table.ts";
import type { Root } from "../../shared/access-log/chain.ts";
import type { Logged } from "../../shared/access-log/contract.ts";
import { type Digest, verify } from "../../shared/access-log/verify.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { type Started, signInAs } from "../support/app.ts";
import { noon } from "../support/build.ts";
import { staffIdOf } from "../support/staff.ts";

export const digest: Digest = async (text) => createHash("sha256").update(text).digest("hex");

export const aLook = (differences: Partial<Extract<Look, { kind: "staff" }>> = {}): Look => ({
  kind: "staff",
  lookId: crypto.randomUUID(),
  by: staffIdOf("6027"),
  role: "agent",
  agency: "测试县12333",
  workNumber: "6027",
  purpose: "call",
  reason: "来电询问断缴",
  ticket: "T-1",
  fields: ["phone"],
  ...differences,
});

export const rowOf = (personId: PersonId, at: Instant, look: Look = aLook()): Item => itemOf.look(personId, look, at);

/** A world with a clock: looks are put, chained and sealed when the test says so. */
export function auditOf(client: DynamoDBClient, startAt: Instant = noon("2026-03-31")) {
  let nowMs = Date.parse(startAt);
  const now = () => instantAt(nowMs);
  const table = "looks";
  const roots: Root[] = [];
  const putRoot = async (root: Root) => {
    if (!roots.some(({ day }) => day === root.day)) roots.push(root);
  };
  const log = readLogIn({ client, table, now });
  return {
    now,
    roots,
    pass(hours: number) {
      nowMs += hours * 3_600_000;
    },
    link: chainsIn({ client, table, now }),
    seal: sealsIn({ client, table, putRoot, now }),
    log,
    /** All that the person's browser reads. */
    async given(personId: PersonId) {
      const rows: Logged[] = [];
      let page = await log.rows(personId);
      rows.push(...page.rows);
      while (page.before) {
        page = await log.rows(personId, page.before);
        rows.push(...page.rows);
      }
      const { proofs } = await log.proofs(personId);
      return { chain: page.chain, rows, proofs, roots, asOf: now() };
    },
    async verdict(personId: PersonId) {
      return verify(await this.given(personId), digest);
    },
  };
}

let homes = 0;

/** A father who is signed in, his son, and by which word he names him. */
export async function aFamily(client: DynamoDBClient, started: Started) {
  const home = `7${String(++homes).padStart(8, "0")}`;
  const father = await aMember(client, { birth: "1990-05-01", facts: [inHousehold(home, "02")] });
  const son = await aMember(client, { birth: "2018-05-01", facts: [inHousehold(home, "20")] });
  const { browser: parent } = await signInAs(started, father);
  const { children } = await (await parent.get("/children")).json();
  return { parent, child: son.record.registration.personId, ref: children[0].child as string };
}
