// Where somebody is signed in now, and an end to it.
import { endSessionOf, type GrantShown, listSessionsOf } from "../../../../shared/security/contract.ts";
import { element } from "../../../dom.ts";
import { showNotice, showUnread } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { momentText } from "../moment-text.ts";
import { words } from "./words.ts";

export async function showSessions(staff: GrantShown["staffId"], below: HTMLElement): Promise<void> {
  const answer = await callStaff(listSessionsOf, { params: { staff } });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") return showNotice(words.gone, [], "warn");
  const lines = answer.value.sessions.map(({ sessionId, startedAt, seenAt }) => {
    const end = element("button", { class: "btn alt", type: "button" }, words.endSession);
    end.onclick = async () => {
      const ended = await callStaff(endSessionOf, { params: { staff, session: sessionId } });
      if (ended.is === "outage") return showUnread(ended.outage, words);
      showNotice(ended.is === "value" ? words.sessionEnded : words.gone, []);
      await showSessions(staff, below);
    };
    return element("li", { class: "row" }, fill(words.session, { start: momentText(startedAt), seen: momentText(seenAt) }), end);
  });
  below.replaceChildren(element("ul", { class: "list" }, ...(lines.length > 0 ? lines : [element("li", {}, words.noSessions)])));
}
