// Another phone for who cannot sign in, step 1: who it is, and which phone. The answer is the same for everyone.
import { byId } from "../dom.ts";
import { putBackUnder } from "../drafts/in-form.ts";
import { showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import type { phoneReplacementSays } from "../messages/phone-replacement.ts";
import type { signInSays } from "../messages/sign-in.ts";
import { clearNotice } from "../notice.ts";
import { here } from "../paths.ts";
import { aboutPhone, phoneIn } from "../phone-typed.ts";
import { wordsOnPage } from "../words.ts";
import { isGood, keepAsked, keptAsked, keptReceipt } from "./phone-replacement/kept.ts";
import { send } from "./phone-replacement/send.ts";
import { complaintsAboutWho } from "./sign-in/who.ts";

type Says = typeof signInSays.zh;
const words = wordsOnPage<
  FormWords & Record<keyof Says["who"] | keyof Says["both"] | keyof (typeof phoneReplacementSays.zh)["who"], string>
>();
const form = byId("form") as HTMLFormElement;
const next = here("/phone-replacement-code");

if (keptReceipt()) location.replace(next);
putBackUnder(form, keptAsked() ?? {});
form.addEventListener("input", () => keepAsked({ sentTo: "", sentTill: "", ...keptAsked(), ...typed() }));

onSubmit(form, words, async () => {
  const asked = typed();
  const complaints = [...complaintsAboutWho(asked, words, Date.now()), ...aboutPhone(asked.phone, words)];
  clearNotice();
  showErrors(form, complaints, words);
  if (complaints.length > 0) return;

  const known = { sentTo: "", sentTill: "", ...keptAsked(), ...asked };
  if (!isGood(known, Date.now()) && !(await send(form, asked, words))) return;
  if (!keptAsked()) return showErrors(form, [{ text: words.noMemory }], words);
  location.assign(next);
});

function typed() {
  const { number = "", name = "", phone = "" } = typedIn(form);
  return {
    // A tab that was pasted along is no character of a number.
    number: number.replace(/\s+/g, " ").trim(),
    name: name.trim(),
    phone: phoneIn(phone),
  };
}
