// What the box has understood so far, in a sentence. The same rule reads it behind the API.
import { readSearch } from "../../../../shared/helpline/search.ts";
import type { PlainDate } from "../../../../shared/kernel/calendar.ts";
import { masked, maskedNumber } from "../../../../shared/privacy/masks.ts";
import { fill } from "../../../words.ts";
import type { ConsoleWords } from "./words.ts";

const LONG_ENOUGH = 15; // the shortest number of a person; before that they are still typing

export function understood(typed: string, today: PlainDate, words: ConsoleWords): string {
  const length = typed.replace(/\s/g, "").length;
  if (length === 0) return "";
  const isBegun = /^[\dXx\s]*$/.test(typed) && length < LONG_ENOUGH;
  const sought = readSearch(typed, today);
  if (!sought.ok) {
    const [code] = sought.refusal.map((finding) => finding.code);
    if (code === "search.birth-missing") return words.birthMissing;
    if (isBegun) return "";
    return code === "search.unreadable" ? words.unreadable : words.numberWrong;
  }
  const { value } = sought;
  switch (value.kind) {
    case "number": {
      if (isBegun) return ""; // any text can be the number of some foreign paper
      if (!/\d/.test(typed)) return words.unreadable;
      const shown = maskedNumber(value.documents[0]);
      const name = value.name ? fill(words.nameToo, { name: value.name }) : "";
      return `${fill(words["kind.number"], { shown })}${name}${name ? "" : words.numberName}`;
    }
    case "phone":
      return fill(words["kind.phone"], { shown: masked("phone", value.phone) });
    case "receipt":
      return fill(words["kind.receipt"], { shown: value.receipt });
    case "ticket":
      return fill(words["kind.ticket"], { shown: value.ticket });
    case "name-birth":
      return words["kind.name-birth"];
  }
}
