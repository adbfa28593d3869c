// The clock reads what is due, and nothing else, however many people there are. `npm run prove`: a hundred thousand.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fillWithDues, minuteCounted } from "../../bench/due-people.ts";
import { type Meter, startMeter } from "../../bench/meter.ts";
import { instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { withEngine } from "../support/around.ts";
import { day } from "../support/build.ts";
import { times } from "../support/times.ts";
import { silent } from "./stage.ts";

const PEOPLE = times(1000, 100_000);
const DUE = 12; // of a day, in the first days
const first = day("2026-04-01");
/** By then everybody's moment of the day has come. */
const eveningOf = (days: number) => instantAt(Date.parse(`${plusDays(first, days)}T19:59:59.000+08:00`));

const engine = withEngine();
let meter: Meter;
let empty: { rru: number; calls: number };
const minute = async (days: number) => {
  const jobs = Object.values(await minuteCounted(engine.client, meter, eveningOf(days)));
  const sum = (of: (job: (typeof jobs)[number]) => number) => jobs.reduce((all, job) => all + of(job), 0);
  return { rru: sum(({ rru }) => rru), wru: sum(({ wru }) => wru), calls: sum(({ calls }) => calls.length) };
};

beforeAll(
  async () => {
    meter = startMeter();
    silent();
    empty = await minute(-1);
    // Twelve on the first day, twice as many on the second; all others some time in the year after.
    await meter.aside(() =>
      fillWithDues(engine.client, PEOPLE, (nth) => plusDays(first, nth < DUE ? 0 : nth < 3 * DUE ? 1 : 30 + (nth % 365))),
    );
  },
  times(60_000, 600_000),
);
beforeEach(silent);
afterAll(() => {
  meter.stop();
});

describe(`among ${PEOPLE} people with something to come`, () => {
  test("a minute in which nothing is due costs what it costs where there is nobody: one small read for each shard", async () => {
    expect(empty).toMatchObject({ calls: 48, rru: 48 * 0.5, wru: 0 });
    expect(await minute(-1)).toEqual(empty);
  });

  test("what is due is paid for by its number: twice as much is twice as dear, and the day after it is all done", async () => {
    const once = await minute(0);
    const twice = await minute(1);
    const [one, two] = [(once.rru - empty.rru) / DUE, (twice.rru - empty.rru) / (2 * DUE)];

    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(6);
    expect(Math.abs(two / one - 1)).toBeLessThan(0.15);
    expect(twice.wru).toBe(2 * once.wru);
    expect(await minute(1)).toEqual(empty);
  });
});
