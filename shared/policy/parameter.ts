// One number of policy: what, where, since when, and who said so.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { Key } from "./keys.ts";

export const Region = v.union([v.literal("national"), DivisionCode]);
export type Region = v.InferOutput<typeof Region>;

export const Confidence = v.picklist(["high", "medium", "low"]);

/** `value` is text in the unit of the key (keys.ts); `to` is the last day, null while no end is known. `url` may be empty. */
export const Parameter = v.object({
  key: Key,
  region: Region,
  from: PlainDate,
  to: v.nullable(PlainDate),
  value: v.string(),
  document: v.string(),
  url: v.string(),
  verifiedOn: PlainDate,
  confidence: Confidence,
});
export type Parameter = v.InferOutput<typeof Parameter>;

/** 340422 → 340422, 340400, 340000, national: whose word counts before whose. */
export function nearestFirst(region: Region): Region[] {
  if (region === "national") return ["national"];
  const wider = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, "national"];
  return v.parse(v.array(Region), [...new Set(wider)]);
}
