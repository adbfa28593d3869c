// The twelve months that come, what falls due in which, and a file of these days for the calendar of a phone. A file of its own: the
// list beside it says the same, and is there first.
import { dueKey } from "../../../shared/reminder/due.ts";
import type { Reminders, ReminderView } from "../../../shared/reminder/shown.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { Lang } from "../../messages/both.ts";
import { calendarOf } from "./calendar.ts";

type Words = { calendar: string; calendarHint: string; calendarWechat: string; plain: string; stop: string };
/** Whoever looks at a calendar over a shoulder need not read it. */
const UNSAID: ReminderView["what"] = "release";
const AGAIN_MS = 200;

export const yearIn =
  (lang: Lang, words: Words) =>
  (
    box: HTMLElement,
    { reminders, today, settings, name }: Pick<Reminders, "reminders" | "today" | "settings" | "name">,
    titleOf: (due: ReminderView) => string,
    isOwn: boolean,
  ) => {
    const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
    const months = Array.from(
      { length: 12 },
      (_, nth) => `${Math.floor((first + nth) / 12)}-${String(((first + nth) % 12) + 1).padStart(2, "0")}`,
    );
    // What is open has no month of its own: it is to be done now.
    const monthOf = ({ on, open }: ReminderView) => (open && on < today ? today : on).slice(0, 7);
    const within = reminders.flatMap((due, nth) => (months.includes(monthOf(due)) ? [{ due, nth, month: monthOf(due) }] : []));
    box.hidden = within.length === 0;
    const cells = months.map((month) =>
      element("i", within.some((one) => one.month === month) ? {} : { class: "o" }, String(Number(month.slice(5)))),
    );
    const lines = [...within]
      .sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0))
      .map(({ due, nth, month }) =>
        element("li", {}, `${dateIn(lang, month)} · `, element("a", { href: `#due-${nth}` }, titleOf(due))),
      );
    box.querySelector(".cells")!.replaceChildren(...cells);
    box.querySelector("ul")!.replaceChildren(...lines);
    box.querySelector("div:last-child")!.replaceChildren(...forPhone(reminders.filter(({ on }) => on >= today)));
    if (isOwn && settings.channel === "sms")
      for (const [nth, { what, open }] of reminders.entries())
        if (open && !settings.off.includes(what)) document.getElementById(`due-${nth}`)?.append(stopping(what));

    /** After what is on its way already: who stops one reminder may stop the next at once, also where the network is slow. */
    function send(): void {
      const save = document.querySelector<HTMLElement>("#how [type=submit]");
      if (save?.hasAttribute("aria-disabled")) setTimeout(send, AGAIN_MS);
      else save?.click();
    }

    /** As in the form below, where it can be ticked again. */
    function stopping(what: ReminderView["what"]): HTMLElement {
      const stop = element("button", { class: "btn alt", type: "button" }, words.stop);
      stop.onclick = () => {
        const tick = document.querySelector<HTMLInputElement>(`input[name=kind][value=${what}]`);
        if (tick) tick.checked = false;
        send();
        document.getElementById("done")?.scrollIntoView({ block: "center" });
        stop.remove();
      };
      return stop;
    }

    function forPhone(coming: readonly ReminderView[]): (Node | string)[] {
      if (coming.length === 0) return [];
      if (/MicroMessenger/.test(navigator.userAgent)) return [element("p", { class: "src" }, words.calendarWechat)];
      const entries = coming.map((due) => ({
        on: due.on,
        title: due.what === UNSAID ? words.plain : titleOf(due),
        key: dueKey(due),
      }));
      const whom = new URLSearchParams(location.search).get("for");
      const theirs = whom ? { whom, name } : undefined;
      const file = new Blob([calendarOf(entries, today, theirs)], { type: "text/calendar" });
      const link = element("a", { class: "btn alt", download: "canbao.ics", href: URL.createObjectURL(file) }, words.calendar);
      return [link, element("p", { class: "src" }, words.calendarHint)];
    }
  };
