// What somebody should look at, in lines.
import { daysBetween, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { isWorry, SOON_DAYS, type Worry, worryKinds } from "../../shared/policy/worries.ts";

const headings: Readonly<Record<Worry, string>> = {
  ended: "Ended, and nothing follows",
  "ends-soon": `Ends within ${SOON_DAYS} days, and nothing follows`,
  "verified-long-ago": "Verified over a year ago",
  unsure: "Low confidence",
};

const details: Readonly<Record<Worry, (entry: Parameter, today: PlainDate) => string>> = {
  ended: ({ to }) => `ended on ${to}`,
  "ends-soon": ({ to }, today) => `ends on ${to}, in ${daysBetween(today, to ?? today)} days`,
  "verified-long-ago": ({ verifiedOn }) => `verified on ${verifiedOn}`,
  unsure: ({ document }) => `source: ${document}`,
};

/** A line for each, under its heading. */
export function worries(parameters: readonly Parameter[], today: PlainDate): string[] {
  return worryKinds.flatMap((kind) => {
    const found = parameters.filter((entry) => isWorry(kind, entry, parameters, today));
    const lines = found.map((entry) => `  ${entry.key}, ${entry.region}, ${entry.value}: ${details[kind](entry, today)}`);
    return lines.length > 0 ? [`${headings[kind]}:`, ...lines] : [];
  });
}
