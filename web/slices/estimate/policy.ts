// The law of a place, from the files that the site carries beside its pages. Nothing about the person goes with the question.
import * as v from "valibot";
import type { PlainDate } from "../../../shared/kernel/calendar.ts";
import { type Law, openPolicy, type Policy } from "../../../shared/policy/law.ts";
import type { Parameter, Region } from "../../../shared/policy/parameter.ts";
import { PublishedPolicy, published } from "../../../shared/policy/published.ts";
import { withFiles } from "./region.ts";

const TIMEOUT_MS = 15_000;
const read = new Map<Region, Promise<Parameter[]>>();

/** What holds there on a day. Rejects when a file cannot be read: that is an outage, never "no rule". */
export async function lawFor(region: Region, asOf: PlainDate, onRead?: (entry: Parameter) => void): Promise<Law> {
  return (await policyFor([region], onRead))({ region, asOf });
}

/** What holds in these places, and in all that lie around them. */
export async function policyFor(regions: readonly Region[], onRead?: (entry: Parameter) => void): Promise<Policy> {
  const files = new Set(regions.flatMap(withFiles));
  const parameters = await Promise.all(Array.from(files, parametersOf));
  return openPolicy(parameters.flat(), onRead);
}

/** Each file once a page; one that could not be read is asked for again. */
function parametersOf(region: Region): Promise<Parameter[]> {
  const asked = read.get(region) ?? fetchFile(region);
  read.set(region, asked);
  asked.catch(() => read.delete(region));
  return asked;
}

async function fetchFile(region: Region): Promise<Parameter[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`/policy/${region === "national" ? "000000" : region}.json`, { signal: stop.signal });
    if (!response.ok) throw new Error(String(response.status));
    return published(v.parse(PublishedPolicy, await response.json()), region);
  } finally {
    clearTimeout(timer);
  }
}
