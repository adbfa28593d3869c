// A day as people write it: what was understood stands under the field while it is typed, and goes along in a hidden field.
import { dateOf, instantAt, type PlainDate } from "../../../shared/kernel/calendar.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import { byId } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { dateSays } from "../../messages/correction.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { typed } from "./form.ts";

type Words = Record<keyof typeof dateSays.zh, string>;

/** `said`: what else is worth saying about the day that was understood. */
export function openDay(name: "birth" | "diedOn", words: Words, said: (day: PlainDate | undefined) => void = () => {}) {
  const read = () => readDate(typed(name), { asOf: dateOf(instantAt(Date.now())) });
  function show(): void {
    const day = read();
    (byId(`kept-${name}`) as HTMLInputElement).value = day.ok ? day.value : "";
    byId("understood").hidden = !day.ok;
    byId("understood").textContent = day.ok ? fill(words.understood, { date: dateIn(langOfPage(), day.value) }) : "";
    said(day.ok ? day.value : undefined);
  }
  byId(name).oninput = show;
  return {
    show,
    /** The day, or what is wrong with it. */
    read: (): { day: PlainDate } | { wrong: string } => {
      show();
      const day = read();
      return day.ok ? { day: day.value } : { wrong: words[day.refusal] };
    },
  };
}
