import { signOut } from "../shared/session/contract.ts";
import { call } from "./call.ts";
import { byId } from "./dom.ts";
import { watchIdle } from "./idle.ts";
import type { KitWords } from "./messages/kit.ts";
import { showUnread } from "./notice.ts";
import { here } from "./paths.ts";

/** For pages behind the sign-in: the sign-out button works, and the session is watched. */
export function signedIn(words: KitWords): void {
  const button = byId("sign-out");
  button.hidden = false;
  button.onclick = async () => {
    const answer = await call(signOut, { signedOut: "tell" });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    try {
      sessionStorage.clear(); // drafts and attempts are the person's who leaves
    } catch {
      // Nothing was kept.
    }
    location.assign(here("/"));
  };
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // the back button shows no old record
  watchIdle(words);
}
