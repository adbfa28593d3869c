// What a minute of the clock costs among very many people of whom something falls due some day: the due ones, and nobody else.
import { instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { day } from "../../tests/support/build.ts";
import { startEngine } from "../../tests/support/engine.ts";
import { fillWithDues, type Minute, minuteCounted } from "../due-people.ts";
import { type Figure, figureOf } from "../goals.ts";
import { sum } from "../journeys.ts";
import type { Measure } from "../measure.ts";
import { startMeter } from "../meter.ts";
import { rounded } from "../statistics.ts";

/** Smaller while somebody else needs the machine. */
const PEOPLE = Number(process.env["BENCH_PEOPLE"] ?? 100_000);
const DUE = 100;
/** As a change: no more. */
const MOST_WRU = 16;
const A_DAY = Math.ceil(PEOPLE / 365);
const first = day("2026-04-01");

export const clockDue: Measure = {
  names: ["clock.due", "units.reminders"],
  async run({ say }) {
    // An engine of its own, in memory: the world of the other measures stays small.
    const environment = { ...process.env };
    const { client, stop } = await startEngine();
    const log = console.log;
    const meter = startMeter();
    try {
      console.log = () => {}; // the figures it tells every minute are no part of this table
      say(`${PEOPLE} people with something to come`);
      await meter.aside(() => fillWithDues(client, PEOPLE, (nth) => plusDays(first, nth < DUE ? 0 : 30 + (nth % 365))));
      const at = (days: number) => instantAt(Date.parse(`${plusDays(first, days)}T19:59:59.000+08:00`));
      const quiet = await minuteCounted(client, meter, at(-1));
      const due = await minuteCounted(client, meter, at(0));
      return [everything(quiet, due), reminders(quiet, due)];
    } finally {
      console.log = log;
      meter.stop();
      await stop();
      Object.assign(process.env, environment);
    }
  },
};

function everything(before: Minute, on: Minute): Figure {
  const [quiet, due] = [sum(...Object.values(before)), sum(...Object.values(on))];
  const each = rounded((due.rru - quiet.rru) / DUE, 2);
  return figureOf("clock.due", {
    value: each,
    unit: "RRU",
    // With nothing due it reads each shard of each kind once, and finds nothing there.
    judged: quiet.wru === 0 && quiet.rru <= quiet.calls.length * 0.5 && each <= 6,
    note: `${PEOPLE} people, some ${A_DAY} a day; a minute with nothing due ${quiet.rru} RRU in ${quiet.calls.length} calls, with ${DUE} due ${due.rru} RRU + ${due.wru} WRU: ${each} RRU + ${rounded(due.wru / DUE, 2)} WRU each`,
  });
}

/** Every other one of those who are due. */
const REMINDED = DUE / 2;

/** What one costs who is reminded, apart from the message; the others of the hundred thousand cost nothing. */
function reminders({ reminders: quiet }: Minute, { reminders: due }: Minute): Figure {
  const [rru, wru] = [rounded((due.rru - quiet.rru) / REMINDED, 2), rounded(due.wru / REMINDED, 2)];
  return figureOf("units.reminders", {
    value: rounded(rru + wru, 2),
    unit: "RRU+WRU",
    judged: wru <= MOST_WRU && quiet.wru === 0,
    note: `for each who is reminded: ${rru} RRU + ${wru} WRU; where nobody is due: ${quiet.rru} RRU in ${quiet.calls.length} calls among ${PEOPLE} people`,
  });
}
