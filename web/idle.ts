// A session ends after 15 minutes without a sign of life. Typing is one: it is told to the server, and a warning comes at 12.
import { signOfLife } from "../shared/session/contract.ts";
import { call } from "./call.ts";
import { element } from "./dom.ts";
import type { KitWords } from "./messages/kit.ts";
import { clearNotice, showNotice } from "./notice.ts";
import { leaveToSignIn } from "./paths.ts";
import { fill } from "./words.ts";

const MINUTE_MS = 60_000;
export const IDLE_MINUTES = 15;
const WARN_MINUTES = 12;
const TELL_EVERY_MS = 4 * MINUTE_MS; // often enough that a sign of life is never 15 minutes old at the server

/** Where `signs` come from, the page keeps its session; without them it warns, then goes to sign in. `now`, for tests. */
export function watchIdle(words: KitWords, now: () => number = Date.now): void {
  let lastSign = now();
  let lastTold = lastSign;
  let warned = false;
  const tell = () => {
    lastTold = now();
    return call(signOfLife, {}); // 401: away to sign in, and back
  };
  const sign = () => {
    lastSign = now();
    if (warned) clearNotice();
    if (warned || lastSign - lastTold > TELL_EVERY_MS) void tell();
    warned = false;
  };
  const look = () => {
    const idle = (now() - lastSign) / MINUTE_MS;
    if (idle >= IDLE_MINUTES) void leaveToSignIn();
    else if (idle >= WARN_MINUTES && !warned) {
      warned = true;
      const button = element("button", { class: "btn", type: "button" }, words.idleStay);
      button.onclick = sign;
      showNotice(
        words.idleTitle,
        [fill(words.idleText, { idle: WARN_MINUTES, left: IDLE_MINUTES - WARN_MINUTES }), button],
        "warn",
      );
    }
  };
  for (const event of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(event, sign, { passive: true });
  addEventListener("visibilitychange", look); // timers of a page in the background sleep
  setInterval(look, 10_000);
}
