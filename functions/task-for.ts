import * as v from "valibot";
import type { Declaration } from "../shared/declaration/contract.ts";
import { isUnproved } from "../shared/declaration/evidence.ts";
import { followUpOf } from "../shared/declaration/follow-up.ts";
import type { Task } from "../shared/desk/task.ts";
import type { Work } from "../shared/desk/work.ts";
import { leading } from "../shared/facts.ts";
import { dateOf, type Instant, type PlainDate } from "../shared/kernel/calendar.ts";
import { DivisionCode } from "../shared/kernel/fields.ts";
import type { LimitKey } from "../shared/limits/counted.ts";
import { reasonsSaidIn } from "../shared/registration/said.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Outcome, Submission } from "../shared/submission.ts";

/** The last working day for something received on a day in a place, by the limit of that name; provisional when the count runs past the loaded calendar. */
export type Due = (
  received: PlainDate,
  region: DivisionCode,
  limit?: LimitKey,
) => Pick<Task, "dueAt" | "provisional" | "missing" | "counted">;

/** GB/T 2260 for the whole country: for people of whom no place is known, so that nobody's matter is without a desk. */
const WHOLE_COUNTRY = "100000";

/** The desk of the place that the matter is about; else of where the person lives, is insured, or is known to anybody. */
export function regionOf(record: RecordPage | undefined, content?: Submission["content"]): DivisionCode {
  if (content?.slice === "enrolment" && content.terms) return content.terms.region;
  if (content?.slice === "change" && content.change.item === "hukou") return content.change.address.division;
  if (content?.slice === "duplicate") return content.agency;
  if (content && "residence" in content && content.residence) return content.residence.division;
  if (content?.slice === "registration") return content.filled.residence.division;
  if (!record) return v.parse(DivisionCode, WHOLE_COUNTRY);
  const { facts, summary, registration } = record;
  const address = leading(facts, "residence") ?? leading(facts, "contact") ?? leading(facts, "hukou");
  const insured = Object.values(summary.insurances).find(Boolean)?.region;
  const agency = facts.map(({ source }) => /\d{6}$/.exec(source)?.[0]).find(Boolean);
  const registered = /^[1-8]\d{16}[\dX]$/.test(registration.identity.number)
    ? registration.identity.number.slice(0, 6)
    : undefined;
  return v.parse(DivisionCode, address?.division ?? insured ?? agency ?? registered ?? WHOLE_COUNTRY);
}

export function taskFor(
  due: Due,
  { personId, receipt, content, evidence = [] }: Submission,
  record: RecordPage | undefined,
  { kind, findings = [] }: Extract<Outcome, { status: "in-review" }>,
  now: Instant,
): Task {
  const region = regionOf(record, content);
  const because = findings.length > 0 ? { because: [...findings] } : {};
  const opened = { personId, receipt, kind, state: "open", region, openedAt: now } as const;
  const limit = kind === "look-challenge" ? "look.challenge" : undefined;
  return { ...opened, ...due(dateOf(now), region, limit), ...because, ...proofOf(content, evidence.length) };
}

/** How many papers came, and whether one is missing without which nobody can say yes. */
function proofOf(content: Submission["content"], papers: number): Pick<Task, "papers" | "unproved"> {
  const codes = saidIn(content).flatMap(({ reasons }) => reasons.map(({ code }) => code));
  return { ...(papers > 0 && { papers }), ...(isUnproved(codes, papers) && { unproved: true }) };
}

/** The reasons that are said anew in it. */
function saidIn(content: Submission["content"]): Declaration[] {
  if (content.slice === "declaration") return [content.declaration];
  return content.slice === "registration" ? reasonsSaidIn(content) : [];
}

/** What the desk has to do about the reasons somebody gave, each with its own limit. */
export function workFor(due: Due, { personId, receipt, content }: Submission, record: RecordPage, now: Instant): Work[] {
  const region = regionOf(record, content);
  const opened = { personId, receipt, state: "open", region, openedAt: now } as const;
  const asked = saidIn(content).flatMap(({ insurance, reasons }) => followUpOf(reasons).map((work) => ({ insurance, ...work })));
  // A form gives reasons for five insurances at once; what they ask of the desk is done once.
  const once = asked.filter(({ work }, nth) => asked.findIndex((other) => other.work === work) === nth);
  return once.map(({ insurance, work, limit, reason }) => ({
    ...opened,
    insurance,
    work,
    ...due(dateOf(now), region, limit),
    ...("employer" in reason && reason.employer && { employer: reason.employer }),
    ...("named" in reason && { named: reason.named }),
  }));
}
