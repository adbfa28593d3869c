import { chooseSays, duplicateFindings, duplicateSays, duplicates } from "../../messages/duplicates.ts";
import { evidenceSays } from "../../messages/evidence.ts";
import { chooseFile } from "./choose.ts";

const { answer, object, bothSides } = duplicates.zh.choose;
export const file = chooseFile({
  ...evidenceSays.zh,
  ...duplicateFindings.zh,
  ...duplicateSays.zh,
  ...chooseSays.zh,
  answer,
  object,
  bothSides,
});
