// What lists and visits are called. A visit's name begins with its list's, so one Query finds it.
import * as v from "valibot";

const CROCKFORD = "0-9A-HJKMNP-TV-Z";

/** `7K3M-9Q2X`: forty bits, short enough to be said over the telephone. */
export const VisitListId = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(new RegExp(`^[${CROCKFORD}]{4}-[${CROCKFORD}]{4}$`)),
  v.brand("VisitListId"),
);
export type VisitListId = v.InferOutput<typeof VisitListId>;

/** `7K3M-9Q2X-003`: the third household of the list. */
export const VisitId = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(new RegExp(`^[${CROCKFORD}]{4}-[${CROCKFORD}]{4}-\\d{3}$`)),
  v.brand("VisitId"),
);
export type VisitId = v.InferOutput<typeof VisitId>;

export const listOf = (visit: VisitId): VisitListId => v.parse(VisitListId, visit.slice(0, 9));
export const visitIn = (list: VisitListId, nth: number): VisitId => v.parse(VisitId, `${list}-${String(nth).padStart(3, "0")}`);

/** One of the household in this visit, `1`, `2`…: nobody's id travels. */
export const MemberRef = v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.brand("MemberRef"));
export type MemberRef = v.InferOutput<typeof MemberRef>;

/** Given out with a downloaded list: who holds it is whom the list was given to. 128 random bits. */
export const AuthorToken = v.pipe(v.string(), v.regex(/^[\w-]{22}$/), v.brand("AuthorToken"));
export type AuthorToken = v.InferOutput<typeof AuthorToken>;
