// An agent's page around a form of the caller's. What the form asks goes below the agent's ticket (web/call.ts reads the frame's name),
// what is typed stays in this tab, and the band says for whom, on which ticket, and whether anything may be sent.
import { readActing } from "../../../shared/acting/contract.ts";
import { byId, element } from "../../dom.ts";
import { showNotice, showUnread } from "../../notice.ts";
import { here } from "../../paths.ts";
import { actingAt, actingPaths } from "../../staff/acting.ts";
import { callStaff } from "../../staff/call.ts";
import { enterStaff } from "../../staff/session.ts";
import { fill } from "../../words.ts";
import { offerCodes } from "./acting/consent.ts";
import { openFrame } from "./acting/frame.ts";
import { stayInTab } from "./acting/tab.ts";
import { nameOf, words } from "./acting/words.ts";

const begun = location.hash;
// Another form is opened anew; a jump within the page leaves the address as it was.
addEventListener("hashchange", () => (actingAt(location.hash) ? location.reload() : history.replaceState(null, "", begun)));
void open();

async function open(): Promise<void> {
  const wanted = actingAt(location.hash);
  const staff = await enterStaff(words, ["agent"]);
  const home = element("a", { class: "btn", href: here("/staff/console") }, words.toConsole);
  if (!staff) return;
  if (!wanted) return showNotice(words.notYours, [words.notYoursText, home], "warn");

  const { ticket } = wanted;
  const answer = await callStaff(readActing, { params: { ticket } });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") {
    if (answer.type === "not-this-session") return showNotice(words.level, [words.levelText, home], "warn");
    return showNotice(words.notYours, [words.notYoursText, home], "warn");
  }
  const { name, consent } = answer.value;
  byId("for").textContent = fill(words.for, { name, ticket });
  (byId("leave") as HTMLAnchorElement).href = here("/staff/console");
  const codes = offerCodes(ticket, consent);
  await stayInTab();
  const frame = openFrame(ticket, codes.used);
  byId("forms").replaceChildren(
    ...actingPaths.map((path) => {
      const link = element("a", { href: here(path) }, nameOf(path));
      link.onclick = (event) => {
        event.preventDefault();
        frame.show(path);
      };
      return link;
    }),
  );
  byId("band").hidden = false;
  frame.show(wanted.path);
}
