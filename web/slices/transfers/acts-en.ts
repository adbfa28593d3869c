import { evidenceSays } from "../../messages/evidence.ts";
import { formKit, type KitWords } from "../../messages/kit.ts";
import { transferFindings } from "../../messages/transfer-findings.ts";
import { transferActs } from "../../messages/transfers.ts";
import { wordsOnPage } from "../../words.ts";
import { actsIn } from "./acts.ts";

export const actsFor = actsIn({
  ...wordsOnPage<KitWords>(),
  ...formKit.en,
  ...transferFindings.en,
  ...evidenceSays.en,
  ...transferActs.en,
});
export const findings: Record<string, string> = transferFindings.en;
