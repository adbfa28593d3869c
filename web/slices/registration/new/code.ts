// Step 2: the code. It opens a session of this registration alone, and leads on to where the person was.
import { openNewcomer } from "../../../../shared/newcomer/contract.ts";
import { listSubmissions } from "../../../../shared/submissions/contract.ts";
import { call } from "../../../call.ts";
import { type CodeWords, openCodeStep } from "../../../code-step.ts";
import { byId } from "../../../dom.ts";
import { wordsOnPage } from "../../../words.ts";
import { explain } from "../../phone-replacement/send.ts";
import { isGood, type Kept, keptAsked, pageOf, wasSent, whoIn } from "./kept.ts";
import { send } from "./send.ts";

const words = wordsOnPage<CodeWords>();
const form = byId("form") as HTMLFormElement;

const asked = keptAsked();
if (asked && wasSent(asked)) takeCode(asked);
else location.replace(pageOf(""));

function takeCode(asked: Kept): void {
  openCodeStep({
    ...{ form, words, asked, isGood },
    send: () => send(form, asked, words),
    async bring(code) {
      const answer = await call(openNewcomer, { body: { ...whoIn(asked), code } });
      if (answer.is !== "value") return void explain(form, answer, words);
      location.replace(await whereTo());
      return new Promise<void>(() => {}); // the button keeps its words while the next page comes
    },
  });
}

/** Whoever has sent the form sees what became of it; where that cannot be read, the form says so when it is sent. */
async function whereTo(): Promise<string> {
  const sent = await call(listSubmissions, {});
  const [newest] = sent.is === "value" ? sent.value.submissions : [];
  return newest ? `${pageOf("/receipt")}#${newest.receipt}` : pageOf("/about");
}
