// Leave to act for somebody that runs out: it stops to count by itself, and the clock writes it down and tells both, once.
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expiriesIn } from "../../functions/clock/expiries.ts";
import { openDelegations } from "../../functions/delegations/delegations.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import { noon } from "../support/build.ts";
import { leave } from "./a-leave.ts";
import { openStage, type Stage, silent } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const jobs = () => [expiriesIn({ client: stage.client, table: "casework", tell: stage.tell })];
const delegations = () => openDelegations({ client: stage.client, table: "casework" });
const midnight = v.parse(Instant, "2026-07-01T00:00:00.000+08:00");
const minuteBefore = v.parse(Instant, "2026-06-30T23:59:00.000+08:00");

const heardBy = (phones: readonly string[]) =>
  phones.map((phone) => stage.heard.filter(({ to, text }) => to === phone && text.includes("到期")).length);

describe("leave to act for somebody", () => {
  test("ends once and is told once to both, whatever call the clock dies at", async () => {
    const kills = await stage.everyKill(
      () => leave(stage),
      { now: midnight, later: midnight, jobs: jobs() },
      async ({ giver, delegation, phones }, point) => {
        expect(await delegations().one(giver, delegation), point).toMatchObject({ ended: { at: midnight, by: "time" } });
        expect(heardBy(phones), point).toEqual([1, 1]);
      },
    );
    expect(kills).toBeGreaterThan(12);
  });

  test("ends after an outage of a week once, with two clocks at a time, and not a minute before its last day is over", async () => {
    const { giver, delegate, delegation, phones } = await leave(stage);
    await stage.minute(minuteBefore, ...jobs());
    expect(await delegations().one(giver, delegation)).not.toHaveProperty("ended");

    const late = noon("2026-07-08");
    await Promise.all([stage.minute(late, ...jobs()), stage.minute(late, ...jobs())]);
    await stage.minute(late, ...jobs());
    await stage.bring(late);
    expect(await delegations().held(delegate, delegation)).toMatchObject({ ended: { at: late, by: "time" } });
    expect(heardBy(phones)).toEqual([1, 1]);
  });

  test("of a guardian ends on the day on which the child is eighteen, whatever was said of its last day", async () => {
    const { giver, delegation } = await leave(stage, {
      as: "guardian",
      birth: "2008-03-31",
      until: "2026-12-31",
      proven: "desk",
    });
    await stage.minute(noon("2026-03-30"), ...jobs());
    expect(await delegations().one(giver, delegation)).not.toHaveProperty("ended");
    await stage.minute(noon("2026-03-31"), ...jobs());

    expect(await delegations().one(giver, delegation)).toMatchObject({ ended: { by: "grown" } });
  });

  test("that somebody has ended themselves is over already: nobody is told again", async () => {
    const { phones, ...one } = await leave(stage);
    await delegations().end(one, "giver", noon("2026-02-01"));
    await stage.minute(midnight, ...jobs());
    await stage.bring(midnight);

    expect(await delegations().one(one.giver, one.delegation)).toMatchObject({ ended: { by: "giver" } });
    expect(heardBy(phones)).toEqual([0, 0]);
  });
});
