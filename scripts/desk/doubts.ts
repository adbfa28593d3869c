// What made somebody look at a registration form, for whoever decides.
import type { Finding } from "../../shared/kernel/rule.ts";
import type { Doubt } from "../../shared/registration/doubts.ts";

const words: Record<Doubt, string> = {
  "registration.review.guardian": "A guardian signed. Is it their guardian?",
  "registration.review.proxy": "A proxy signed. Does the written authorisation name them?",
  "registration.review.unsigned": "Told at the door, and not signed. Is it so?",
  "registration.review.hukou": "Another hukou than the registered one: look at the household booklet.",
  "registration.review.claims": "Says to be insured where the register knows nothing",
  "registration.review.denies": "Does not tell of what the register holds",
  "registration.review.duplicates": "Says to be insured in several places",
  "registration.review.reason": "The reason given wants a look",
  "registration.review.young-worker": "Works, and is under sixteen.",
  "registration.review.rules-missing": "A number of policy is not loaded: nobody could ask for the reasons that are due.",
};

const isDoubt = (code: string): code is Doubt => code in words;

export const doubtsInWords = (because: readonly Finding[] = []): string[] =>
  because.flatMap(({ code, path }) => {
    if (!isDoubt(code)) return [];
    const said = words[code];
    return /[.?]$/.test(said) ? [said] : [`${said}: ${path.at(-1)}.`];
  });
