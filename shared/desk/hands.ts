// Who may have a matter in hand, and who may say what becomes of it. A handler goes first; where two people decide, a checker
// confirms, who has had nothing to do with it before (handbook 10.4). Nobody decides about themselves or their own household.
import type { Instant } from "../kernel/calendar.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { StaffId, StaffRole } from "../staff/staff.ts";
import type { Passing, Task } from "./task.ts";
import type { Work } from "./work.ts";

/** What a page may be told about hands; the words are in web/messages/desk.ts. */
export type HandFinding =
  | "desk.not-open"
  | "desk.taken"
  | "desk.changed"
  | "desk.handler-needed"
  | "desk.checker-needed"
  | "desk.same-person-twice"
  | "desk.own-record"
  | "desk.nobody-there";

/** `roles`: those that somebody has in the region of the matter. */
export type AtDesk = { staffId: StaffId; name: string; roles: readonly StaffRole[] };
type Matter = Task | Work;

export const isTask = (matter: Matter): matter is Task => "kind" in matter;
const isChecked = (matter: Matter): boolean => isTask(matter) && matter.proposed !== undefined;

/** Whose turn it is. */
export const turnOf = (matter: Matter): "handler" | "checker" => (isChecked(matter) ? "checker" : "handler");

/** Why it is not theirs to have in hand. */
export function whyNotTheirs(matter: Matter, { staffId, roles }: AtDesk): Finding<HandFinding> | undefined {
  if (matter.state !== "open") return finding("desk.not-open");
  const turn = turnOf(matter);
  if (turn === "checker" && isTask(matter) && matter.handlers?.includes(staffId)) return finding("desk.same-person-twice");
  if (!roles.includes(turn)) return finding(turn === "checker" ? "desk.checker-needed" : "desk.handler-needed");
  return undefined;
}

/** Why their word does not count now: it is not theirs, or a colleague has it in hand. */
export function whyNotNow(matter: Matter, who: AtDesk): Finding<HandFinding> | undefined {
  const other = matter.taken && matter.taken.staffId !== who.staffId;
  return whyNotTheirs(matter, who) ?? (other ? finding("desk.taken") : undefined);
}

/** `to`: who has it from now on; none: it is on the list again. `by` has it, or takes it over from who has it. */
export function passedOn(
  { taken: _, passed = [], ...matter }: Matter,
  pass: { by: AtDesk; to?: AtDesk; note?: string | undefined; at: Instant },
): Matter {
  const { by, to, note, at } = pass;
  const step: Passing = { at, by: by.name, ...(to && { to: to.name }), ...(note && { note }) };
  const hands = { passed: [...passed, step], ...(to && { taken: { staffId: to.staffId, name: to.name, at } }) };
  return { ...matter, ...hands };
}

/** From now on none of these may check it. */
export const handledBy = ({ handlers = [] }: Pick<Task, "handlers">, ...more: readonly StaffId[]): StaffId[] => [
  ...new Set([...handlers, ...more]),
];
