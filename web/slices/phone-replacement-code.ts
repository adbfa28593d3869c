// Step 2: the code that came to the new phone, and then the receipt.
import { submitPhoneReplacement } from "../../shared/phone-replacement/contract.ts";
import { attemptFor } from "../attempt.ts";
import { call } from "../call.ts";
import { type CodeWords, openCodeStep } from "../code-step.ts";
import { byId } from "../dom.ts";
import { setTitle } from "../errors.ts";
import { clearNotice } from "../notice.ts";
import { here } from "../paths.ts";
import { wordsOnPage } from "../words.ts";
import { dropReceipt, isGood, type Kept, keepReceipt, keptAsked, keptReceipt, wasSent } from "./phone-replacement/kept.ts";
import { explain, send } from "./phone-replacement/send.ts";

const words = wordsOnPage<CodeWords>();
const form = byId("form") as HTMLFormElement;

const received = keptReceipt();
const asked = keptAsked();
if (received) showReceipt(received);
else if (asked && wasSent(asked)) takeCode(asked);
else location.replace(here("/phone-replacement"));

function takeCode(asked: Kept): void {
  const { number, name, phone } = asked;
  const attempt = attemptFor(`phone-replacement.${phone}`); // of this phone: another one is another request
  openCodeStep({
    ...{ form, words, asked, isGood },
    send: () => send(form, asked, words),
    async bring(code) {
      const body = { number, name, phone, code };
      const answer = await call(submitPhoneReplacement, { body, attemptKey: attempt.key() });
      // The same request, sent before with another code: it is there already.
      const receipt = answer.is === "value" ? answer.value.receipt : answer.is === "problem" && answer.problem.receipt;
      if (answer.is !== "value" && !receipt) return void explain(form, answer, words);
      if (!receipt) return;
      attempt.end();
      keepReceipt(receipt);
      showReceipt(receipt);
    },
  });
}

function showReceipt(receipt: string): void {
  const h1 = document.querySelector("h1")!;
  const siteName = document.title.replace(/^.*?(?=－| - )/, "");
  for (const left of [form, byId("back"), byId("step")]) left.remove();
  clearNotice();
  byId("receipt").textContent = receipt;
  byId("done").hidden = false;
  h1.textContent = words.done;
  setTitle(words.done + siteName);
  h1.tabIndex = -1;
  h1.focus();
  byId("another").onclick = () => {
    dropReceipt();
    location.replace(here("/phone-replacement"));
  };
}
