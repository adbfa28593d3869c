import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { changeApplied, signInFully } from "../resident.ts";
import { quantile, rounded } from "../statistics.ts";

const SUBMISSIONS = 240;

/** From the POST until the page that follows it shows it as applied, one after the other on a quiet portal. */
export const submitApplied: Measure = {
  names: ["submit.applied.p99"],
  async run({ portal, say }) {
    const running = await portal();
    const people = await signInFully(running, running.people());
    const times: number[] = [];
    for (let nth = 0; nth < SUBMISSIONS; nth++) {
      const person = people[nth % people.length]!;
      if (nth % 20 === 0) say(`${nth} of ${SUBMISSIONS}`);
      times.push((await changeApplied(person.browser, person.nextChange())) / 1000);
    }
    return [
      figureOf("submit.applied.p99", {
        value: rounded(quantile(times, 0.99), 3),
        unit: "s",
        note: `${SUBMISSIONS} changes by ${people.length} people; p50 ${quantile(times, 0.5).toFixed(3)}, longest ${Math.max(...times).toFixed(3)}`,
      }),
    ];
  },
};
