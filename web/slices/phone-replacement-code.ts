// Step 2: the code that came to the new phone, and then the receipt.
import { submitPhoneReplacement } from "../../shared/phone-replacement/contract.ts";
import { attemptFor } from "../attempt.ts";
import { call } from "../call.ts";
import { byId } from "../dom.ts";
import { type Complaint, setTitle, showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import type { phoneReplacementSays } from "../messages/phone-replacement.ts";
import type { signInSays } from "../messages/sign-in.ts";
import { clearNotice, showNotice } from "../notice.ts";
import { here } from "../paths.ts";
import { fill, wordsOnPage } from "../words.ts";
import { dropReceipt, isGood, type Kept, keepReceipt, keptAsked, keptReceipt, wasSent } from "./phone-replacement/kept.ts";
import { explain, send } from "./phone-replacement/send.ts";

type Said = keyof (typeof phoneReplacementSays.zh)["code"] | keyof (typeof signInSays.zh)["both"];
const words = wordsOnPage<FormWords & Record<Said, string>>();
const form = byId("form") as HTMLFormElement;

const received = keptReceipt();
const asked = keptAsked();
if (received) showReceipt(received);
else if (asked && wasSent(asked)) takeCode(asked);
else location.replace(here("/phone-replacement"));

function takeCode(first: Kept): void {
  let kept = first;
  const { number, name, phone } = first;
  const attempt = attemptFor(`phone-replacement.${phone}`); // of this phone: another one is another request
  byId("sent").textContent = fill(words.sent, { phone });

  onSubmit(form, words, async () => {
    const code = (typedIn(form)["code"] ?? "").normalize("NFKC").replace(/\s/g, "");
    const complaints = complaintsAbout(code, isGood(kept, Date.now()));
    clearNotice();
    showErrors(form, complaints, words);
    if (complaints.length > 0) return;

    const body = { number, name, phone, code };
    const answer = await call(submitPhoneReplacement, { body, attemptKey: attempt.key() });
    // The same request, sent before with another code: it is there already.
    const receipt = answer.is === "value" ? answer.value.receipt : answer.is === "problem" && answer.problem.receipt;
    if (answer.is !== "value" && !receipt) return void explain(form, answer, words);
    if (!receipt) return;
    attempt.end();
    keepReceipt(receipt);
    showReceipt(receipt);
  });

  const again = byId("again");
  again.onclick = async () => {
    const label = again.textContent;
    if (label === words.sending) return;
    again.textContent = words.sending;
    showErrors(form, [], words);
    const sent = await send(form, first, words);
    if (sent) {
      kept = sent;
      showNotice(words.sentTitle, [words.sentText]);
    }
    again.textContent = label;
  };
}

function complaintsAbout(code: string, isInTime: boolean): Complaint[] {
  if (/^\d{6}$/.test(code)) return isInTime ? [] : [{ field: "code", text: words["code.expired"] }];
  return [{ field: "code", text: code ? fill(words["code.digits"], { now: code.length }) : words["code.missing"] }];
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
