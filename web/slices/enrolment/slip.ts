// The payment slip: what was chosen just now is followed until the register has it; then everything that waits for a payment.

import * as v from "valibot";
import { type JoiningView, type Offer, readOffer } from "../../../shared/enrolment/contract.ts";
import { Receipt } from "../../../shared/kernel/fields.ts";
import { readSubmission } from "../../../shared/submissions/contract.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { knownSays } from "../../messages/change-says.ts";
import type { schemesZh } from "../../messages/enrolment.ts";
import type { slipSays } from "../../messages/enrolment-slip.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clearNotice, showNotice, showUnread } from "../../notice.ts";
import { here } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsFor, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";
import { follow } from "../submissions/follow.ts";
import { keepReceipt } from "../submissions/kept.ts";
import { drawSlip } from "./slip-sheet.ts";

export type SlipWords = KitWords &
  Record<keyof typeof slipSays.zh | keyof typeof schemesZh | "problem.refused" | "retry", string> &
  Pick<typeof knownSays.zh, "limitedTitle" | "limitedText" | "limitedLink">;

const words = wordsOnPage<SlipWords>();
const child = new URLSearchParams(location.search).get("for") ?? "";
const wanted = v.safeParse(Receipt, location.hash.slice(1));

const link = (path: string, text: string) => element("p", {}, element("a", { href: here(path) }, text));
const joinAgain = () => link(`/enrolment`, words.join);

/** Until the register has it, and what came of it. */
function followReceipt(receipt: Receipt): void {
  keepReceipt(receipt);
  let said = "";
  follow(async (isLatest) => {
    const answer = await call(readSubmission, { params: { receipt } });
    if (!isLatest()) return true;
    if (answer.is === "outage") return false; // it is stored; the page looks again
    if (answer.is === "problem") {
      showSlips();
      return true;
    }
    const { status, findings, reason } = answer.value;
    const waiting = status === "received" || status === "queued";
    const toReceipt = link(`/submissions/receipt#${receipt}`, words.receiptLink);
    if (status !== said) {
      said = status;
      byId("opening").hidden = true;
      if (waiting) showNotice(words.receivedTitle, [fill(words.receivedText, { receipt })]);
      else if (status === "applied") showNotice(words.appliedTitle, [fill(words.appliedText, { receipt })]);
      else if (status === "in-review") showNotice(words.reviewTitle, [fill(words.reviewText, { receipt }), toReceipt]);
      else {
        const why = [...new Set(findings.map(({ code }) => wordsFor(code, words)))];
        showNotice(words.refusedTitle, [...why, reason ?? "", words.refusedText, joinAgain()].filter(Boolean), "warn");
      }
      byId("news").textContent = document.querySelector("#notice h2")?.textContent ?? "";
      if (!waiting) void showSlips();
    }
    return !waiting;
  });
}

async function showSlips(): Promise<void> {
  const answer = await call(readOffer, child ? { query: { for: child } } : {});
  byId("opening").hidden = true;
  if (answer.is === "outage") {
    showUnread(answer.outage, words);
    const again = element("button", { class: "btn", type: "button" }, words.retry);
    again.onclick = () => {
      clearNotice();
      void showSlips();
    };
    return void document.querySelector("#notice .note")!.append(again);
  }
  if (answer.is === "problem") {
    if (answer.type === "not-this-session") return showLimited(words);
    return showNotice(words.none, [words.noneText, joinAgain()]);
  }
  draw(answer.value);
}

const order = { late: 0, "to-pay": 1, stopped: 2, seen: 3 } as const;
const byUrgency = (one: JoiningView, other: JoiningView) => order[one.is] - order[other.is];

function draw(offer: Offer): void {
  const slips = [...offer.joinings].sort(byUrgency);
  const [title] = [document.querySelector("h1")!];
  if (slips.length === 0 && !wanted.success) showNotice(words.none, [words.noneText, joinAgain()]);
  byId("slips").replaceChildren(...slips.map((slip) => drawSlip(slip, offer, words)));
  byId("after").hidden = !slips.some(({ is }) => is === "to-pay" || is === "late");
  title.tabIndex = -1;
}

signedIn(words);
sayForWhom();
addEventListener("hashchange", () => location.reload());
byId("print").onclick = () => print();
for (const tool of Array.from(document.querySelectorAll<HTMLAnchorElement>("a.tool"))) tool.hash = location.hash;
if (wanted.success) followReceipt(wanted.output);
else void showSlips();
