import { byId } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { correctionSays, dateSays } from "../../messages/correction.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { ask, type QuestionWords } from "./correction.ts";
import { openDay } from "./day.ts";
import { sayToday } from "./form.ts";

const words = wordsOnPage<QuestionWords & Record<keyof typeof correctionSays.birth.zh | keyof typeof dateSays.zh, string>>();

void ask(words, ({ person }) => {
  const lang = langOfPage();
  sayToday(person.birth && dateIn(lang, person.birth), words);
  const said = person.inNumber?.birth;
  const day = openDay("birth", words, (read) => {
    byId("doubt").textContent = said && read && said !== read ? fill(words.doubt, { date: dateIn(lang, said) }) : "";
  });
  return {
    steps: [
      {
        name: "birth",
        done: () => false,
        shown: day.show,
        leave() {
          const read = day.read();
          if ("wrong" in read) return [{ field: "birth", text: read.wrong }];
          return read.day === person.birth ? [{ field: "birth", text: words["change.birth-unchanged"] }] : [];
        },
      },
    ],
  };
});
