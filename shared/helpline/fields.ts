// What the contracts of the helpline share.
import * as v from "valibot";
import { TicketNo } from "./ticket.ts";

export const agents = { roles: ["agent"] } as const;
export const typed = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length), v.regex(/^\P{Cc}*$/u));
/** Lines of text, and nothing invisible in them. */
export const text = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.trim()),
    v.minLength(1),
    v.maxLength(length),
    v.regex(/^(?:\P{Cc}|\n)*$/u),
  );
export const ofTicket = v.strictObject({ ticket: TicketNo });
