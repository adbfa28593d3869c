import { evidenceSays } from "../../messages/evidence.ts";
import type { FormWords } from "../../messages/kit.ts";
import { transferKinds } from "../../messages/transfer.ts";
import { applySays } from "../../messages/transfer-apply.ts";
import { transferFindings } from "../../messages/transfer-findings.ts";
import { wordsOnPage } from "../../words.ts";
import { stepsIn } from "./steps.ts";

const said = { ...transferFindings.en, ...evidenceSays.en, ...transferKinds.en, ...applySays.en };
export const begin = stepsIn({ ...wordsOnPage<FormWords>(), ...said });
