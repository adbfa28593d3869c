// A day on which something falls due for very many: each minute has its share, and by the evening all are told.
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import * as v from "valibot";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { dueJob } from "../../functions/clock/due.ts";
import { dueShard } from "../../functions/due-shards.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { slotOn } from "../../shared/reminder/slot.ts";
import { aPersonId, day } from "../support/build.ts";
import { silent } from "./stage.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(silent);
afterAll(() => dynamo.restore());

const hours = { from: 8, to: 20 };
const morning = Date.parse("2026-09-01T08:00:00+08:00");
const minuteOf = (nth: number): Instant => instantAt(morning + nth * 60_000);

/** The index: whoever is handled leaves it. */
function anIndexOf(people: readonly { personId: PersonId; dueAt: Instant }[]) {
  const shards = new Map<string, { personId: PersonId; dueAt: Instant }[]>();
  for (const one of [...people].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))) {
    const shard = dueShard("reminder", one.personId);
    shards.set(shard, [...(shards.get(shard) ?? []), one]);
  }
  dynamo.reset();
  dynamo.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values, Limit, ExclusiveStartKey: after }) => {
    const due = (shards.get(values[":shard"].S) ?? []).filter(({ dueAt }) => dueAt <= values[":until"].S);
    const rest = after ? due.filter(({ dueAt }) => dueAt > after.dueAt.S) : due;
    const Items = rest.slice(0, Limit).map(({ personId, dueAt }) => ({ pk: { S: personId }, dueAt: { S: dueAt } }));
    return { Items, ...(rest.length > Limit && { LastEvaluatedKey: Items.at(-1) }) };
  });
  const told: string[] = [];
  const job = dueJob({
    ...{ client: new DynamoDBClient({}), table: "casework", kind: "reminder", metric: "ReminderOldestSeconds" },
    async handle(item) {
      const personId = item["pk"]?.S ?? "";
      told.push(personId);
      for (const [shard, here] of shards)
        shards.set(
          shard,
          here.filter((one) => one.personId !== personId),
        );
    },
  });
  const minute = async (now: Instant, isOver = () => false) => {
    const before = told.length;
    await job(
      now,
      (error) => {
        throw error;
      },
      isOver,
    );
    return told.length - before;
  };
  return { told, minute };
}
const people = (count: number) => Array.from({ length: count }, () => aPersonId());

describe("five thousand people on one day", () => {
  test("have a moment each, and no minute of the day has four times its share", () => {
    const perMinute = new Map<string, number>();
    for (const personId of people(5_000)) {
      const at = slotOn(day("2026-09-01"), { personId, hours }).slice(0, 16);
      perMinute.set(at, (perMinute.get(at) ?? 0) + 1);
    }

    expect(Math.max(...perMinute.values())).toBeLessThan(4 * (5_000 / 720));
    expect(perMinute.size).toBeGreaterThan(650);
  });

  test("are told by the evening, each once, also where a run stopped half-way and an hour had none", async () => {
    const all = people(5_000).map((personId) => ({ personId, dueAt: slotOn(day("2026-09-01"), { personId, hours }) }));
    const { told, minute } = anIndexOf(all);
    const taken: number[] = [];
    for (let nth = 0; nth <= 720; nth += 10) {
      if (nth > 300 && nth < 360) continue;
      let calls = 0;
      const cut = nth === 120 ? () => ++calls > 2 : () => false;
      taken.push(await minute(minuteOf(nth), cut));
    }

    expect(new Set(told).size).toBe(5_000);
    expect(told).toHaveLength(5_000);
    expect(taken.filter((count) => count > 3 * (5_000 / 72))).toHaveLength(1); // the one after the hour
  });
});

test("what an outage left is taken in turns: of one shard no more than five hundred in a minute, the oldest first", async () => {
  const late = people(1_100)
    .map((personId) => v.parse(PersonId, `A${personId.slice(1)}`)) // all in one shard
    .map((personId, nth) => ({ personId, dueAt: instantAt(morning + nth * 1_000) }));
  const { told, minute } = anIndexOf(late);
  const now = minuteOf(720);

  expect([await minute(now), await minute(now), await minute(now), await minute(now)]).toEqual([500, 500, 100, 0]);
  expect(told).toEqual(late.map(({ personId }) => personId));
});
