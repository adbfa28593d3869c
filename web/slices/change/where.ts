// Where somebody lives, where letters go, where the hukou is: asked alike. The next page looks at it and sends it.
import * as v from "valibot";
import type { placeSays } from "../../messages/change-says.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { type ChangeWords, carryOn, formOf, openForm, sayToday, theForm } from "./form.ts";
import { nearOf, openPlace } from "./place.ts";

const words = wordsOnPage<ChangeWords & Record<keyof typeof placeSays.zh, string>>();
const item = v.parse(v.picklist(["residence", "contact", "hukou"]), theForm().dataset["item"]);
const way = { before: () => 0, after: () => (item === "hukou" ? 2 : 1) };

void openForm(
  formOf(item),
  words,
  (known) => {
    sayToday(known[item]?.text, words);
    const place = openPlace(nearOf(known), words);
    return { steps: place.steps, opened: place.open };
  },
  way,
).then((opened) => carryOn(opened, words, () => here(`/change/${item}/check`)));
