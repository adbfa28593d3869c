import * as v from "valibot";
import { Name } from "../../../shared/kernel/names.ts";
import type { Complaint } from "../../errors.ts";
import type { correctionSays } from "../../messages/correction.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { ask, type QuestionWords } from "./correction.ts";
import { sayToday, typed } from "./form.ts";

const words = wordsOnPage<QuestionWords & Record<keyof typeof correctionSays.name.zh, string>>();
const LONGEST_TEXT = 200;

function leave(): Complaint[] {
  const text = typed("text").trim();
  const wrong: [boolean, Complaint][] = [
    [!typed("name").trim(), { field: "name", text: words["name.missing"] }],
    [!v.is(Name, typed("name")), { field: "name", text: words["name.unreadable"] }],
    [!typed("reason"), { field: "reason", text: words["reason.missing"] }],
    [typed("reason") === "other" && !text, { field: "text", text: words["change.reason-missing"] }],
    [text.length > LONGEST_TEXT, { field: "text", text: fill(words["text.long"], { n: LONGEST_TEXT }) }],
  ];
  const found = wrong.flatMap(([holds, complaint]) => (holds ? [complaint] : []));
  return found.filter(({ field }, index) => found.findIndex((other) => other.field === field) === index);
}

void ask(words, ({ person }) => {
  sayToday(person.name, words);
  return { steps: [{ name: "name", done: () => false, leave }] };
});
