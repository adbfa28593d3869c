// My transfers: what was applied for just now is followed until it is there; then all of them, those on their way first.

import * as v from "valibot";
import { Receipt } from "../../shared/kernel/fields.ts";
import type { WorkingCalendar } from "../../shared/kernel/working-days.ts";
import { seeApplication, seeTransfers, type TransferSeen } from "../../shared/transfer/seen.ts";
import { sayForWhom } from "../acting-for.ts";
import { call } from "../call.ts";
import { byId, element } from "../dom.ts";
import { dateIn } from "../lang.ts";
import { clearNotice, showNotice } from "../notice.ts";
import { here, langOfPage } from "../paths.ts";
import { signedIn } from "../signed-in.ts";
import { fill, wordsFor, wordsOnPage } from "../words.ts";
import { showLimited } from "./limited.ts";
import { follow } from "./submissions/follow.ts";
import { drawTransfer } from "./transfers/draw.ts";
import type { TransfersWords } from "./transfers/words.ts";
import { readCalendar } from "./transfers/working-days.ts";

const words = wordsOnPage<TransfersWords>();
const child = new URLSearchParams(location.search).get("for") ?? "";
const wanted = v.safeParse(Receipt, location.hash.slice(1));
const SLOW_MS = 2000;
const calendar = readCalendar();
const link = (path: string, text: string) => element("p", {}, element("a", { class: "btn", href: here(path) }, text));

/** What stood there when something was sent: until it is another, the page looks again. */
let seen = "";
let isAwaited = false;
/** What was applied for is not there yet, and the page says so. */
let isComing = false;
let unread = false;

async function look(): Promise<boolean> {
  const slow = setTimeout(
    () => {
      unread = true; // what this says is over once it is read
      showNotice(words.slowTitle, [words.slowText]);
    },
    seen ? 15_000 : SLOW_MS,
  );
  const [answer, days] = await Promise.all([call(seeTransfers, child ? { query: { for: child } } : {}), calendar]);
  clearTimeout(slow);
  byId("opening").hidden = true;
  byId("acts").hidden = false;
  if (answer.is === "problem") {
    if (answer.type === "not-this-session") showLimited(words);
    else showNotice(words.notFound, [words.notFoundText]);
    return true;
  }
  if (answer.is === "outage") {
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = () => lookAgain();
    showNotice(words.unread, [words.unreadText, again], "blind");
    unread = true;
    return !isAwaited;
  }
  if (unread) clearNotice();
  unread = false;
  const { transfers, today, places } = answer.value;
  const now = transfers.map(({ receipt, trail }) => receipt + trail.length).join();
  if (now !== seen) {
    if (seen || isAwaited || isComing) clearNotice();
    byId("news").textContent = seen || isComing ? words.news : "";
    isComing = false;
    const place = (division: string) => places.find((one) => one.division === division)?.name ?? division;
    draw(transfers, today, days, place);
    isAwaited = false;
  }
  seen = now;
  if (transfers.some(({ receipt }) => wanted.success && receipt === wanted.output)) return !isAwaited;
  if (wanted.success) return followApplication(wanted.output);
  byId("acts").hidden = transfers.length === 0;
  if (transfers.length === 0) showNotice(words.emptyTitle, [words.emptyText, link("/transfer", words.try)]);
  return !isAwaited;
}

/** Not there yet, or refused by the worker, which asks all rules once more. */
async function followApplication(receipt: string): Promise<boolean> {
  const answer = await call(seeApplication, { params: { receipt } });
  if (answer.is !== "value") return answer.is === "problem"; // it is stored; the page looks again
  const { status, findings } = answer.value;
  if (status === "refused") {
    const said = { ...words, ...(await acts().catch(() => undefined))?.findings };
    const why = [...new Set(findings.map(({ code }) => wordsFor(code, said)))];
    showNotice(words.refusedTitle, [...why, words.refusedText, link("/transfer", words.toTransfer)], "warn");
    return true;
  }
  isComing = true;
  showNotice(words.receivedTitle, [fill(words.receivedText, { receipt })]);
  return false;
}

function draw(
  transfers: readonly TransferSeen[],
  today: Parameters<typeof drawTransfer>[1],
  days: WorkingCalendar | undefined,
  place: (division: string) => string,
): void {
  const shown = transfers.map((view) => {
    const told = { view, words, place };
    const drawn = drawTransfer(told, today, days);
    if (view.may.length > 0) offerActs(view, drawn).catch(() => offerReload(drawn));
    return drawn;
  });
  byId("transfers").replaceChildren(...shown);
  byId("as-of").textContent = fill(words.asOf, { date: dateIn(langOfPage(), today) });
  byId("asked").hidden = shown.length === 0;
}

type Acts = typeof import("./transfers/acts-zh.ts");
let losses = 0;

/** What can be done about one comes in a file of its own: most who look have nothing to do. */
function acts(): Promise<Acts> {
  const module: Promise<Acts> = import(`${byId("transfers").dataset["then"]}?${losses || ""}`);
  return module.catch((error) => {
    losses += 1; // browsers remember a failure
    throw error;
  });
}

async function offerActs(view: TransferSeen, drawn: HTMLElement): Promise<void> {
  const sent = () => {
    isAwaited = true;
    lookAgain();
  };
  const { actsFor } = await acts().catch(acts);
  drawn.append(...actsFor({ view, child, sent }));
}

function offerReload(drawn: HTMLElement): void {
  const again = element("button", { class: "btn alt", type: "button" }, words.again);
  again.onclick = () => location.reload();
  drawn.append(element("div", { class: "acts" }, again));
}

signedIn(words);
sayForWhom();
addEventListener("hashchange", () => location.reload());
for (const tool of Array.from(document.querySelectorAll<HTMLAnchorElement>("a.tool"))) tool.hash = location.hash;
const lookAgain = follow(look);
