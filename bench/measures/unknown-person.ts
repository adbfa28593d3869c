// Can anybody tell by the clock whether somebody is registered? Known, unknown and blocked people ask for a code in turn.

import { someoneElse } from "../../tests/support/people.ts";
import { aBrowser } from "../../tests/support/post.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { manyPeople } from "../people.ts";
import { median, medianInterval, rounded, timed } from "../statistics.ts";

const TIMES = 2_000;
const ASKS_EACH = 5; // after these the hour is full
const KNOWN = TIMES / ASKS_EACH;
const BLOCKED = 20;
const MOST_MS = 1;
const WARM_UP = 200;

type Who = { number: string; name: string };

export const unknownPerson: Measure = {
  names: ["unknown.person"],
  async run({ world, say }) {
    const { app, client } = await world();
    const people = (await manyPeople(client, KNOWN + BLOCKED)).map(({ someone }) => someone);
    const [known, blocked] = [people.slice(0, KNOWN), people.slice(KNOWN)];
    const unknown = known.map(({ name }, nth) => ({ number: someoneElse(500 + nth), name }));
    const ask = async ({ number, name }: Who) => {
      const { status } = await aBrowser(app).post("/session/codes", { number, name });
      if (status !== 202) throw new Error(`asking for a code answered ${status}`);
    };
    for (const someone of blocked) for (let asked = 0; asked < ASKS_EACH; asked++) await ask(someone);
    for (let nth = 0; nth < WARM_UP; nth++) await ask(at(blocked, nth));

    const times: Record<"known" | "unknown" | "blocked", number[]> = { known: [], unknown: [], blocked: [] };
    for (let nth = 0; nth < TIMES; nth++) {
      if (nth % 100 === 0) say(`${nth} of ${TIMES}`);
      const turns = [
        ["known", known],
        ["unknown", unknown],
        ["blocked", blocked],
      ] as const;
      for (let turn = 0; turn < turns.length; turn++) {
        const [kind, some] = turns[(turn + nth) % turns.length]!; // nobody is always the first
        times[kind].push(await timed(() => ask(at(some, nth))));
      }
    }
    const medians = { known: median(times.known), unknown: median(times.unknown), blocked: median(times.blocked) };
    const differences = [medians.known - medians.unknown, medians.blocked - medians.unknown, medians.known - medians.blocked];
    const largest = Math.max(...differences.map(Math.abs));
    const { low, high } = medianInterval(times.known.map((time, nth) => time - (times.unknown[nth] ?? 0)));
    return [
      figureOf("unknown.person", {
        value: rounded(largest, 3),
        unit: "ms",
        judged: largest < MOST_MS,
        note:
          `medians of ${TIMES}: known ${medians.known.toFixed(3)}, unknown ${medians.unknown.toFixed(3)}, blocked ` +
          `${medians.blocked.toFixed(3)} ms; known less unknown, pair by pair, within ${low.toFixed(3)} and ${high.toFixed(3)}`,
      }),
    ];
  },
};

const at = (people: readonly Who[], nth: number): Who => people[nth % people.length]!;
