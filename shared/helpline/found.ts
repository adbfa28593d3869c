// Whom a search shows, and how little of them.
import * as v from "valibot";
import { DivisionCode } from "../kernel/fields.ts";
import { DocType } from "../registration.ts";
import { typed } from "./fields.ts";
import { Category, State, TicketNo } from "./ticket.ts";

/** Of one of several people in a list: good for opening a ticket by the same search, for the same agent. */
export const PersonRef = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z-]{14}$/));

/**
 * As typed: a document number (with the name behind it, if the caller has said it), a name with a day of birth, a phone, a receipt, a
 * ticket. `readSearch` of ./search.ts says which; the page may ask it too. `pick`: one of several.
 */
export const Search = v.strictObject({ typed: typed(120), pick: v.optional(PersonRef) });
export const SearchKind = v.picklist(["number", "name-birth", "phone", "receipt", "ticket"]);
export type SearchKind = v.InferOutput<typeof SearchKind>;

export const Place = v.object({ division: DivisionCode, name: v.string() });

/** Enough to tell people apart, and nothing to answer a question with. For the agent's eyes: it is never read out. */
export const Shown = v.object({
  name: v.string(),
  number: v.string(),
  docType: DocType,
  county: v.optional(Place),
  birthYear: v.optional(v.number()),
  /** `closed`: they have died, or were registered twice. */
  status: v.picklist(["active", "closed"]),
});
export type Shown = v.InferOutput<typeof Shown>;

/** `elsewhere`: they belong to other places. That they are registered, and in which province, is all there is to say. */
export const Found = v.variant("is", [
  v.object({ is: v.literal("person"), ref: PersonRef, ...Shown.entries }),
  v.object({ is: v.literal("elsewhere"), province: Place }),
]);
export type Found = v.InferOutput<typeof Found>;

/** At most ten; `more`: there are more, ask for another detail. Nothing found: that says nothing about being insured. */
export const SearchReply = v.object({
  kind: SearchKind,
  found: v.array(Found),
  more: v.optional(v.literal(true)),
  /** By a ticket's number: that there is one, where the caller may go on. `POST …/tickets/:ticket/owner` takes it over. */
  ticket: v.optional(v.object({ ticket: TicketNo, category: v.optional(Category), state: State, mine: v.boolean() })),
});
export type SearchReply = v.InferOutput<typeof SearchReply>;
