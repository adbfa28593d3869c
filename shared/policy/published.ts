// How the parameters of one region travel: what many of them have in common is said once.
import * as v from "valibot";
import { type PlainDate, plusDays } from "../kernel/calendar.ts";
import { isKey } from "./keys.ts";
import { Parameter, type Region } from "./parameter.ts";

const Values = v.record(v.string(), v.string());

/**
 * One file, `/policy/340400.json`. `entries` is by verification ("2026-11-22 high"), by document, by days ("2027-01-01/2027-12-31",
 * or the first alone while no end is known), by key. `version` changes with whatever is in it.
 */
export const PublishedPolicy = v.object({
  version: v.string(),
  /** By what stands before the first blank of a document, "社会保险法 第86条"; by the whole name where an article has an address of its own. */
  urls: Values,
  entries: v.record(v.string(), v.record(v.string(), v.record(v.string(), Values))),
});
export type PublishedPolicy = v.InferOutput<typeof PublishedPolicy>;

/** A page asks of today and of what comes: what had ended half a year before the last look at the numbers stays at home. */
const PAST_DAYS = 183;

export function publish(parameters: readonly Parameter[], version: string): PublishedPolicy {
  const { entries, urls }: Pick<PublishedPolicy, "entries" | "urls"> = { entries: {}, urls: {} };
  for (const { key, from, to, value, document, url, verifiedOn, confidence } of stillAsked(parameters)) {
    if (url !== "") urls[(urls[lawOf(document)] ?? url) === url ? lawOf(document) : document] = url;
    const verified = opened(entries, `${verifiedOn} ${confidence}`);
    const values = opened(opened(verified, document), to === null ? from : `${from}/${to}`);
    values[key] = value;
  }
  return { version, urls, entries };
}

const lawOf = (document: string) => document.split(" ", 1)[0]!;

function opened<Inner>(outer: Record<string, Record<string, Inner>>, name: string): Record<string, Inner> {
  const inner = outer[name] ?? {};
  outer[name] = inner;
  return inner;
}

function stillAsked(parameters: readonly Parameter[]): Parameter[] {
  const lastLook = parameters
    .map(({ verifiedOn }) => verifiedOn)
    .sort()
    .pop();
  if (!lastLook) return [];
  const isRecent = ({ to }: Parameter) => to === null || to >= plusDays(lastLook, -PAST_DAYS);
  return parameters.filter((entry) => isRecent(entry) || isLastWord(entry, parameters, lastLook));
}

/** What a place said last silences wider ones even when it has ended (law.ts): left out, theirs would be a silent default. */
const isLastWord = ({ key, region, from }: Parameter, all: readonly Parameter[], day: PlainDate): boolean =>
  region !== "national" &&
  !all.some((other) => other.key === key && other.region === region && other.from > from && other.from <= day);

/** What was published, for the reader. Keys that this version of the rules does not know are left out. */
export function published({ entries, urls }: PublishedPolicy, region: Region): Parameter[] {
  const found: Parameter[] = [];
  for (const [verified, documents] of Object.entries(entries))
    for (const [document, spans] of Object.entries(documents))
      for (const [days, values] of Object.entries(spans))
        for (const [key, value] of Object.entries(values)) {
          const [verifiedOn, confidence] = verified.split(" ");
          const [from, to = null] = days.split("/");
          const source = { document, url: urls[document] ?? urls[lawOf(document)] ?? "", verifiedOn, confidence };
          if (isKey(key)) found.push(v.parse(Parameter, { key, region, from, to, value, ...source }));
        }
  return found;
}
