// After 30 minutes without a sign of life the page locks: nothing of anybody's record stays on the screen of an empty desk. What
// was typed stays on the page behind the lock. A sign in one tab counts for all of them.
import { STAFF_IDLE_MINUTES } from "../../shared/staff/session.ts";
import { currentStaff, signOutStaff } from "../../shared/staff-session/contract.ts";
import { call } from "../call.ts";
import { byId, element } from "../dom.ts";
import type { StaffWords } from "../messages/staff-frame.ts";
import { clearNotice, showNotice } from "../notice.ts";
import { fill } from "../words.ts";
import { signInPath } from "./paths.ts";

const MINUTE_MS = 60_000;
const WARN_MINUTES = 25;
const TELL_EVERY_MS = 4 * MINUTE_MS;
const SHARED = "staff-sign";

export function watchStaffIdle(words: StaffWords, now: () => number = Date.now): void {
  let lastSign = now();
  let lastTold = lastSign;
  let warned = false;
  let locked = false;

  const tell = async () => {
    lastTold = now();
    const answer = await call(currentStaff, { signedOut: "tell" });
    if (answer.is === "problem" && answer.type === "signed-out") lock(words["problem.signed-out"], "");
  };
  const sign = () => {
    look(); // who comes back too late wakes nothing up
    if (locked) return;
    lastSign = now();
    share(lastSign);
    if (warned) clearNotice();
    if (warned || lastSign - lastTold > TELL_EVERY_MS) void tell();
    warned = false;
  };
  const look = () => {
    if (locked) return;
    lastSign = Math.max(lastSign, shared());
    const idle = (now() - lastSign) / MINUTE_MS;
    if (idle >= STAFF_IDLE_MINUTES) {
      lock(words.idleLocked, fill(words.idleLockedText, { idle: STAFF_IDLE_MINUTES }));
      void call(signOutStaff, { signedOut: "tell" }); // what a page asks by itself would keep the session alive
    } else if (idle >= WARN_MINUTES && !warned) warn();
    else if (idle < WARN_MINUTES && warned) {
      warned = false; // somebody is there, in another tab
      clearNotice();
    }
  };
  const warn = () => {
    warned = true;
    const button = element("button", { class: "btn", type: "button" }, words.idleStay);
    button.onclick = sign;
    const text = fill(words.idleText, { idle: WARN_MINUTES, left: STAFF_IDLE_MINUTES - WARN_MINUTES });
    showNotice(words.idleTitle, [text, button], "warn");
    scrollTo(0, 0);
  };
  const lock = (title: string, text: string) => {
    locked = true;
    byId("work").hidden = true;
    byId("where").hidden = true;
    byId("sign-out").hidden = true;
    byId("who").textContent = "";
    const again = element("a", { class: "btn", href: signInPath() }, words.idleAgain);
    showNotice(title, [...(text ? [text] : []), again], "warn");
  };

  share(lastSign);
  for (const event of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(event, sign, { passive: true });
  addEventListener("visibilitychange", look); // timers of a page in the background sleep
  setInterval(look, 10_000);
}

function share(at: number): void {
  try {
    localStorage.setItem(SHARED, String(at));
  } catch {
    // Then each tab counts for itself.
  }
}

function shared(): number {
  try {
    return Number(localStorage.getItem(SHARED) ?? 0);
  } catch {
    return 0;
  }
}
