// What has ended goes when its time is over, and nothing before that.
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { purged, purgesIn } from "../../functions/clock/purges.ts";
import { openDelegations } from "../../functions/delegations/delegations.ts";
import { dateOf, type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { keeps, type Place, places } from "../../shared/privacy/keeps.ts";
import { topology } from "../../shared/topology.ts";
import { noon } from "../support/build.ts";
import { everythingIn } from "../support/table.ts";
import { leave } from "./a-leave.ts";
import { openStage, type Stage, silent } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const jobs = () => [purgesIn({ client: stage.client, table: "casework" })];
const delegations = () => openDelegations({ client: stage.client, table: "casework" });
const ended = noon("2026-06-30");
const afterwards = (days: number): Instant => instantAt(Date.parse(ended) + days * 86_400_000);
const { afterEnd } = keeps["casework.delegation"];

async function endedLeave() {
  const { phones: _, ...one } = await leave(stage);
  await delegations().end(one, "giver", ended);
  return one;
}
const sidesOf = async ({ delegation }: { delegation: string }) =>
  (await everythingIn(stage.client, "casework")).filter((item) => item["delegation"] === delegation).length;

describe("leave to act for somebody", () => {
  test("goes on both sides when its time after the end is over, whatever call the clock dies at", async () => {
    const [now, later] = [afterwards(afterEnd), afterwards(afterEnd)];
    const kills = await stage.everyKill(endedLeave, { now, later, jobs: jobs() }, async (one, point) =>
      expect(await sidesOf(one), point).toBe(0),
    );
    expect(kills).toBeGreaterThan(5);
  });

  test("stays for every day that the privacy page promises, also where an outage came in between, and one that runs stays", async () => {
    const { phones: _, ...runs } = await leave(stage);
    const one = await endedLeave();
    await stage.minute(afterwards(afterEnd - 1), ...jobs());
    expect([await sidesOf(one), await sidesOf(runs)]).toEqual([2, 2]);
    await stage.minute(afterwards(afterEnd + 30), ...jobs());
    expect([await sidesOf(one), await sidesOf(runs)]).toEqual([0, 2]);
    expect(dateOf(afterwards(afterEnd))).toBe("2029-06-30");
  });
});

describe("whatever does not stay for ever", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const expiring = Object.entries(topology.tables).flatMap(([name, table]) => ("expires" in table ? [`${name}.`] : []));
  /** What goes with an outcome is deleted by whoever writes that. */
  const withOutcome: Partial<Record<Place, string>> = {
    "casework.outbox": "functions/outbox.ts",
    "desk.outbox": "functions/outbox.ts",
    "register.moving": "functions/transfers/transfers.ts",
    "casework.dues": "functions/reminders/dues.ts",
    "desk.transferStep": "functions/transfers/listed.ts",
    "desk.openVisit": "functions/visits/visits.ts",
    "desk.waiting": "functions/helpline/lists.ts",
  };

  function whoEnds(place: Place): string | undefined {
    const kept = keeps[place];
    if (kept === "until-outcome") {
      const file = withOutcome[place];
      return file && /\bDelete\b/.test(readFileSync(path.join(root, file), "utf8")) ? file : undefined;
    }
    if (typeof kept === "string") return undefined;
    if ("afterEnd" in kept) return purged.includes(place) ? "the clock" : undefined;
    if (place.startsWith("uploads.") || place === "bucket.evidence") return "purge";
    if (place.startsWith("bucket.")) return "the bucket's own rule";
    return expiring.some((table) => place.startsWith(table)) ? "the table's own expiry" : undefined;
  }

  test.each(places.filter((place) => keeps[place] !== "for-ever"))("has somebody who ends it: %s", (place) => {
    expect(whoEnds(place)).toBeDefined();
  });
});
