// A last day that was counted past the loaded calendar, or without a limit, is counted again as soon as the missing part is loaded.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";

/** The parameters by which days of the desk and of the helpline are counted. */
export const LimitKey = v.picklist([
  "limit.registration",
  "reason.follow-up",
  "reason.employer-lead",
  "look.challenge",
  "helpline.consultation-direct",
  "helpline.consultation-expert",
  "helpline.query-correction",
  "helpline.complaint-accepted",
  "helpline.complaint-closed",
  "helpline.complaint-extension",
  "helpline.suggestion-reply",
  "helpline.plea-reply",
  "limit.labour-complaint-accepted",
  "limit.labour-complaint-closed",
  "limit.labour-complaint-extension",
]);
export type LimitKey = v.InferOutput<typeof LimitKey>;

/** From which day, by which limit. It stands beside a provisional day alone. */
export const Counted = v.object({ from: PlainDate, limit: LimitKey });
export type Counted = v.InferOutput<typeof Counted>;
