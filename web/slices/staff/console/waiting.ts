// Between two calls: what is open, the most urgent first, and who waits to be called back. No record is looked at for it.
import { listCallBacks, listTickets } from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { here } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { blind } from "./ask.ts";
import type { Call } from "./call.ts";
import { pane, paragraph } from "./draw.ts";
import { named } from "./words.ts";

const MOST = 10;

export async function drawWaiting({ words, lang, today }: Pick<Call, "words" | "lang" | "today">): Promise<void> {
  byId("waiting").hidden = false;
  const [tickets, callBacks] = await Promise.all([callStaff(listTickets, {}), callStaff(listCallBacks, {})]);
  if (tickets.is !== "value" || callBacks.is !== "value") {
    const outage = tickets.is === "outage" ? tickets.outage : callBacks.is === "outage" ? callBacks.outage : undefined;
    if (outage) byId("waiting").replaceChildren(blind(outage, words, true));
    return;
  }
  const rows = tickets.value.tickets.slice(0, MOST).map(({ ticket, category, state, dueAt, provisional, mine }) => {
    const late = dueAt !== undefined && dueAt <= today();
    const due = dueAt && element("time", { datetime: dueAt }, dateIn(lang, dueAt));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, element("a", { href: `${here("/staff/ticket")}?no=${ticket}` }, ticket)),
      element("td", {}, category ? named(words, "category", category) : words.ticket),
      element("td", {}, named(words, "state", state), mine ? words.isMine : words.isNobodys),
      element("td", late ? { class: "hot" } : {}, due, late && ` ${words.hurry}`, provisional && ` ${words.provisional}`),
    );
  });
  const head = [words.ticket, words.category, words.where, words.untilWhen].map((text) => element("th", { scope: "col" }, text));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  const count = callBacks.value.callBacks.length;
  const toCallBacks = element("a", { class: "btn alt", href: here("/staff/call-backs") }, fill(words.toCallBacks, { n: count }));
  const open = pane("open-tickets", words.openTickets, rows.length > 0 ? table : paragraph(words.noTickets, "end"));
  open.classList.add("scroll");
  if (rows.length > 0) open.tabIndex = 0;
  const back = pane(
    "to-call",
    words.callBacksTitle,
    paragraph(count > 0 ? fill(words.callBacksWait, { n: count }) : words.noCallBacks),
    count > 0 && toCallBacks,
  );
  byId("waiting").replaceChildren(open, back);
}
