import * as v from "valibot";
import { askPhoneCode } from "../../../shared/change/contract.ts";
import { Phone } from "../../../shared/kernel/fields.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import { type Complaint, showErrors } from "../../errors.ts";
import type { phoneSays } from "../../messages/change-says.ts";
import type { items } from "../../messages/items.ts";
import { clockIn, showNotice, showUnsent, whenToTry } from "../../notice.ts";
import { showProblem } from "../../problem.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";
import { sayToday, theForm, typed } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";

const words = wordsOnPage<SendWords & Record<keyof typeof phoneSays.zh | keyof typeof items.zh, string>>();
const DIGITS = 11;

const phone = () =>
  typed("phone")
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(?:\+|00)86(?=1)/, "");
const code = () => typed("code").normalize("NFKC").replace(/\s/g, "");
/** To whom the last code went, and until when it is good: kept with the draft, the code itself never. */
const sentTo = byId("sentTo") as HTMLInputElement;
const sentTill = byId("sentTill") as HTMLInputElement;
const isSent = () => sentTo.value === phone();
const isGood = () => isSent() && Number(sentTill.value) > Date.now();

function aboutPhone(): Complaint[] {
  const now = phone().length;
  const off = now - DIGITS;
  const text = !now
    ? words["phone.missing"]
    : /\D/.test(phone()) || off === 0
      ? words["phone.wrong"]
      : fill(words[off < 0 ? "phone.short" : "phone.long"], { n: Math.abs(off), now });
  return v.is(Phone, phone()) ? [] : [{ field: "phone", text }];
}

function aboutCode(): Complaint[] {
  if (/^\d{6}$/.test(code())) return isGood() ? [] : [{ field: "code", text: words["code.expired"] }];
  return [{ field: "code", text: code() ? fill(words["code.digits"], { now: code().length }) : words["code.missing"] }];
}

/** One code for one number: who goes back and on again is not sent a second one. */
async function send(): Promise<boolean> {
  const answer = await call(askPhoneCode, { body: { phone: phone() } });
  if (answer.is === "outage") showUnsent(answer.outage, words);
  else if (answer.is === "value") {
    sentTo.value = phone();
    sentTill.value = String(Date.now() + answer.value.expiresInMinutes * 60_000);
    sayWhere();
    return true;
  } else if (answer.problem.retryAfterSeconds)
    showErrors(theForm(), [{ text: whenToTry(answer.problem.retryAfterSeconds, words) }], words);
  else if (answer.type === "not-this-session") showLimited(words);
  else showProblem(theForm(), answer, words);
  return false;
}

function sayWhere(): void {
  byId("sent").textContent = fill(words.sent, { phone: phone() });
  const time = clockIn((Number(sentTill.value) - Date.now()) / 1000 - 60); // not later than it is
  byId("code-h").textContent = fill(words.codeHint, { time });
}

void travel("phone", words, (known) => {
  const today = known.phone?.masked;
  sayToday(today, words);
  const again = byId("again") as HTMLButtonElement;
  again.disabled = false;
  again.onclick = async () => {
    if (again.textContent === words.sending) return;
    const label = again.textContent;
    again.textContent = words.sending;
    showErrors(theForm(), [], words);
    if (await send()) {
      showNotice(words.sentTitle, [words.sentText]);
      theForm().dispatchEvent(new Event("input")); // the draft remembers it too
    }
    again.textContent = label;
  };
  return {
    steps: [
      {
        name: "phone",
        done: isSent,
        async leave() {
          const wrong = aboutPhone();
          if (wrong.length > 0 || isGood()) return wrong;
          return (await send()) ? [] : "stay";
        },
      },
      { name: "code", done: () => aboutCode().length === 0, leave: aboutCode, shown: sayWhere },
    ],
    rows: () => [{ label: words.phone, was: today, becomes: phone(), href: "#phone" }],
    request: () => ({ item: "phone", phone: phone(), code: code() }),
  };
});
