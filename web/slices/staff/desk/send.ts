// Something is sent about a matter. However it ends, the matter is read again: what the page shows is how it stands.
import type { Finding } from "../../../../shared/kernel/rule.ts";
import type { Answer } from "../../../call.ts";
import { showNotice, whenToTry } from "../../../notice.ts";
import { wordsFor } from "../../../words.ts";
import type { Page } from "./words.ts";

export async function sent<Value>(
  { words, reload }: Page,
  button: HTMLButtonElement,
  send: () => Promise<Answer<Value>>,
  news: (value: Value) => string,
): Promise<void> {
  button.disabled = true;
  const answer = await send();
  button.disabled = false;
  if (answer.is === "value") return reload(news(answer.value));
  if (answer.is === "problem" && answer.type === "wait")
    return showNotice(words["problem.wait"], [whenToTry(answer.problem.retryAfterSeconds, words)], "warn");
  if (answer.is === "problem") {
    const [found]: readonly Finding[] = answer.problem.findings;
    return reload(found ? wordsFor(found.code, words) : words["desk.changed"]);
  }
  // Nobody knows whether it arrived: what stands there now says so.
  await reload(words.unsure);
}
