// When something is due, in a word and a shape: what is late stands out without colour too.
import { daysBetween, type PlainDate } from "../../../../shared/kernel/calendar.ts";
import { element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";

type Words = Record<"overdue" | "today" | "soon" | "due" | "about" | "missing", string>;
type Due = { dueAt: PlainDate; provisional?: boolean | undefined; missing?: string | undefined };

const NEAR_DAYS = 3;

export function dueTag({ dueAt, provisional, missing }: Due, today: PlainDate, words: Words): HTMLElement {
  const left = daysBetween(today, dueAt);
  const text = left < 0 ? fill(words.overdue, { n: -left }) : left === 0 ? words.today : fill(words.soon, { n: left });
  if (missing) return element("span", { class: "tag warn" }, fill(words.missing, { key: missing }));
  const look = left < 0 ? "tag warn" : left <= NEAR_DAYS ? "tag" : "tag off";
  return element("span", { class: look }, provisional ? `${words.about} ${text}` : text);
}

export const dueDay = ({ dueAt }: Due, words: Words): string => fill(words.due, { day: dateIn(langOfPage(), dueAt) });
