// Which page shows which number, and what of it holds, comes or is over on the day of the last look. No clock: the same data give
// the same pages.
import * as v from "valibot";
import type { PlainDate } from "../shared/kernel/calendar.ts";
import { catalogue, isKey, type Key } from "../shared/policy/keys.ts";
import { nearestFirst, type Parameter, Region } from "../shared/policy/parameter.ts";

/** A key is shown on the first page whose pattern it meets. */
const patterns = {
  retirement: /^(?:retirement\.|employee-pension\.minimum)/,
  pension: /^(?:employee-pension\.(?!employ)|estimate\.)/,
  base: /^contribution-base/,
  rates: /^(?:employee-|flexible-|unemployment\.employ|work-injury)/,
  employer: /^(?:late-fee|undeclared|employer-fine|limit\.(?:employer|labour))/,
  "resident-pension": /^resident-pension\./,
  "resident-medical": /^resident-medical\./,
  moving: /-transfer|-switch|^(?:temporary-account|duplicate|annex3)/,
  other: /^/,
} as const;
export type Topic = keyof typeof patterns;
export const topics = Object.keys(patterns) as Topic[]; // the keys of the map above, in their order

export const keys: readonly Key[] = Object.keys(catalogue).filter(isKey);
export const topicOf = (key: Key): Topic => topics.find((topic) => patterns[topic].test(key)) ?? "other";

/** The day on which somebody last looked at any of them. */
export const lastLook = (parameters: readonly Parameter[]): PlainDate =>
  parameters.map(({ verifiedOn }) => verifiedOn).reduce((latest, day) => (day > latest ? day : latest));

export type Time = "now" | "later" | "earlier";
export const timeOf = ({ from, to }: Parameter, day: PlainDate): Time =>
  from > day ? "later" : to !== null && to < day ? "earlier" : "now";

/** Keys of which no number of the whole country holds on that day. */
const notNational = (parameters: readonly Parameter[], day: PlainDate): Key[] =>
  keys.filter(
    (key) => !parameters.some((entry) => entry.key === key && entry.region === "national" && timeOf(entry, day) === "now"),
  );

/** What nobody has said of a place: neither itself nor a wider one. */
export const missingIn = (region: Region, parameters: readonly Parameter[], day: PlainDate): Key[] =>
  notNational(parameters, day).filter(
    (key) =>
      !parameters.some(
        (entry) => entry.key === key && nearestFirst(region).includes(entry.region) && timeOf(entry, day) === "now",
      ),
  );

/** What is loaded of no place at all. */
export const missingEverywhere = (parameters: readonly Parameter[], day: PlainDate): Key[] =>
  keys.filter((key) => !parameters.some((entry) => entry.key === key && timeOf(entry, day) === "now"));

/** Documents in the order in which they are first named: number 1 is the first. */
export const documentsOf = (parameters: readonly Parameter[]): { document: string; url: string }[] =>
  parameters
    .map(({ document, url }) => ({ document, url }))
    .filter(({ document }, index, all) => all.findIndex((other) => other.document === document) === index);

/** The regions that have a file, provinces before what is in them. */
export const placesIn = (files: readonly string[]): Region[] =>
  v.parse(
    v.array(Region),
    files
      .map((file) => file.slice(0, 6))
      .filter((code) => code !== "000000")
      .sort(),
  );
