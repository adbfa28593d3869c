// When something is due, in a word and a shape: what is late stands out without colour too. Counted in working days, as the limits are.
import type { PlainDate } from "../../../../shared/kernel/calendar.ts";
import type { WorkingCalendar } from "../../../../shared/kernel/working-days.ts";
import { workedBetween } from "../../../../shared/transfer/clock.ts";
import { element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";

type Words = Record<"overdue" | "late" | "today" | "soon" | "due" | "about" | "missing", string>;
type Due = { dueAt: PlainDate; provisional?: boolean | undefined; missing?: string | undefined };
/** `calendar`: none where it could not be read; then Monday to Friday are counted, and it is said that it is about so. */
type On = { today: PlainDate; calendar: WorkingCalendar | undefined };

const NEAR_DAYS = 3;

export function dueTag(
  { dueAt, provisional, missing }: Due,
  { today, calendar = () => undefined }: On,
  words: Words,
): HTMLElement {
  const isLate = dueAt < today;
  const n = isLate ? workedBetween(dueAt, today, calendar) : workedBetween(today, dueAt, calendar);
  const late = n === 0 ? words.late : fill(words.overdue, { n }); // over a weekend nothing is worked, and it is late
  const text = isLate ? late : dueAt === today ? words.today : fill(words.soon, { n });
  if (missing) return element("span", { class: "tag warn" }, fill(words.missing, { day: dateIn(langOfPage(), dueAt) }));
  const look = isLate ? "tag warn" : n <= NEAR_DAYS ? "tag" : "tag off";
  const isAbout = provisional || calendar(today) === undefined;
  return element("span", { class: look }, isAbout && n > 0 ? `${words.about} ${text}` : text);
}

/** Where no limit could be counted, there is none to name. */
export const dueDay = ({ dueAt, missing }: Due, words: Words): string =>
  missing ? "" : fill(words.due, { day: dateIn(langOfPage(), dueAt) });
