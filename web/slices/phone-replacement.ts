// Another phone for who cannot sign in, step 1: who it is, and which phone. The answer is the same for everyone.
import * as v from "valibot";
import { Phone } from "../../shared/kernel/fields.ts";
import { byId } from "../dom.ts";
import { putBack } from "../drafts/in-form.ts";
import { type Complaint, showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import type { phoneReplacementSays } from "../messages/phone-replacement.ts";
import type { signInSays } from "../messages/sign-in.ts";
import { clearNotice } from "../notice.ts";
import { here } from "../paths.ts";
import { fill, wordsOnPage } from "../words.ts";
import { isGood, keepAsked, keptAsked, keptReceipt } from "./phone-replacement/kept.ts";
import { send } from "./phone-replacement/send.ts";
import { complaintsAboutWho } from "./sign-in/who.ts";

type Says = typeof signInSays.zh;
const words = wordsOnPage<
  FormWords & Record<keyof Says["who"] | keyof Says["both"] | keyof (typeof phoneReplacementSays.zh)["who"], string>
>();
const PHONE_DIGITS = 11;
const form = byId("form") as HTMLFormElement;
const next = here("/phone-replacement-code");

if (keptReceipt()) location.replace(next);
putBack(form, keptAsked() ?? {});
form.addEventListener("input", () => keepAsked({ sentTo: "", sentTill: "", ...keptAsked(), ...typed() }));

onSubmit(form, words, async () => {
  const asked = typed();
  const complaints = [...complaintsAboutWho(asked, words, Date.now()), ...complaintsAboutPhone(asked.phone)];
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
    phone: phone
      .normalize("NFKC")
      .replace(/[\s-]/g, "")
      .replace(/^(?:\+|00)86(?=1)/, ""),
  };
}

function complaintsAboutPhone(phone: string): Complaint[] {
  const now = phone.length;
  const off = now - PHONE_DIGITS;
  const text = !now
    ? words["phone.missing"]
    : off === 0 || /\D/.test(phone)
      ? words["phone.wrong"]
      : fill(words[off < 0 ? "phone.short" : "phone.long"], { n: Math.abs(off), now });
  return v.is(Phone, phone) ? [] : [{ field: "phone", text }];
}
