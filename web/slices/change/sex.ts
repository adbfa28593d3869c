import { byId } from "../../dom.ts";
import type { correctionSays } from "../../messages/correction.ts";
import type { codeWords } from "../../messages/items.ts";
import { wordsOnPage } from "../../words.ts";
import { ask, type QuestionWords } from "./correction.ts";
import { sayToday, theForm, typed } from "./form.ts";

const words = wordsOnPage<QuestionWords & Record<keyof typeof correctionSays.sex.zh | keyof typeof codeWords.zh, string>>();

void ask(words, ({ person }) => {
  const names: Record<string, string> = words;
  sayToday(names[`sex.${person.sex}`], words);
  const sayDoubt = () => {
    const said = person.inNumber?.sex;
    byId("doubt").textContent = said && typed("sex") && said !== typed("sex") ? words.doubt : "";
  };
  theForm().addEventListener("change", sayDoubt);
  const wrong = (text: string) => [{ field: "sex", text }];
  return {
    steps: [
      {
        name: "sex",
        done: () => false,
        shown: sayDoubt,
        leave() {
          if (!typed("sex")) return wrong(words["sex.missing"]);
          return typed("sex") === person.sex ? wrong(words["change.sex-unchanged"]) : [];
        },
      },
    ],
  };
});
