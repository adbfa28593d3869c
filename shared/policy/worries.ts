// What somebody should look at: numbers that have ended or end soon, that were verified long ago, that nobody is sure of.
import { daysBetween, type PlainDate, plusDays } from "../kernel/calendar.ts";
import type { Parameter } from "./parameter.ts";

export const SOON_DAYS = 60;
export const OLD_DAYS = 365;

export type Worry = "ended" | "ends-soon" | "verified-long-ago" | "unsure";

type Test = (entry: Parameter, all: readonly Parameter[], day: PlainDate) => boolean;

/** What is followed by a later entry of its key and region does not end. */
const tests: Readonly<Record<Worry, Test>> = {
  ended: ({ to, ...entry }, all, day) => to !== null && to < day && !isFollowed({ to, ...entry }, all),
  "ends-soon": ({ to, ...entry }, all, day) =>
    to !== null && to >= day && daysBetween(day, to) <= SOON_DAYS && !isFollowed({ to, ...entry }, all),
  "verified-long-ago": ({ verifiedOn }, _all, day) => daysBetween(verifiedOn, day) > OLD_DAYS,
  unsure: ({ confidence }) => confidence === "low",
};
export const worryKinds = Object.keys(tests) as Worry[]; // the keys of the map above, in their order

export const isWorry = (kind: Worry, entry: Parameter, all: readonly Parameter[], day: PlainDate): boolean =>
  tests[kind](entry, all, day);

export const worriesOf = (entry: Parameter, all: readonly Parameter[], day: PlainDate): Worry[] =>
  worryKinds.filter((kind) => isWorry(kind, entry, all, day));

const isFollowed = ({ key, region, to }: Parameter, all: readonly Parameter[]) =>
  to !== null && all.some((other) => other.key === key && other.region === region && other.from === plusDays(to, 1));
