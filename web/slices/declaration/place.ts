// Where the person is insured, or went: the county is enough.
import type { placeSays } from "../../messages/change-says.ts";
import { wordsOnPage } from "../../words.ts";
import { type ChangeWords, carryOn, openForm } from "../change/form.ts";
import { nearOf, openCounty } from "../change/place.ts";
import { pageOf, theDeclaration, wayOf } from "./form.ts";
import { asksPlace, codesIn, pageAfter } from "./said.ts";

const words = wordsOnPage<ChangeWords & Record<keyof typeof placeSays.zh, string>>();
let codes: readonly string[] = [];

void openForm(
  theDeclaration,
  words,
  (known, kept) => {
    codes = codesIn(kept);
    if (!asksPlace(codes)) location.replace(pageOf("")); // sent already, or never begun
    const { leave, open } = openCounty(nearOf(known), words);
    return { steps: [{ name: "place", done: () => false, leave }], opened: open };
  },
  wayOf("/place", () => codes),
).then((opened) => carryOn(opened, words, () => pageOf(pageAfter("/place", codes))));
