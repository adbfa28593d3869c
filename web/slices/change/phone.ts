import { askPhoneCode } from "../../../shared/change/contract.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import { type Complaint, showErrors } from "../../errors.ts";
import type { phoneSays } from "../../messages/change-says.ts";
import type { items } from "../../messages/items.ts";
import { clockIn, showNotice, showUnsent, whenToTry } from "../../notice.ts";
import { aboutPhone, phoneIn } from "../../phone-typed.ts";
import { showProblem } from "../../problem.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";
import { sayToday, theForm, typed } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";

const words = wordsOnPage<SendWords & Record<keyof typeof phoneSays.zh | keyof typeof items.zh, string>>();

const phone = () => phoneIn(typed("phone"));
const code = () => typed("code").normalize("NFKC").replace(/\s/g, "");
/** To whom the last code went, and until when it is good: kept with the draft, the code itself never. */
const sentTo = byId("sentTo") as HTMLInputElement;
const sentTill = byId("sentTill") as HTMLInputElement;
const isSent = () => phone() !== "" && sentTo.value === phone();
const isGood = () => isSent() && Number(sentTill.value) > Date.now();

function aboutCode(): Complaint[] {
  if (/^\d{6}$/.test(code())) return isGood() ? [] : [{ field: "code", text: words["code.expired"] }];
  return [{ field: "code", text: code() ? fill(words["code.digits"], { now: code().length }) : words["code.missing"] }];
}

/** One code for one number: who goes back and on again is not sent a second one. */
async function send(): Promise<boolean> {
  const asked = phone(); // another one may be typed until the answer is there
  const answer = await call(askPhoneCode, { body: { phone: asked } });
  if (answer.is === "outage") showUnsent(answer.outage, words);
  else if (answer.is === "value") {
    sentTo.value = asked;
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
          const wrong = aboutPhone(phone(), words);
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
