import { evidenceSays } from "../../messages/evidence.ts";
import type { FormWords } from "../../messages/kit.ts";
import { applySays } from "../../messages/transfer-apply.ts";
import { wordsOnPage } from "../../words.ts";
import { stepsIn } from "./steps.ts";

export const begin = stepsIn({ ...wordsOnPage<FormWords>(), ...evidenceSays.en, ...applySays.en });
