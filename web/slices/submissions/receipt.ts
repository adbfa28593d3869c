// One submission and its life. Its number stands in the fragment of the address: it stays out of the logs of servers.
import * as v from "valibot";
import { Receipt } from "../../../shared/kernel/fields.ts";
import { readSubmission, type SubmissionView } from "../../../shared/submissions/contract.ts";
import { call } from "../../call.ts";
import { byId, element, withPhones } from "../../dom.ts";
import type { codeWords, items } from "../../messages/items.ts";
import type { KitWords } from "../../messages/kit.ts";
import type { limitedSays, receiptSays } from "../../messages/submissions.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { here, langOfPage } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsFor, wordsOnPage } from "../../words.ts";
import type { NextWords } from "../declaration/next.ts";
import { showLimited } from "../limited.ts";
import { inWords, reasonsIn } from "./asked.ts";
import { follow } from "./follow.ts";
import { keepReceipt, keptReceipt } from "./kept.ts";
import { clockNow } from "./moment.ts";
import { ended, trackOf } from "./track.ts";
import { offerWithdrawal } from "./withdrawal.ts";

export type ReceiptWords = KitWords &
  NextWords &
  Record<keyof typeof receiptSays.zh | keyof typeof limitedSays.zh | keyof typeof codeWords.zh, string> &
  Record<keyof typeof items.zh | "days" | "problem.refused", string>;
const words = wordsOnPage<ReceiptWords>();
const siteName = document.title.replace(document.querySelector("h1")!.textContent ?? "", "");
const parsed = v.safeParse(Receipt, location.hash.slice(1) || keptReceipt());

signedIn(words);
addEventListener("hashchange", () => location.reload());
if (parsed.success) open(parsed.output);
else showNothing();

function open(receipt: string): void {
  keepReceipt(receipt);
  history.replaceState(null, "", `#${receipt}`);
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>("a.tool"))) link.hash = receipt;
  byId("number").textContent = receipt;
  let shown: SubmissionView["status"] | undefined;
  let unread = false;
  const again = follow(async (isLatest) => {
    const answer = await call(readSubmission, { params: { receipt } });
    if (!isLatest()) return true;
    opened();
    if (answer.is === "problem") {
      if (answer.type === "not-this-session") showLimited(words);
      else showNothing();
      return true;
    }
    if (answer.is === "outage") {
      byId("receipt").hidden = false;
      if (!unread) showNotice(words.unread, [words.unreadText], "blind");
      unread = true;
      return false;
    }
    if (unread) clearNotice();
    unread = false;
    const view = answer.value;
    const elsewhere = pageFor(view);
    if (elsewhere) {
      location.replace(here(elsewhere));
      return true;
    }
    const isWhole = await draw(view);
    byId("receipt").hidden = false;
    byId("withdraw").hidden = !view.withdrawable || wish() !== "open";
    if (shown && shown !== view.status) byId("news").textContent = fill(words.now, { status: words[`h1.${view.status}`] });
    if (wish() === "sent" && shown !== view.status) clearNotice(); // there is the answer
    shown = view.status;
    return ended(view) && isWhole;
  });
  const wish = offerWithdrawal(receipt, words, again);
}

/** Asked and answered beside the look; moved step by step. */
function pageFor({ slice, status, receipt, for: whom }: SubmissionView): string | undefined {
  if (slice === "challenge") return "/access-log";
  return slice === "transfer" && status === "applied" ? `/transfers${whom ? `?for=${whom}` : ""}#${receipt}` : undefined;
}

/** Whether everything could be shown. */
async function draw(view: SubmissionView): Promise<boolean> {
  const { slice, status, findings, sender, delegate, for: whom } = view;
  const [why, following] = await Promise.all([
    fetched<Why>("why", findings.length > 0 || sender !== undefined || delegate !== undefined),
    fetched<Following>("following", slice === "declaration" && !["refused", "overtaken", "withdrawn"].includes(status)),
  ]);
  const title = words[`h1.${view.status}`];
  document.querySelector("h1")!.textContent = title;
  document.title = title + siteName;
  // Of somebody else nothing is told, not even whether the register knows them.
  const lead = view.item === "death" && view.status === "applied" ? "death" : view.status;
  byId("lead").textContent = words[`lead.${lead}`];
  const names: Record<string, string> = words;
  const item = names[view.item] ?? view.item;
  const told = view.slice === "declaration" ? words.declared : words.asked;
  byId("asked").textContent = fill(told, { item, asked: inWords(view.asked.replace(`${view.item} `, ""), words) });
  if (sender && why && why !== "lost") byId("asked").append(element("br"), ...withPhones(why.sentBy(sender, langOfPage())));
  if (delegate && !whom && why && why !== "lost") byId("asked").append(element("br"), why.sentByDelegate(delegate, langOfPage()));
  const print = byId("print") as HTMLAnchorElement;
  const [page, label] =
    { enrolment: ["/enrolment/slip", "slip"], duplicate: ["/duplicates/letter", "letter"] }[slice as string] ?? [];
  print.hidden = slice !== "registration" && !page;
  if (page) print.pathname = here(page);
  if (label) print.textContent = names[label] ?? "";
  print.search = whom && page === "/duplicates/letter" ? `?for=${whom}` : "";
  print.hash = view.receipt;
  byId("track").replaceChildren(...trackOf(view, words, Date.now()));
  byId("as-of").textContent = fill(ended(view) ? words.ended : words.asOf, { time: clockNow() });
  drawWhy(view, why);
  drawFollowing(view, following);
  return why !== "lost" && following !== "lost";
}

let losses = 0;
type Why = typeof import("../why.ts");
type Following = typeof import("../following.ts");

/** What most receipts never need comes in files of its own, before anything is drawn: nothing jumps. */
async function fetched<Module>(id: string, isNeeded: boolean): Promise<Module | "lost" | undefined> {
  if (!isNeeded) return undefined;
  const module: Promise<Module> = import(`${byId(id).dataset["then"]}?${losses || ""}`); // browsers remember a failure
  return module.catch(() => {
    losses += 1;
    return "lost";
  });
}

/** What follows from a declared reason: what we do and by when, what can be done now, when we ask again. */
function drawFollowing({ asked, item, expires }: SubmissionView, following: Following | "lost" | undefined): void {
  byId("following").hidden = !following;
  if (following)
    byId("follows").replaceChildren(
      following === "lost" ? words.unreadText : following.drawNext({ codes: reasonsIn(asked), insurance: item, expires }, words),
    );
}

/** Why it was not done, what the desk wrote, and what to do next. Where the words cannot be had, 12333 has them. */
function drawWhy({ slice, status, findings, reason, item, for: whom }: SubmissionView, told: Why | "lost" | undefined): void {
  const says = { ...words, ...(told && told !== "lost" && told.findings[langOfPage()]) };
  const why = [...new Set(findings.map(({ code }) => wordsFor(code, says)))];
  const next = status === "refused" ? words.nextRefused : status === "overtaken" && words.nextOvertaken;
  const said = [...why, reason && fill(words.deskSays, { reason })].filter((text): text is string => Boolean(text));
  byId("why").replaceChildren();
  if (said.length === 0 && !next) return;
  const forms: Record<string, string> = {
    declaration: `/declaration?insurance=${item}`,
    registration: "/registration",
    newborn: "/registration/child",
    newcomer: "/registration/new",
    enrolment: "/enrolment",
    duplicate: "/duplicates",
    transfer: "/transfer",
    "transfer-step": "/transfers",
  };
  const form = (forms[slice] ?? `/change/${item}`) + (whom && slice === "duplicate" ? `?for=${whom}` : "");
  const link = next && element("a", { href: here(form) }, slice === "declaration" ? words.toDeclare : words.toChange);
  byId("why").append(
    element(
      "div",
      { class: status === "refused" ? "note warn" : "note" },
      element("h2", {}, words.why),
      ...said.map((text) => element("p", {}, ...withPhones(text))),
      next && element("p", {}, ...withPhones(next)),
      link && element("p", {}, link),
    ),
  );
}

/** The words about waiting are over. All comes at once: nothing jumps. */
function opened(): void {
  byId("opening").hidden = true;
  byId("acts").hidden = false;
}

function showNothing(): void {
  opened();
  showNotice(words.noReceipt, [words.noReceiptText]);
}
