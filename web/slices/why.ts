// Why something was not done, of every slice, and who sent it for somebody: a file of its own, for both languages. Most receipts
// never need a word of it.
import type { SubmissionView } from "../../shared/submissions/contract.ts";
import type { Lang } from "../messages/both.ts";
import { duplicateFindings } from "../messages/duplicates.ts";
import { enrolmentFindings } from "../messages/enrolment-check.ts";
import { familyFindings } from "../messages/family.ts";
import { findings as change } from "../messages/findings.ts";
import { newFindings } from "../messages/newcomer.ts";
import { registrationFindings } from "../messages/registration-findings.ts";
import { registrationWhy } from "../messages/registration-why.ts";
import { sentBySays } from "../messages/submissions.ts";
import { transferFindings } from "../messages/transfer-findings.ts";
import { fill } from "../words.ts";

export const findings = {
  zh: {
    ...duplicateFindings.zh,
    ...transferFindings.zh,
    ...enrolmentFindings.zh,
    ...registrationFindings.zh,
    ...registrationWhy.zh,
    ...newFindings.zh,
    ...familyFindings.zh,
    ...change.zh,
  },
  en: {
    ...duplicateFindings.en,
    ...transferFindings.en,
    ...enrolmentFindings.en,
    ...registrationFindings.en,
    ...registrationWhy.en,
    ...newFindings.en,
    ...familyFindings.en,
    ...change.en,
  },
};

/** "Sent for you by the helpline 12333: …" */
export function sentBy({ channel, agency, workNumber }: NonNullable<SubmissionView["sender"]>, lang: Lang): string {
  const says = sentBySays[lang];
  return `${fill(says[channel], { agency, number: workNumber })}${lang === "en" ? " " : ""}${says.notYou}`;
}

/** "Sent for you by 王**, whom you have allowed to." */
export const sentByDelegate = (name: string, lang: Lang): string => fill(sentBySays[lang].delegate, { name });
