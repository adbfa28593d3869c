// Out with what is finished: when there is a network again, when the page is opened, and by the button.

import { type Answer, call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { showNotice } from "../../../notice.ts";
import { here } from "../../../paths.ts";
import { counted, type Item, isDue, type Shown, shownAs } from "../../../visits/item.ts";
import { noteVisit, readReceipts, readVisit, submitFound, submitVisitForm } from "../../../visits/routes.ts";
import { sendAll, type Went } from "../../../visits/send.ts";
import { withVisit } from "../../../visits/sheet.ts";
import { tabletShelf } from "../../../visits/shelf.ts";
import { fill } from "../../../words.ts";
import { changed, lookAgain, onChange, state, TAB, words } from "./state.ts";

let underway: Promise<Went> | undefined;
let went: Went = "all";

async function send({ kind, key, visit, body }: Item): Promise<Answer<{ receipt?: string; status?: string }>> {
  const asked = { params: { visit }, attemptKey: key, body, signedOut: "tell" } as const;
  if (kind === "form") return call(submitVisitForm, asked);
  if (kind === "found") return call(submitFound, asked);
  const answer = await call(noteVisit, asked);
  if (answer.is !== "value") return answer;
  state.copy = withVisit(state.copy, answer.value);
  await state.store?.keepList(state.copy);
  return { is: "value", value: { receipt: "-", status: "applied" } }; // a note needs no receipt of its own: here is the household
}

export async function sendOut(): Promise<void> {
  const { store } = state;
  if (!store || underway) return;
  const isAsked = state.items.some(isDue);
  underway = sendAll({ shelf: tabletShelf, store, tab: TAB, send, now: Date.now, changed: () => void lookAgain() });
  changed();
  went = await underway.catch(() => "stopped" as const);
  underway = undefined;
  if (went === "signed-out") state.net = "signed-out";
  else if (went === "stopped") state.net = navigator.onLine ? "on" : "off";
  else if (isAsked) state.net = "on";
  await lookAgain();
  if (state.net === "on" && navigator.onLine) await askAgain();
}

/** Finished: kept, and out with it if there is a network. Then the page says where it is. */
export async function sendNow(key: string): Promise<void> {
  showNotice(navigator.onLine ? words.sentNow : words.done, []);
  if (!navigator.onLine) return;
  await sendOut();
  const { stage, receipt = "" } = (await state.store?.item(key)) ?? { stage: "ready" };
  const title = stage === "received" ? fill(words.arrived, { receipt }) : stage === "refused" ? words.cameBack : words.done;
  showNotice(title, [], stage === "refused" ? "warn" : "");
}

/** Where households stand now, and what became of receipts that are not settled: asked of what this tablet has sent. */
async function askAgain(): Promise<void> {
  const { store } = state;
  const open = state.items.filter(({ kind, stage, status }) => kind !== "event" && stage === "received" && !isSettled(status));
  for (const visit of new Set(open.map((item) => item.visit))) {
    const asked = { params: { visit }, signedOut: "tell" } as const;
    const [now, receipts] = await Promise.all([call(readVisit, asked), call(readReceipts, asked)]);
    if (now.is === "value") state.copy = withVisit(state.copy, now.value.visit);
    if (receipts.is !== "value") continue; // the receipt is here all the same
    for (const { receipt, status } of receipts.value.forms) {
      const item = open.find((one) => one.receipt === receipt);
      if (item) await store?.change(item.key, (there) => (there && there.status !== status ? { ...there, status } : there));
    }
  }
  if (open.length === 0) return;
  await store?.keepList(state.copy);
  await lookAgain();
}
const isSettled = (status = "") => ["applied", "refused", "overtaken", "withdrawn"].includes(status);

const order: readonly Shown[] = ["here", "sent", "received", "applied", "refused"];
const marks: Record<Shown, string> = { here: "tag off", sent: "tag off", received: "tag", applied: "tag", refused: "tag warn" };

function netNow(due: number): string {
  if (underway) return words.sending;
  if (state.net === "signed-out") return due > 0 ? fill(words.signedOut, { n: due }) : words.signedOutNone;
  if (!navigator.onLine || state.net === "off") return words.offline;
  if (due > 0 && went === "stopped") return words.stopped;
  return due > 0 && went === "elsewhere" ? words.elsewhere : words.online;
}

/** The bar that is always there: how it stands with the network, and where the forms are. */
export function drawBar(): void {
  const forms = state.items.filter(({ kind }) => kind !== "event");
  const counts = counted(forms);
  const due = state.items.filter(isDue).length;
  const net = netNow(due);
  if (byId("net").textContent !== net) byId("net").textContent = net;
  byId("counts").replaceChildren(
    ...order.map((shown) =>
      element(
        "li",
        { class: counts[shown] > 0 ? marks[shown] : "tag off none" },
        `${words[`shown.${shown}`]} `,
        element("b", {}, String(counts[shown])),
      ),
    ),
  );
  byId("send").hidden = due === 0 || state.net === "signed-out";
  const away = byId("sign-in") as HTMLAnchorElement;
  away.hidden = state.net !== "signed-out";
  away.href = `${here("/staff/sign-in")}?return=${encodeURIComponent(location.pathname)}`;
  byId("colleagues").hidden = state.colleagues === 0;
  byId("colleagues").textContent = fill(words.colleagues, { n: state.colleagues });
}

/** In words, for one form. */
export function stateOf(item: Item): { text: string; mark: string } {
  const { stage, status, receipt } = item;
  const shown = shownAs(item);
  const text =
    stage === "filling" || stage === "ready" ? words[stage] : status === "in-review" ? words.review : words[`shown.${shown}`];
  return { text: receipt && receipt !== "-" ? `${text} ${receipt}` : text, mark: marks[shown] };
}

export function keepGoing(): void {
  onChange(drawBar);
  byId("send").onclick = () => void sendOut();
  addEventListener("online", () => {
    state.net = "on";
    void sendOut();
    changed();
  });
  addEventListener("offline", () => {
    state.net = "off";
    changed();
  });
  addEventListener("storage", ({ key }) => key === "visits" && void lookAgain());
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && navigator.onLine && void sendOut());
}
