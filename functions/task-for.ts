import { REVIEW_WORKING_DAYS, type Task } from "../shared/desk/task.ts";
import { leading } from "../shared/facts.ts";
import { dateOf, type Instant, type PlainDate } from "../shared/kernel/calendar.ts";
import type { DivisionCode } from "../shared/kernel/fields.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { ReviewKind, Submission } from "../shared/submission.ts";

/** The last working day for something received on a day; provisional when the count runs past the loaded calendar. */
export type Due = (received: PlainDate, workingDays: number) => { dueAt: PlainDate; provisional: boolean };

/** The desk of the place that the matter is about; else of where the person lives. */
export function regionOf({ facts, summary }: RecordPage, content?: Submission["content"]): DivisionCode | undefined {
  if (content?.slice === "change" && content.change.item === "hukou") return content.change.address.division;
  const address = leading(facts, "residence") ?? leading(facts, "contact") ?? leading(facts, "hukou");
  return address?.division ?? Object.values(summary.insurances).find(Boolean)?.region;
}

export function taskFor(
  due: Due,
  { personId, receipt, content }: Submission,
  record: RecordPage,
  kind: ReviewKind,
  now: Instant,
): Task {
  const region = regionOf(record, content);
  if (!region) throw new Error("no region");
  return { personId, receipt, kind, state: "open", region, openedAt: now, ...due(dateOf(now), REVIEW_WORKING_DAYS) };
}
