// Step 2: the code. Wrong ones cost waiting, never the account; another one can be sent at any time.
import { signIn } from "../../shared/session/contract.ts";
import { call } from "../call.ts";
import { byId } from "../dom.ts";
import { type Complaint, showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import type { signInSays } from "../messages/sign-in.ts";
import { clearNotice, showNotice, showUnsent } from "../notice.ts";
import { firstPath, here } from "../paths.ts";
import { showProblem } from "../problem.ts";
import { rememberSignIn } from "../signed-in-here.ts";
import { fill, wordsOnPage } from "../words.ts";
import { holderOf } from "./sign-in/hold-back.ts";
import { dropWho, isStale, type Kept, keepWho, keptWho } from "./sign-in/kept.ts";
import { sendCode } from "./sign-in/send-code.ts";
import { keepWayBack } from "./sign-in/way-back.ts";

type Says = typeof signInSays.zh;
const words = wordsOnPage<FormWords & Record<keyof Says["code"] | keyof Says["both"], string>>();

keepWayBack();
const kept = keptWho(Date.now());
if (kept) takeCode(kept);
else location.replace(here("/sign-in") + location.search);

function takeCode(asked: Kept): void {
  const form = byId("enter") as HTMLFormElement;
  const again = byId("again") as HTMLButtonElement;
  const hold = holderOf(form.querySelector("button")!, words);
  let { askedAt } = asked;
  if (isStale(asked, Date.now())) showNotice(words.staleTitle, [words["code.expired"]], "warn");

  onSubmit(form, words, async () => {
    if (hold.isHeld()) return hold.say();
    const { code = "" } = typedIn(form);
    const complaints = complaintsAbout(code);
    clearNotice();
    showErrors(form, complaints, words);
    if (complaints.length > 0) return;

    const answer = await call(signIn, { body: { number: asked.number, name: asked.name, code } });
    if (answer.is === "outage") return showUnsent(answer.outage, words);
    if (answer.is === "problem") {
      const { retryAfterSeconds } = answer.problem;
      if (retryAfterSeconds) return hold.holdBack(retryAfterSeconds);
      if (isStale({ ...asked, askedAt }, Date.now()))
        return showErrors(form, [{ field: "code", text: words["code.expired"] }], words);
      return showProblem(form, answer, words);
    }
    dropWho();
    rememberSignIn();
    location.replace(answer.value.limited ? here("/check-limited") + location.search : firstPath(answer.value));
    return new Promise<void>(() => {}); // the button keeps its words while the next page comes
  });

  let sending = false;
  again.onclick = async () => {
    if (sending) return;
    sending = true;
    const label = again.textContent;
    again.textContent = words.sending;
    showErrors(form, [], words);
    const answer = await sendCode(asked, words);
    if (answer.is === "outage") showUnsent(answer.outage, words);
    else if (answer.is === "problem") showProblem(form, answer, words);
    else {
      askedAt = Date.now();
      keepWho({ ...asked, askedAt });
      showNotice(words.sentTitle, [words.sentText]);
    }
    again.textContent = label;
    sending = false;
  };
}

function complaintsAbout(code: string): Complaint[] {
  const now = code.normalize("NFKC").replace(/\s/g, "");
  if (/^\d{6}$/.test(now)) return [];
  return [{ field: "code", text: now ? fill(words["code.digits"], { now: now.length }) : words["code.missing"] }];
}
