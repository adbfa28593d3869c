// What whom the ticket is about is reminded of, within a year: as their own page says it.
import type { Caller } from "../../../../shared/helpline/contract.ts";
import { element } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import { causeOf, date, titleOf } from "../../reminders/said.ts";
import type { Call } from "./call.ts";
import { pane, paragraph } from "./draw.ts";

type Words = Record<string, string>;

export const comingIn =
  (words: Words) =>
  ({ today }: Pick<Call, "today">, { reminders, paid, places }: Extract<Caller, { may: "all" }>): HTMLElement[] => {
    const until = `${Number(today().slice(0, 4)) + 1}${today().slice(4)}`;
    const soon = reminders.filter(({ open, on }) => open || on <= until);
    if (soon.length === 0) return [];
    const lines = soon.map((due) => {
      const { told, open, day } = due;
      const from = open ? "" : fill(words["from"] ?? "", { day: date(day) });
      const when = told ? fill(words["sent"] ?? "", { date: date(told.slice(0, 10)) }) : from;
      const why = [causeOf(due, { places, paid }, words), when].filter(Boolean).join(" · ");
      return element("li", {}, titleOf(due, { places, paid }, words), paragraph(why, "src"));
    });
    return [pane("coming", words["title"] ?? "", element("ul", {}, ...lines))];
  };
