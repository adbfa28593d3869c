// What the figures are held to. A speed is a ratio of two things measured in one run, everything else a count.

type Goal = { text: string; most?: number; least?: number };

/** No bound: the figure is told, and that is all that is asked. */
const stated: Goal = { text: "stated" };

export const goals = {
  "page.public.bytes": { text: "≤ 6 kB, of which script ≤ 1 kB", most: 6_000 },
  "page.journey.bytes": { text: "≤ 13 kB", most: 13_000 },
  "page.answer.bytes": { text: "≤ 13 kB", most: 13_000 },
  "rules.browser.bytes": { text: "≤ 7.5 kB", most: 7_500 },
  "page.lighthouse": { text: "1.0 in all four", least: 1 },
  "page.lcp": { text: "≤ 0.9 s", most: 0.9 },
  "api.overhead": { text: "≤ 1.15", most: 1.15 },
  "cold.own": { text: "≤ 2.0", most: 2 },
  "bundle.api.kb": { text: "≤ 300 kB", most: 300 },
  "units.signin": stated,
  "units.poll": stated,
  "units.check": { text: "≤ 2 RRU + 1 WRU after sign-in" },
  "units.record": { text: "≤ 5 RRU", most: 5 },
  "units.submit": stated,
  "units.change": { text: "≤ 16 WRU from POST to applied", most: 16 },
  "units.change.phone": stated,
  "units.notice": stated,
  "units.enrolment": { text: "≤ 16 WRU from POST to applied", most: 16 },
  "units.registration": stated,
  "units.transfer": { text: "applied for ≤ 20 WRU, each step ≤ 24, the end ≤ 48, from POST to applied" },
  "units.duplicate": { text: "answered ≤ 16 WRU, decided by two and applied ≤ 48" },
  "units.delegation": { text: "asked and begun ≤ 16 WRU each, a look ≤ 3 RRU + 1 WRU" },
  "units.reminders": { text: "≤ 16 WRU for each who is reminded, at 100,000 people" },
  "cost.million": { text: "≤ 4.00 USD without SMS", most: 4 },
  "worker.rate": { text: "≥ 0.7", least: 0.7 },
  "feed.rate": { text: "stated; wait ≤ 2", most: 2 },
  "feed.memory": stated,
  "outbox.oldest": { text: "≤ 60 s", most: 60 },
  "submit.applied.p99": { text: "≤ 1.5 s", most: 1.5 },
  "start.first": { text: "≤ 60 s", most: 60 },
  "start.warm": { text: "≤ 4 s", most: 4 },
  "signin.share": { text: "100 %, each by its way", least: 1 },
  "clock.due": { text: "only what is due is read, at 100,000 people" },
  "helpline.search": { text: "one Get or Query each, at 100,000 people" },
  "unknown.person": { text: "< 1 ms in the median of 2,000" },
} as const satisfies Record<string, Goal>;
export type FigureName = keyof typeof goals;

export type Figure = {
  name: FigureName;
  value: number;
  unit: string;
  /** What it was compared with, in the same unit; `ratio` is then what the goal is about. */
  against?: number;
  ratio?: number;
  goal: string;
  met: boolean;
  note?: string;
};
type Measured = Omit<Figure, "name" | "goal" | "met"> & {
  /** Where the goal is not about the value or ratio: the better end of an interval, or a decision of the measure's own. */
  judged?: number | boolean;
};

export function figureOf(name: FigureName, { judged, ...measured }: Measured): Figure {
  const goal: Goal = goals[name];
  const { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY } = goal;
  const decisive = judged ?? measured.ratio ?? measured.value;
  const met = typeof decisive === "boolean" ? decisive : decisive <= most && decisive >= least;
  return { name, ...measured, goal: goal.text, met };
}
