// Where somebody new lives, and whether their hukou is there.
import { byId } from "../../../dom.ts";
import type { placeSays } from "../../../messages/change-says.ts";
import type { newHomeSays } from "../../../messages/newcomer.ts";
import { wordsOnPage } from "../../../words.ts";
import { carryOn, openForm, typed } from "../../change/form.ts";
import { openPlace } from "../../change/place.ts";
import { isAnswered, type NewWords, theNewcomer, wayOf } from "./form.ts";
import { pageOf } from "./kept.ts";

const words = wordsOnPage<NewWords & Record<keyof typeof placeSays.zh | keyof typeof newHomeSays.zh, string>>();

void openForm(
  theNewcomer,
  words,
  ({ asked }, kept) => {
    if (!isAnswered(kept)) location.replace(pageOf("/about")); // sent already, or not begun
    byId("today").hidden = true; // nothing is registered yet
    const place = openPlace(/^[1-6]\d{3}/.exec(asked.number)?.[0], words);
    const hukou = {
      name: "hukou",
      done: () => false,
      leave: () => (typed("hukou") ? [] : [{ field: "hukou", text: words["hukou.missing"] }]),
    };
    const steps = place.steps.map((step) =>
      step.name === "door" ? { ...step, done: () => typed("address.lines").trim() !== "" } : step,
    );
    return { steps: [...steps, hukou], opened: place.open };
  },
  wayOf("home"),
).then((opened) => carryOn(opened, words, () => pageOf("/evidence")));
