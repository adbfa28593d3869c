// How somebody wants to be reminded, as it is sent and shown.
import * as v from "valibot";
import { DueWhat } from "./due.ts";

/** `hour`: from then on, within the hour; any in the day without it. */
export const Settings = v.strictObject({
  off: v.pipe(v.array(DueWhat), v.maxLength(DueWhat.options.length)),
  channel: v.picklist(["sms", "page"]),
  hour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
});
export type Settings = v.InferOutput<typeof Settings>;
