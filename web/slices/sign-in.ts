// Step 1: number and name. The answer is the same for everyone, so the second page comes for everyone.
import { byId } from "../dom.ts";
import { putBackUnder } from "../drafts/in-form.ts";
import { showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import type { signInSays } from "../messages/sign-in.ts";
import { showUnsent } from "../notice.ts";
import { here } from "../paths.ts";
import { showProblem } from "../problem.ts";
import { wordsOnPage } from "../words.ts";
import { keepWho, keptWho } from "./sign-in/kept.ts";
import { sendCode } from "./sign-in/send-code.ts";
import { keepWayBack } from "./sign-in/way-back.ts";
import { complaintsAboutWho } from "./sign-in/who.ts";

type Says = typeof signInSays.zh;
const words = wordsOnPage<FormWords & Record<keyof Says["who"] | keyof Says["both"], string>>();
const form = byId("who") as HTMLFormElement;

const typed = () => {
  const { number = "", name = "" } = typedIn(form);
  // A tab that was pasted along is no character of a number.
  return { number: number.replace(/\s+/g, " ").trim(), name: name.trim() };
};
const keep = (who = typed()) => keepWho({ ...who, askedAt: Date.now() });
/** Whose code is on its way: who presses again while the next page is slow is not sent a second one. */
let sent = "";

const kept = keptWho(Date.now());
if (kept) putBackUnder(form, { number: kept.number, name: kept.name });
keepWayBack(() => keep());

onSubmit(form, words, async () => {
  const who = typed();
  const complaints = complaintsAboutWho(who, words, Date.now());
  showErrors(form, complaints, words);
  if (complaints.length > 0) return;

  const asked = JSON.stringify(who);
  if (asked !== sent) {
    const answer = await sendCode(who, words);
    if (answer.is === "outage") return showUnsent(answer.outage, words);
    if (answer.is === "problem") return showProblem(form, answer, words);
    sent = asked;
  }
  if (!keep(who)) return showErrors(form, [{ text: words.noMemory }], words);
  location.assign(here("/sign-in-code") + location.search);
});
