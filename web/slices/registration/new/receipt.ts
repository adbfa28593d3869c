// What became of a first registration. The session sees nothing else; it ends here.
import * as v from "valibot";
import { Receipt } from "../../../../shared/kernel/fields.ts";
import { readSubmission, type SubmissionView } from "../../../../shared/submissions/contract.ts";
import { call } from "../../../call.ts";
import { byId, element, withPhones } from "../../../dom.ts";
import type { newReceiptSays } from "../../../messages/newcomer.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { here } from "../../../paths.ts";
import { signedIn } from "../../../signed-in.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { follow } from "../../submissions/follow.ts";
import { keepReceipt, keptReceipt } from "../../submissions/kept.ts";
import { clockNow } from "../../submissions/moment.ts";
import type { ReceiptWords } from "../../submissions/receipt.ts";
import { ended, trackOf } from "../../submissions/track.ts";
import { offerWithdrawal } from "../../submissions/withdrawal.ts";
import { dropAsked } from "./kept.ts";

const words = wordsOnPage<ReceiptWords & Record<keyof typeof newReceiptSays.zh, string>>();
const siteName = document.title.replace(document.querySelector("h1")!.textContent ?? "", "");
const parsed = v.safeParse(Receipt, location.hash.slice(1) || keptReceipt());

signedIn(words);
dropAsked(); // sent: who comes back says anew who it is about
byId("out").onclick = () => byId("sign-out").click();
if (parsed.success) open(parsed.output);
else showNothing();

function open(receipt: string): void {
  keepReceipt(receipt);
  history.replaceState(null, "", `#${receipt}`);
  document.querySelector<HTMLAnchorElement>("a.tool")!.hash = receipt;
  byId("number").textContent = receipt;
  let shown: SubmissionView["status"] | undefined;
  let unread = false;
  const again = follow(async (isLatest) => {
    const answer = await call(readSubmission, { params: { receipt } });
    if (!isLatest()) return true;
    opened();
    if (answer.is === "problem") {
      showNothing();
      return true;
    }
    byId("receipt").hidden = false;
    if (answer.is === "outage") {
      if (!unread) showNotice(words.unread, [words.unreadText], "blind");
      unread = true;
      return false;
    }
    if (unread) clearNotice();
    unread = false;
    const view = answer.value;
    draw(view);
    byId("withdraw").hidden = !view.withdrawable || wish() !== "open";
    if (shown && shown !== view.status) byId("news").textContent = fill(words.now, { status: words[`h1.${view.status}`] });
    if (wish() === "sent" && shown !== view.status) clearNotice();
    shown = view.status;
    return ended(view);
  });
  const wish = offerWithdrawal(receipt, words, again);
}

function draw(view: SubmissionView): void {
  const title = words[`h1.${view.status}`];
  document.querySelector("h1")!.textContent = title;
  document.title = title + siteName;
  byId("lead").textContent = view.status === "applied" ? words.done : words[`lead.${view.status}`];
  byId("asked").textContent = view.asked;
  byId("track").replaceChildren(...trackOf(view, words, Date.now()));
  byId("as-of").textContent = fill(ended(view) ? words.ended : words.asOf, { time: clockNow() });
  byId("following").hidden = ended(view);
  drawNext(view);
}

/** Where to go now; of a refusal also what the desk wrote. */
function drawNext({ status, reason }: SubmissionView): void {
  const link = (path: string, text: string) => element("p", {}, element("a", { href: here(path) }, text));
  const signIn = link("/sign-in", words.signIn);
  byId("why").replaceChildren();
  if (status === "applied" || status === "withdrawn")
    byId("why").append(status === "applied" ? signIn : link("/registration/new", words.again));
  if (status !== "refused") return;
  byId("why").append(
    element(
      "div",
      { class: "note warn" },
      element("h2", {}, words.why),
      element("p", {}, words.turned),
      reason && element("p", {}, ...withPhones(fill(words.deskSays, { reason }))),
      element("p", {}, ...withPhones(words.turnedNext)),
      signIn,
      link("/phone-replacement", words.replace),
      link("/registration/new", words.again),
    ),
  );
}

function opened(): void {
  byId("opening").hidden = true;
  byId("acts").hidden = false;
}

function showNothing(): void {
  opened();
  showNotice(words.noReceipt, [words.noReceiptText]);
}
