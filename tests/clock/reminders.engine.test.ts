// Each reminder once: whatever happens to the clock, and whenever it comes back.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { remindersIn } from "../../functions/clock/reminders.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { writeDues } from "../../functions/reminders/dues.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import type { Due } from "../../shared/reminder/due.ts";
import { aPhone, day, noon } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";
import { openStage, type Stage, silent } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const birthday: Due = {
  what: "sixtieth-birthday",
  on: day("2026-04-20"),
  day: day("2026-03-31"),
  cause: { fact: "birth", birth: day("1966-04-20") },
};
const graduation: Due = { ...birthday, what: "graduation", on: day("2026-04-15") };
const jobs = () => [remindersIn({ client: stage.client, table: "casework", tell: stage.tell, policy: deployedPolicy })];

let nth = 0;
/** Somebody with a telephone of their own, and what the worker wrote down for them the week before. */
async function somebody(...dues: Due[]) {
  const phone = `154${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone) });
  await register(stage.client, aliasSecret(), person);
  const { personId } = person.record.registration;
  const write = writeDues({ table: "casework", policy: deployedPolicy }, personId, dues, noon("2026-03-24"), true);
  await stage.client.send(new TransactWriteItemsCommand({ TransactItems: [write] }));
  return { personId, phone };
}
const heardBy = (phone: string) => stage.heard.filter(({ to }) => to === phone).map(({ text }) => text);
/** By then everybody's moment of the day has come. */
const evening = (date: string) => v.parse(Instant, `${date}T19:59:59.000+08:00`);

describe("a reminder", () => {
  test("comes once, whatever call the clock dies at, before it, after it, or with its answer lost", async () => {
    const kills = await stage.everyKill(
      () => somebody(birthday, graduation),
      { now: evening("2026-03-31"), later: evening("2026-03-31"), jobs: jobs() },
      async ({ phone }, point) => expect(heardBy(phone), point).toEqual([expect.stringContaining("2条参保提醒")]),
    );
    expect(kills).toBeGreaterThan(15);
  });

  test("comes once when two clocks run at the same time", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody(birthday)));
    const now = evening("2026-03-31");
    await Promise.all([stage.minute(now, ...jobs()), stage.minute(now, ...jobs())]);
    await stage.minute(now, ...jobs());
    await stage.bring(now);

    expect(people.map(({ phone }) => heardBy(phone).length)).toEqual(people.map(() => 1));
  });

  test("comes once after a week in which no clock ran, and no second message on its day", async () => {
    const { phone } = await somebody(birthday, graduation);
    await stage.minute(noon("2026-03-30"), ...jobs());
    await stage.bring(noon("2026-03-30"));
    expect(heardBy(phone)).toEqual([]);

    for (const date of ["2026-04-07", "2026-04-07", "2026-04-08", "2026-04-09"]) {
      expect(await stage.minute(evening(date), ...jobs())).toEqual([]);
      await stage.bring(evening(date));
    }
    expect(heardBy(phone)).toHaveLength(1);
  });
});
