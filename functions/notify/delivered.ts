// What the two queues deliver to notify: keys, and never what is said.
import * as v from "valibot";
import { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { TellKey } from "../tell.ts";
import { noticeNames } from "./texts.ts";

/** `from`: the table it lies in, where that is not `sessions`. */
export const CodeToSend = v.strictObject({ message: v.string(), from: v.optional(v.literal("desk")) });
const Outcome = v.picklist(["applied", "refused", "in-review", "overtaken", "withdrawn"]);
export const NoticeToSend = v.strictObject({
  personId: PersonId,
  receipt: Receipt,
  status: Outcome,
  about: v.optional(v.literal("death")),
});
/** Something that is no outcome: told for itself (functions/tell.ts). */
export const WordToSend = v.strictObject({
  personId: PersonId,
  notice: v.picklist(noticeNames),
  key: TellKey,
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export const Delivered = v.union([CodeToSend, NoticeToSend, WordToSend]);
