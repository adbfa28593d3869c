// What somebody should look at: numbers that end, that were verified long ago, that nobody is sure of.
import { daysBetween, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";

const SOON_DAYS = 60;
const OLD_DAYS = 365;

type Worry = { heading: string; of: (entry: Parameter) => string | undefined };

/** A line for each, under its heading; what is followed by a later entry does not end. */
export function worries(parameters: readonly Parameter[], today: PlainDate): string[] {
  const kinds: readonly Worry[] = [
    { heading: "Ended, and nothing follows", of: (entry) => ended(entry, parameters, today) },
    { heading: `Ends within ${SOON_DAYS} days, and nothing follows`, of: (entry) => ends(entry, parameters, today) },
    { heading: "Verified over a year ago", of: (entry) => verifiedLongAgo(entry, today) },
    { heading: "Low confidence", of: (entry) => (entry.confidence === "low" ? `source: ${entry.document}` : undefined) },
  ];
  const blocks = kinds.map(({ heading, of }) => [heading, parameters.flatMap((entry) => told(entry, of(entry)))] as const);
  return blocks.flatMap(([heading, lines]) => (lines.length > 0 ? [`${heading}:`, ...lines] : []));
}

const told = (entry: Parameter, what: string | undefined) =>
  what === undefined ? [] : [`  ${entry.key}, ${entry.region}, ${entry.value}: ${what}`];

const ended = (entry: Parameter, all: readonly Parameter[], today: PlainDate) =>
  entry.to !== null && entry.to < today && !isFollowed(entry, all) ? `ended on ${entry.to}` : undefined;

function ends(entry: Parameter, all: readonly Parameter[], today: PlainDate): string | undefined {
  if (entry.to === null || entry.to < today || isFollowed(entry, all)) return undefined;
  const left = daysBetween(today, entry.to);
  return left <= SOON_DAYS ? `ends on ${entry.to}, in ${left} days` : undefined;
}

const isFollowed = ({ key, region, to }: Parameter, all: readonly Parameter[]) =>
  to !== null && all.some((other) => other.key === key && other.region === region && other.from === plusDays(to, 1));

const verifiedLongAgo = ({ verifiedOn }: Parameter, today: PlainDate) =>
  daysBetween(verifiedOn, today) > OLD_DAYS ? `verified on ${verifiedOn}` : undefined;
