// What draws a copy, in Chinese. A file of its own: it is fetched when somebody wants to see theirs.
import { reasonWords } from "../../messages/declaration.ts";
import { shownSays } from "../../messages/my-data-shown.ts";
import { fieldWords, tableWords } from "../../messages/privacy-fields.ts";
import { drawCopy } from "./draw.ts";

export const draw = drawCopy({
  lang: "zh",
  names: fieldWords,
  groups: tableWords.zh.groups,
  shown: shownSays.zh,
  reasons: reasonWords.zh,
});
