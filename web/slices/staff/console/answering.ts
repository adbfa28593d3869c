// What the caller answered, on its way to the API and back: right or wrong, and never the answer.
import { answerQuestion, type Question } from "../../../../shared/helpline/contract.ts";
import { byId } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";

/** Of this ticket: what was skipped, how the last answer was, how long the code is good for. */
export const verifying: { skipped: Set<Question>; wrong: boolean; minutes: number } = {
  skipped: new Set(),
  wrong: false,
  minutes: 0,
};

/** Another ticket: nothing was skipped or said yet. */
export function beginVerifying(): void {
  verifying.skipped.clear();
  verifying.wrong = false;
  verifying.minutes = 0;
}

export async function put(
  call: Call,
  question: Question,
  said: string,
  button: HTMLButtonElement,
  place: HTMLElement,
): Promise<void> {
  const { words } = call;
  const params = { ticket: call.ticket().ticket };
  const send = () => callStaff(answerQuestion, { params, body: { question, said } });
  const answer = await ask({ words, place, button, conflict: call.again, send });
  if (!answer) {
    if (question === "code") (document.getElementById("code") as HTMLInputElement | null)?.select(); // it is full: what is typed next takes its place
    return;
  }
  call.moved();
  verifying.wrong = !answer.right;
  call.show({ caller: answer.caller });
  const field = document.getElementById(question === "code" && !answer.right ? "code" : "said");
  if (field && answer.caller.verification.level === 0) field.focus();
  else byId("verify-title").focus(); // the field has gone: the keys work at once
}
