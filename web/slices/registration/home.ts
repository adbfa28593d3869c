import { byId } from "../../dom.ts";
import type { homePageSays } from "../../messages/registration-says.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, typed } from "../change/form.ts";
import { Places } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<
  RegistrationWords & Pick<Record<keyof typeof homePageSays.zh, string>, "registered" | "moved.missing">
>();

void openForm(registrationOf(Places, words, typedOf), words, ({ residence }) => {
  byId("registered").textContent = residence ? fill(words.registered, { place: residence.text }) : words.nothing;
  byId("home.moved-1").closest<HTMLElement>(".pick")!.hidden = !residence;
  return {
    steps: [
      {
        name: "moved",
        done: () => false,
        leave() {
          if (!typed("home.moved")) return [{ field: "home.moved", text: words["moved.missing"] }];
          return typed("home.moved") === "no" ? answered([]) : []; // else the next page says when it is answered
        },
      },
    ],
  };
}).then((opened) => carryOn(opened, words, () => pageOf(typed("home.moved") === "no" ? "" : "/home/door")));
