import * as v from "valibot";
import type { items } from "../../messages/items.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { theForm } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";
import { address, addressSteps, addressText, isWhole } from "./kept.ts";

const words = wordsOnPage<SendWords & Record<keyof typeof items.zh, string>>();
const item = v.parse(v.picklist(["residence", "contact"]), theForm().dataset["item"]);
const asked = here(`/change/${item}`);

void travel(
  item,
  words,
  (known) => {
    if (!isWhole()) location.replace(asked); // sent already, or never written
    return {
      steps: [],
      rows: () => [{ label: words[item], was: known[item]?.text, becomes: addressText(), href: asked }],
      request: () => ({ item, address: address() }),
    };
  },
  { before: addressSteps, after: () => 0 },
);
