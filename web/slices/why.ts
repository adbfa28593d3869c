// Why something was not done, of every slice: a file of its own, for both languages. Most receipts never need a word of it.
import { enrolmentFindings } from "../messages/enrolment-check.ts";
import { findings as change } from "../messages/findings.ts";
import { newFindings } from "../messages/newcomer.ts";
import { registrationFindings } from "../messages/registration-findings.ts";
import { registrationWhy } from "../messages/registration-why.ts";

export const findings = {
  zh: { ...enrolmentFindings.zh, ...registrationFindings.zh, ...registrationWhy.zh, ...newFindings.zh, ...change.zh },
  en: { ...enrolmentFindings.en, ...registrationFindings.en, ...registrationWhy.en, ...newFindings.en, ...change.en },
};
