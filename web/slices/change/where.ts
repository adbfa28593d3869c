// Where somebody lives, where letters go, where the hukou is: asked alike. The next page looks at it and sends it.
import * as v from "valibot";
import { showErrors } from "../../errors.ts";
import { onSubmit } from "../../form.ts";
import type { placeSays } from "../../messages/change-says.ts";
import { clearNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { type ChangeWords, openForm, sayToday, theForm } from "./form.ts";
import { nearOf, openPlace } from "./place.ts";

const words = wordsOnPage<ChangeWords & Record<keyof typeof placeSays.zh, string>>();
const item = v.parse(v.picklist(["residence", "contact", "hukou"]), theForm().dataset["item"]);
const way = { before: () => 0, after: item === "hukou" ? 2 : 1 };

void openForm(
  item,
  words,
  (known) => {
    sayToday(known[item]?.text, words);
    const place = openPlace(nearOf(known), words);
    return { steps: place.steps, opened: place.open };
  },
  way,
).then(({ form, steps, keep }) => {
  onSubmit(form, words, async () => {
    clearNotice();
    const next = await steps.next();
    const isKept = keep();
    showErrors(form, typeof next === "object" ? next : [], words);
    if (next !== "ready") return;
    if (!isKept) return showErrors(form, [{ text: words.noMemory }], words);
    location.assign(here(`/change/${item}/check`));
  });
});
