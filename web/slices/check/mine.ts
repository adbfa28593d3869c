import type { ShownReply } from "../../../shared/check/seen.ts";
import { clockAt } from "../../../shared/kernel/calendar.ts";
import { byId, element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { mineSays } from "../../messages/check-mine.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { around, day, type Piece, rich } from "./draw.ts";
import { type Says as PageSays, sourceText } from "./words.ts";

export type Whole = Extract<ShownReply, { limited: false }>;
type MineWords = Record<keyof typeof mineSays.zh, string>;
type Says = PageSays & { words: MineWords };
type Said = { source: string; asOf: string };
type Name = "phone" | "residence" | "contact" | "hukou" | "employment" | "card";

/** What the register knows of me besides: each fact with its source, what others say, and the way to change it. */
export const mineIn =
  (said: MineWords) =>
  (whole: Whole, says: PageSays): Node => {
    if (whole.insurances.some(({ next }) => next === "claim-pension")) addStep(said.claim);
    const today = dateIn(says.lang, clockAt(Date.now()).slice(0, 10));
    byId("rest").append(element("p", { class: "src printed" }, fill(said.printed, { date: today })));
    return drawMine(whole, { ...says, words: { ...says.words, ...said } });
  };

/** Said of few, so it comes with this file: the last of the steps, or the only one. */
function addStep(step: string): void {
  const steps = byId("next").nextElementSibling!;
  const last = element("li", {}, element("p", {}, ...rich(step)));
  if (steps.matches("ol")) steps.append(last);
  else steps.replaceWith(element("ol", {}, last));
}

function drawMine({ phone, residence, contact, hukou, employment, card, disagreements }: Whole, says: Says): Node {
  const { words } = says;
  const fact = (name: Name, said: Said | undefined, ...value: Piece[]) => {
    const others = disagreements.filter((other) => other.name === name).map((other) => otherSays(other, says));
    const link = element("a", { href: here(`/change/${name}`) }, said ? words.change : words.add, hidden(words[`fact.${name}`]));
    return row(words[`fact.${name}`], said ? value : [words.none], [said && from(said, says), ...others], link);
  };
  return element(
    "section",
    { class: "sheet", "aria-labelledby": "mine" },
    element("h2", { id: "mine" }, words.mine),
    element("p", {}, words.wrong),
    element(
      "dl",
      { class: "mine" },
      fact("phone", phone, ...(phone ? [number(phone.masked), ...freshness(phone, says)] : [])),
      fact("residence", residence, residence?.text),
      fact("contact", contact, contact?.text),
      fact("hukou", hukou, hukou?.text),
      fact(
        "employment",
        employment,
        employment && [words[employment.status], employment.employer].filter(Boolean).join(words.also),
      ),
      fact("card", card, card && words[card.hasCard ? "card.yes" : "card.no"]),
    ),
  );
}

const row = (term: string, value: Piece[], about: Piece[], link?: Node): Node =>
  element(
    "div",
    {},
    element("dt", {}, term),
    element("dd", {}, ...value),
    element("dd", { class: "src" }, ...about),
    link && element("dd", {}, link),
  );

const hidden = (text: string) => element("span", { class: "vh" }, ` ${text}`);
const number = (masked: string) => element("data", { value: masked }, masked);

const from = ({ source, asOf }: Said, says: Says): Node =>
  element("span", {}, ...around(says.words.asOf, { source: sourceText(source, says), date: day(says.lang, asOf) }));

const otherSays = (other: Said & { text: string }, says: Says): Node =>
  element("div", {}, ...around(says.words.otherSays, { text: inWords(other.text, says), source: from(other, says) }));

/** `EMPLOYED 淮南某公司` and `card.yes` begin with a code; everything else is shown as it is. */
function inWords(text: string, { words }: Says): string {
  const [code = "", ...rest] = text.split(" ");
  return [wordFor(code, words), ...rest].join(" ");
}

const wordFor = (code: string, words: Record<string, string>): string => words[code] ?? code;

function freshness({ fresh, confirmedOn }: NonNullable<Whole["phone"]>, { words, lang }: Says): Piece[] {
  const confirmed =
    confirmedOn && element("span", { class: "src" }, " ", ...around(words.confirmed, { date: day(lang, confirmedOn) }));
  return [confirmed, !fresh && element("p", { class: "end" }, fill(words.stale, {}))];
}
