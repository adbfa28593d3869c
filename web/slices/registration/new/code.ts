// Step 2: the code. It opens a session of this registration alone, and leads on to where the person was.
import { openNewcomer } from "../../../../shared/newcomer/contract.ts";
import { listSubmissions } from "../../../../shared/submissions/contract.ts";
import { call } from "../../../call.ts";
import { byId } from "../../../dom.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import type { FormWords } from "../../../messages/kit.ts";
import type { phoneReplacementSays } from "../../../messages/phone-replacement.ts";
import type { signInSays } from "../../../messages/sign-in.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { explain } from "../../phone-replacement/send.ts";
import { isGood, type Kept, keptAsked, pageOf, wasSent, whoIn } from "./kept.ts";
import { send } from "./send.ts";

type Said = keyof (typeof phoneReplacementSays.zh)["code"] | keyof (typeof signInSays.zh)["both"];
const words = wordsOnPage<FormWords & Record<Said, string>>();
const form = byId("form") as HTMLFormElement;

const asked = keptAsked();
if (asked && wasSent(asked)) takeCode(asked);
else location.replace(pageOf(""));

function takeCode(first: Kept): void {
  let kept = first;
  byId("sent").textContent = fill(words.sent, { phone: first.phone });

  onSubmit(form, words, async () => {
    const code = (typedIn(form)["code"] ?? "").normalize("NFKC").replace(/\s/g, "");
    const complaints = complaintsAbout(code, isGood(kept, Date.now()));
    clearNotice();
    showErrors(form, complaints, words);
    if (complaints.length > 0) return;

    const answer = await call(openNewcomer, { body: { ...whoIn(first), code } });
    if (answer.is !== "value") return void explain(form, answer, words);
    location.replace(await whereTo());
    return new Promise<void>(() => {}); // the button keeps its words while the next page comes
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

/** Whoever has sent the form sees what became of it; where that cannot be read, the form says so when it is sent. */
async function whereTo(): Promise<string> {
  const sent = await call(listSubmissions, {});
  const [newest] = sent.is === "value" ? sent.value.submissions : [];
  return newest ? `${pageOf("/receipt")}#${newest.receipt}` : pageOf("/about");
}
