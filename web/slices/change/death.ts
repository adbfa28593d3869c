import * as v from "valibot";
import { Name } from "../../../shared/kernel/names.ts";
import type { Complaint } from "../../errors.ts";
import type { correctionSays, dateSays } from "../../messages/correction.ts";
import { wordsOnPage } from "../../words.ts";
import { ask, type QuestionWords } from "./correction.ts";
import { openDay } from "./day.ts";
import { typed } from "./form.ts";

const words = wordsOnPage<QuestionWords & Record<keyof typeof correctionSays.death.zh | keyof typeof dateSays.zh, string>>();

function aboutWho(): Complaint[] {
  const name = typed("name").trim();
  return [
    ...(v.is(Name, name) ? [] : [{ field: "name", text: words[name ? "name.unreadable" : "name.missing"] }]),
    ...(typed("number").trim() ? [] : [{ field: "number", text: words["number.missing"] }]),
    ...(typed("relation") ? [] : [{ field: "relation", text: words["relation.missing"] }]),
  ];
}

void ask(words, () => {
  const day = openDay("diedOn", words);
  return {
    steps: [
      { name: "who", done: () => aboutWho().length === 0, leave: aboutWho },
      {
        name: "when",
        done: () => false,
        shown: day.show,
        leave() {
          const read = day.read();
          return "wrong" in read ? [{ field: "diedOn", text: read.wrong }] : [];
        },
      },
    ],
  };
});
