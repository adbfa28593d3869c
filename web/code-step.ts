// The step that asks for the code which came to a new phone, before anybody is signed in.
import { byId } from "./dom.ts";
import { type Complaint, showErrors } from "./errors.ts";
import { onSubmit, typedIn } from "./form.ts";
import type { FormWords } from "./messages/kit.ts";
import type { phoneReplacementSays } from "./messages/phone-replacement.ts";
import type { signInSays } from "./messages/sign-in.ts";
import { clearNotice, showNotice } from "./notice.ts";
import { fill } from "./words.ts";

export type CodeWords = FormWords &
  Record<keyof (typeof phoneReplacementSays.zh)["code"] | keyof (typeof signInSays.zh)["both"], string>;
/** `send`: another code; it tells what is kept of it, or why it did not go. `bring`: the code, as digits. */
type CodeStep<Kept> = {
  form: HTMLFormElement;
  words: CodeWords;
  asked: Kept;
  isGood(kept: Kept, now: number): boolean;
  send(): Promise<Kept | undefined>;
  bring(code: string): Promise<void>;
};

export function openCodeStep<Kept extends { phone: string }>({ form, words, asked, isGood, send, bring }: CodeStep<Kept>): void {
  let kept = asked;
  byId("sent").textContent = fill(words.sent, { phone: asked.phone });

  onSubmit(form, words, async () => {
    const code = (typedIn(form)["code"] ?? "").normalize("NFKC").replace(/\s/g, "");
    const complaints = complaintsAbout(code, isGood(kept, Date.now()), words);
    clearNotice();
    showErrors(form, complaints, words);
    if (complaints.length === 0) return bring(code);
  });

  const again = byId("again");
  again.onclick = async () => {
    const label = again.textContent;
    if (label === words.sending) return;
    again.textContent = words.sending;
    showErrors(form, [], words);
    const sent = await send();
    if (sent) {
      kept = sent;
      showNotice(words.sentTitle, [words.sentText]);
    }
    again.textContent = label;
  };
}

function complaintsAbout(code: string, isInTime: boolean, words: CodeWords): Complaint[] {
  if (/^\d{6}$/.test(code)) return isInTime ? [] : [{ field: "code", text: words["code.expired"] }];
  return [{ field: "code", text: code ? fill(words["code.digits"], { now: code.length }) : words["code.missing"] }];
}
