// What was asked for at the desk, or on the page why it cannot be shown.
import type { Answer } from "../../../call.ts";
import { showNotice, showUnread, whenToTry } from "../../../notice.ts";

type Words = Parameters<typeof showUnread>[1] & Parameters<typeof whenToTry>[1] & Record<"tooMany" | "gone" | "goneText", string>;

export function openedFrom<Value>(answer: Answer<Value>, words: Words): Value | undefined {
  if (answer.is === "value") return answer.value;
  if (answer.is === "outage") showUnread(answer.outage, words);
  else if (answer.type === "wait") showNotice(words.tooMany, [whenToTry(answer.problem.retryAfterSeconds, words)], "warn");
  else showNotice(words.gone, [words.goneText], "warn");
  return undefined;
}
