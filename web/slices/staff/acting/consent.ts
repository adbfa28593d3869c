// The code that the caller reads out: sent, checked, and used up by the one thing that is sent on it.
import { answerQuestion, sendCallerCode } from "../../../../shared/helpline/contract.ts";
import { CODE_LIFE_MINUTES } from "../../../../shared/session/rules.ts";
import type { Answer } from "../../../call.ts";
import { byId } from "../../../dom.ts";
import { clearNotice, clockIn, showNotice, showUnsent, whenToTry } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill, wordsFor } from "../../../words.ts";
import { words } from "./words.ts";

type Refused = Exclude<Answer<unknown>, { is: "value" }>;

function refuse(answer: Refused): void {
  if (answer.is === "outage") {
    showUnsent(answer.outage, words);
    return;
  }
  const { findings, retryAfterSeconds } = answer.problem;
  const said = findings.map(({ code }) => wordsFor(code, words));
  const waits = retryAfterSeconds ? [whenToTry(retryAfterSeconds, words)] : [];
  const gone = answer.type === "not-found" ? words.notYoursText : words["problem.refused"];
  const [title = answer.type === "wait" ? words["problem.wait"] : gone, ...more] = said;
  showNotice(title, [...more, ...waits], "warn");
  scrollTo(0, 0);
}

/** `consent`: until then one thing may be sent. `used`: it was. */
export function offerCodes(ticket: string, consent: string | undefined): { used(): void } {
  const params = { ticket };
  const input = byId("code") as HTMLInputElement;
  let until = consent ? Date.parse(consent) : 0;

  const draw = () => {
    const left = until - Date.now();
    byId("state").textContent = left > 0 ? fill(words.may, { time: clockIn(left / 1000 - 60) }) : words.mayNot;
    byId("band").classList.toggle("may", left > 0);
  };
  draw();
  setInterval(draw, 5000);

  byId("send").onclick = async () => {
    const answer = await callStaff(sendCallerCode, { params, body: {} });
    if (answer.is !== "value") return refuse(answer);
    showNotice(fill(words.codeSent, { n: answer.value.expiresInMinutes }), [words.codeSentText]);
    input.focus();
  };
  (byId("codes") as HTMLFormElement).onsubmit = async (event) => {
    event.preventDefault();
    const said = input.value.normalize("NFKC").replace(/\s/g, "");
    if (!/^\d{6}$/.test(said)) return showNotice(words["code.digits"], [], "warn");
    const answer = await callStaff(answerQuestion, { params, body: { question: "code", said } });
    if (answer.is !== "value") return refuse(answer);
    clearNotice();
    input.value = "";
    until = Date.now() + CODE_LIFE_MINUTES * 60_000;
    draw();
  };
  return {
    used() {
      until = 0;
      draw();
      showNotice(words.sentOne, [words.sentOneText]);
    },
  };
}
