// What waits at the desks of my places, the most urgent first, page by page.
import * as v from "valibot";
import { type ListedMatter, listMatters } from "../../../../shared/desk/contract.ts";
import { Receipt } from "../../../../shared/kernel/fields.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import type { DeskListWords } from "../../../messages/desk.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { transferListed } from "../../../messages/staff-transfer.ts";
import { clearNotice, showNotice, whenToTry } from "../../../notice.ts";
import { here, langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { enterStaff, type Here } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { readCalendar } from "../../transfers/working-days.ts";
import { todoOf } from "../transfer/todo.ts";
import { dueDay, dueTag } from "./due.ts";
import { keepPlace, placeIn } from "./place.ts";

const words = wordsOnPage<StaffWords & DeskListWords & Record<keyof typeof transferListed.zh, string>>();
const said: Record<string, string> = words;
const filters = byId("filters") as HTMLFormElement;
const selects = Array.from(filters.querySelectorAll("select"));
const receipt = byId("receipt") as HTMLInputElement;
const list = byId("tasks");
const more = byId("more");
const days = readCalendar();
let cursor: string | undefined;
let turn = 0;

void begin();

async function begin(): Promise<void> {
  const staff = await enterStaff(words, ["handler", "checker"]);
  if (!staff) return;
  offerRegions(staff);
  const asked = new URLSearchParams(location.search);
  for (const select of selects) select.value = asked.get(select.name) ?? "";
  filters.onchange = () => {
    const chosen = new URLSearchParams(Object.entries(choice()));
    history.replaceState(null, "", chosen.size > 0 ? `?${chosen}` : location.pathname);
    void read(true);
  };
  filters.onsubmit = (event) => {
    event.preventDefault();
    void read(true);
  };
  more.onclick = () => void read(false);
  list.onclick = ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link) keepPlace({ search: location.search, shown: String(list.childElementCount), href: link.href });
  };
  await goBack(placeIn(location.search));
}

/** To where they were, when they come back from a matter. */
async function goBack(place: ReturnType<typeof placeIn>): Promise<void> {
  await read(true);
  if (!place) return;
  while (cursor && list.childElementCount < place.shown) if (!(await read(false))) return;
  const link = Array.from(list.querySelectorAll("a")).find(({ href }) => href === place.href);
  link?.focus();
}

/** One's own places; who has the whole country chooses a province. */
function offerRegions({ grants }: Here): void {
  const own = grants.filter(({ role }) => role === "handler" || role === "checker").flatMap(({ regions }) => regions);
  const all: Record<string, string> = own.some(({ code }) => code === "100000")
    ? JSON.parse(filters.dataset["provinces"] ?? "{}")
    : Object.fromEntries(own.map(({ code, name }) => [code, name]));
  const codes = Object.keys(all);
  byId("region-field").hidden = codes.length < 2;
  byId("region").append(...codes.map((code) => element("option", { value: code }, all[code])));
}

const choice = (): Record<string, string> =>
  Object.fromEntries(selects.flatMap(({ name, value }) => (value ? [[name, value]] : [])));

/** As it stands on paper or is read out: in any case, with blanks or any dash. Undefined: nothing was asked for. */
function receiptTyped() {
  const typed = receipt.value.normalize("NFKC").replace(/[\s\p{Pd}]+/gu, "");
  return typed ? v.safeParse(Receipt, typed.match(/.{1,4}/g)?.join("-")) : undefined;
}

/** Whether it could be read. */
async function read(anew: boolean): Promise<boolean> {
  const mine = ++turn;
  if (anew) cursor = undefined;
  const sought = receiptTyped();
  if (sought && !sought.success) {
    list.replaceChildren();
    more.hidden = true;
    byId("state").textContent = "";
    showNotice(words.receiptUnread, [], "warn");
    return false;
  }
  byId("state").textContent = words.reading;
  const query = { ...choice(), ...(sought && { receipt: sought.output }), ...(cursor && { cursor }) };
  const asked = callStaff(listMatters, { query });
  const calendar = await days;
  const answer = await asked;
  if (mine !== turn) return false;
  clearNotice();
  byId("state").textContent = "";
  if (answer.is !== "value") {
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = () => void read(anew);
    if (anew) list.replaceChildren();
    const wait = answer.is === "outage" && whenToTry(answer.outage.retryAfterSeconds, words);
    if (answer.is === "problem") showNotice(words["problem.not-found"], [again], "warn");
    else showNotice(words.unread, [words.unreadText, ...(wait ? [wait] : []), again], "blind");
    return false;
  }
  const { tasks, today, narrow } = answer.value;
  cursor = answer.value.cursor;
  const rows = tasks.map((task) => rowOf(task, { today, calendar }));
  if (anew) list.replaceChildren();
  list.append(...rows);
  if (sought && cursor && list.childElementCount === 0) return read(false); // it may lie further down
  more.hidden = cursor === undefined || sought !== undefined;
  if (narrow) showNotice(words.narrow, [], "warn");
  else if (list.childElementCount === 0 && sought) showNotice(words.emptyReceipt, []);
  else if (list.childElementCount === 0)
    showNotice(words.empty, [Object.keys(choice()).length > 0 ? words.emptyFiltered : words.emptyText]);
  else byId("state").textContent = fill(words.shown, { n: list.childElementCount });
  if (!anew) rows[0]?.querySelector("a")?.focus(); // where the reader left off
  return true;
}

function rowOf(task: ListedMatter, on: Parameters<typeof dueTag>[1]): HTMLElement {
  const { name, receipt, place, transfer } = task;
  const called = calledIn(task);
  const hidden = element("span", { class: "vh" }, ` ${called} ${receipt ?? name}`);
  const [href, text] = wayTo(task);
  return element(
    "li",
    {},
    transfer?.state === "suspended"
      ? element("p", {}, element("span", { class: "tag off" }, fill(words.held, { day: dateIn(langOfPage(), task.dueAt) })))
      : element("p", {}, dueTag(task, on, words), element("br"), element("span", { class: "src" }, dueDay(task, words))),
    element(
      "div",
      {},
      element("h2", {}, called),
      element(
        "p",
        { class: "src" },
        element("span", { lang: "zh-CN" }, place.name),
        receipt && ` ${fill(words.receipt, { receipt })}`,
      ),
      transfer && element("p", {}, todoOf(transfer, said)),
      element("p", { class: "marks" }, ...marksOf(task)),
    ),
    element("p", {}, element("a", { href: here(href) }, text, hidden)),
  );
}

function calledIn({ what, kind, transfer }: ListedMatter): string | undefined {
  if (transfer) return said[transfer.kind];
  if (kind) return said[`kind.${kind}`];
  return what === "decide" || what === "do" ? said["kind.confidential"] : said[`what.${what}`];
}

/** Where it is handled, and how the way there is called. */
function wayTo({ what, name }: ListedMatter): [string, string] {
  if (what === "visit") return ["/staff/visits/review", words.toVisits];
  if (what === "call-back") return ["/staff/call-backs", words.toCalls];
  if (what === "transfer") return [`/staff/desk/transfer?transfer=${name}`, words.toTransfer];
  return [`/staff/desk/task?task=${name}`, words.open];
}

function marksOf({ what, deciders, first, taken, papers, doubtful, objected, transfer }: ListedMatter): HTMLElement[] {
  const tag = (text: string, look = "tag off") => element("span", { class: look }, text);
  const whose = taken?.mine
    ? tag(words.takenMine, "tag")
    : taken && tag(taken.by ? fill(words.takenBy, { name: taken.by }) : words.takenOther);
  return [
    what === "decide" && tag(first ? words.waitsFor2 : words.waitsFor1, "tag"),
    deciders === 2 && tag(words.ofTwo),
    whose,
    papers && tag(fill(words.papers, { n: papers })),
    doubtful && tag(words.doubtful, "tag warn"),
    objected && tag(words.objected, "tag warn"),
    transfer?.escalated && tag(words.escalated, "tag warn"),
  ].flatMap((mark) => mark || []);
}
