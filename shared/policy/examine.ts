// Is a file of parameters fit to be used? Every complaint names the line, the key and the reason; one complaint and none of it counts.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { isPrintable } from "../kernel/names.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { catalogue, isKey, unitOf } from "./keys.ts";
import { Confidence, Parameter, Region } from "./parameter.ts";

/** The columns of a file, in order. `effective_to` and `source_url` may be empty. */
export const columns = [
  "key",
  "region",
  "effective_from",
  "effective_to",
  "value",
  "unit",
  "source_doc",
  "source_url",
  "verified_on",
  "confidence",
] as const;
export type Cells = Readonly<Record<(typeof columns)[number], string>>;
export type Row = { line: number; cells: Cells };

export type Complaint = { line: number; key: string; code: ComplaintCode };
export type ComplaintCode =
  | "policy.key-unknown"
  | "policy.region-unknown"
  | "policy.from-no-date"
  | "policy.to-no-date"
  | "policy.ends-before-it-begins"
  | "policy.unit-wrong"
  | "policy.value-not-in-unit"
  | "policy.source-missing"
  | "policy.source-unreadable"
  | "policy.source-no-address"
  | "policy.verified-no-date"
  | "policy.verified-in-future"
  | "policy.confidence-unknown"
  | "policy.validity-overlaps";

type Against = { today: PlainDate | null; isDivision: (code: string) => boolean };
type Check = (cells: Cells, against: Against) => boolean;
const LONGEST_SOURCE = 120;
const isDate = (text: string) => v.is(PlainDate, text);

/** Each says when a row is wrong. */
const wrong: Readonly<Record<Exclude<ComplaintCode, "policy.validity-overlaps">, Check>> = {
  "policy.key-unknown": ({ key }) => !isKey(key),
  "policy.region-unknown": ({ region }, { isDivision }) =>
    !v.is(Region, region) || (region !== "national" && !isDivision(region)),
  "policy.from-no-date": ({ effective_from }) => !isDate(effective_from),
  "policy.to-no-date": ({ effective_to }) => effective_to !== "" && !isDate(effective_to),
  "policy.ends-before-it-begins": ({ effective_from, effective_to }) =>
    isDate(effective_from) && isDate(effective_to) && effective_to < effective_from,
  "policy.unit-wrong": ({ key, unit }) => isKey(key) && unit !== unitOf(key),
  "policy.value-not-in-unit": ({ key, value }) => isKey(key) && !v.is(catalogue[key].value, value),
  "policy.source-missing": ({ source_doc }) => source_doc.trim() === "",
  "policy.source-unreadable": ({ source_doc }) => !isPrintable(source_doc) || source_doc.length > LONGEST_SOURCE,
  "policy.source-no-address": ({ source_url }) => source_url !== "" && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(source_url),
  "policy.verified-no-date": ({ verified_on }) => !isDate(verified_on),
  "policy.verified-in-future": ({ verified_on }, { today }) => today !== null && isDate(verified_on) && verified_on > today,
  "policy.confidence-unknown": ({ confidence }) => !v.is(Confidence, confidence),
};
const codes = Object.keys(wrong) as (keyof typeof wrong)[]; // the keys of the map above, and no others

/**
 * The parameters of all rows, or everything that is wrong with them. Without a `today` none of them was verified too late; without
 * `isDivision` every code of six digits is a place.
 */
export function examineRows(
  rows: readonly Row[],
  today: PlainDate | null,
  isDivision: Against["isDivision"] = () => true,
): Result<Parameter[], Complaint[]> {
  const complaints = rows.flatMap(({ line, cells }) =>
    codes.filter((code) => wrong[code](cells, { today, isDivision })).map((code) => ({ line, key: cells.key, code })),
  );
  if (complaints.length > 0) return refused(complaints);
  const parameters = rows.map(({ cells }) => parameterOf(cells));
  const overlapping = overlaps(parameters).map((index) => ({
    line: rows[index]!.line,
    key: rows[index]!.cells.key,
    code: "policy.validity-overlaps" as const,
  }));
  return overlapping.length > 0 ? refused(overlapping) : accepted(parameters);
}

const parameterOf = (cells: Cells): Parameter =>
  v.parse(Parameter, {
    key: cells.key,
    region: cells.region,
    from: cells.effective_from,
    to: cells.effective_to || null,
    value: cells.value,
    document: cells.source_doc.trim(),
    url: cells.source_url,
    verifiedOn: cells.verified_on,
    confidence: cells.confidence,
  });

/** Which of them hold on a day on which an earlier one of the same key and region holds too. */
export const overlaps = (parameters: readonly Parameter[]): number[] =>
  parameters.flatMap((one, index) => (parameters.slice(0, index).some((other) => bothHold(one, other)) ? [index] : []));

const bothHold = (one: Parameter, other: Parameter): boolean =>
  one.key === other.key &&
  one.region === other.region &&
  (one.to === null || other.from <= one.to) &&
  (other.to === null || one.from <= other.to);
