import { byId } from "../../dom.ts";
import type { homePageSays } from "../../messages/registration-says.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, typed } from "../change/form.ts";
import { Places } from "./answer.ts";
import { pageOf, type RegistrationWords, registrationOf } from "./form.ts";

const words = wordsOnPage<
  RegistrationWords & Pick<Record<keyof typeof homePageSays.zh, string>, "registered" | "moved.missing">
>();
const seen = byId("seen") as HTMLInputElement;

void openForm(registrationOf(Places, words), words, ({ residence }) => {
  byId("registered").textContent = residence ? fill(words.registered, { place: residence.text }) : words.nothing;
  (byId("home.moved-1") as HTMLInputElement).disabled = !residence;
  return {
    steps: [
      {
        name: "moved",
        done: () => false,
        leave() {
          if (typed("home.moved") === "no") seen.value = "yes"; // else the next page says when it is answered
          return typed("home.moved") ? [] : [{ field: "home.moved", text: words["moved.missing"] }];
        },
      },
    ],
  };
}).then((opened) => carryOn(opened, words, () => pageOf(typed("home.moved") === "no" ? "" : "/home/door")));
