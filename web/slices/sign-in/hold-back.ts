import { byId } from "../../dom.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clockIn, showNotice } from "../../notice.ts";
import { fill } from "../../words.ts";

type WaitWords = KitWords & Record<"waitTitle" | "waitText" | "waitButton" | "waitOver" | "waitOverText", string>;

/**
 * After too many wrong codes. Nobody is locked out: the page says from when on it goes on, and then it goes on by itself.
 * The button stays where it is and can be reached; it says what it waits for.
 */
export function holderOf(button: HTMLButtonElement, words: WaitWords) {
  const label = button.textContent ?? "";
  let until = 0;

  const holdBack = (seconds: number) => {
    until = Date.now() + seconds * 1000;
    say();
    setTimeout(letGo, seconds * 1000);
  };
  const say = () => {
    const left = (until - Date.now()) / 1000;
    const time = clockIn(left);
    showNotice(fill(words.waitTitle, { minutes: Math.ceil(left / 60) }), [fill(words.waitText, { time })], "warn");
    button.textContent = fill(words.waitButton, { time });
    button.setAttribute("aria-disabled", "true");
    byId("notice").scrollIntoView();
  };
  const letGo = () => {
    if (Date.now() < until) return; // a later wait has begun
    button.textContent = label;
    button.removeAttribute("aria-disabled");
    showNotice(words.waitOver, [words.waitOverText]);
  };
  return { holdBack, isHeld: () => Date.now() < until, say };
}
