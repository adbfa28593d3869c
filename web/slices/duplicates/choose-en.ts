import { chooseSays, duplicateFindings, duplicateSays, duplicates } from "../../messages/duplicates.ts";
import { evidenceSays } from "../../messages/evidence.ts";
import { chooseFile } from "./choose.ts";

const { answer, object, bothSides } = duplicates.en.choose;
export const file = chooseFile({
  ...evidenceSays.en,
  ...duplicateFindings.en,
  ...duplicateSays.en,
  ...chooseSays.en,
  answer,
  object,
  bothSides,
});
