// What the last look needs. A file of its own, which is fetched while the record is read.
import { check } from "../../messages/check.ts";
import { consentFindings } from "../../messages/privacy-consent.ts";
import { optionWords, workWords } from "../../messages/registration.ts";
import { registrationFindings } from "../../messages/registration-findings.ts";
import { toldSays } from "../../messages/registration-pages.ts";
import { documentWords } from "../../messages/registration-print.ts";
import { tellIn } from "./tell.ts";

export { leadToPages } from "./lead.ts";
export { send } from "./send.ts";
export { statesOf } from "./states.ts";
export const findings = { ...registrationFindings.zh, ...consentFindings.zh };
export const tell = tellIn("zh", {
  ...toldSays.zh,
  ...workWords.zh,
  ...optionWords.zh,
  ...documentWords.zh,
  ...check.zh.insurances,
});
