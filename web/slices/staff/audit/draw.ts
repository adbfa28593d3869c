import { compareHousehold, type LookSeen, type StaffLooks } from "../../../../shared/audit/contract.ts";
import { hasNoPaper, type Pattern } from "../../../../shared/audit/patterns.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { type AuditWords, dayOf, momentOf, whyOf } from "./words.ts";

const MOST_ROWS = 50;
const whoIn = ({ name, agency, workNumber }: StaffLooks, words: AuditWords) =>
  fill(words.by, { name, agency, number: workNumber });

function rowsBehind(looks: readonly LookSeen[], words: AuditWords): HTMLElement {
  const rows = looks
    .slice(0, MOST_ROWS)
    .map(({ at, record, ...look }) =>
      element("li", {}, fill(words.row, { time: momentOf(at), record, why: whyOf(look, words) })),
    );
  return element("details", {}, element("summary", {}, words.rows), element("ul", {}, ...rows));
}

export function drawPatterns(patterns: readonly Pattern[], words: AuditWords): void {
  const items = patterns.map((pattern) => {
    if (pattern.is !== "many-staff") {
      const { staff, looks } = pattern;
      const text = fill(words[`pattern.${pattern.is}`]!, { n: looks.length, who: whoIn(staff, words) });
      return element("li", {}, element("p", {}, text), rowsBehind(looks, words));
    }
    const { record, by } = pattern;
    const each = by.map(({ staff, looks }) => element("li", {}, whoIn(staff, words), rowsBehind(looks, words)));
    const text = fill(words["pattern.many-staff"]!, { n: by.length, record });
    return element(
      "li",
      {},
      element("p", {}, text),
      element("details", {}, element("summary", {}, words.rows), element("ul", {}, ...each)),
    );
  });
  byId("first").replaceChildren(...(items.length > 0 ? items : [element("li", {}, words.nothing)]));
}

export function drawEverybody(all: readonly StaffLooks[], window: { from: string; to: string }, words: AuditWords): void {
  const most = [...all].sort((a, b) => b.looks.length - a.looks.length);
  byId("none").hidden = all.length > 0;
  byId("none").textContent = words.nobody;
  byId("all").replaceChildren(...most.map((staff) => lineOf(staff, window, words)));
}

function lineOf(staff: StaffLooks, window: { from: string; to: string }, words: AuditWords): HTMLElement {
  const { looks, more } = staff;
  // Where there is no room for columns each cell says what it is.
  const labels = Array.from(document.querySelectorAll(".wide th[scope=col]"), ({ textContent }) => textContent ?? "");
  const [, times = "", paper = "", byDay = ""] = labels;
  const days = new Map<string, number>();
  for (const { at } of looks) days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + 1);
  const each = [...days].sort().map(([date, n]) => element("li", {}, fill(words.day, { n, date: dayOf(date) })));
  const compare = element("button", { class: "btn alt", type: "button" }, words.compare);
  const said = element("div", { role: "status" });
  compare.onclick = () => void compared(staff, window, compare, said, words);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, whoIn(staff, words), rowsBehind(looks, words), compare, said),
    element("td", { "data-label": times }, String(looks.length), more ? element("p", { class: "src" }, words.more) : undefined),
    element("td", { "data-label": paper }, String(looks.filter(hasNoPaper).length)),
    element("td", { "data-label": byDay }, element("ul", {}, ...each)),
  );
}

async function compared(
  staff: StaffLooks,
  { from, to }: { from: string; to: string },
  button: HTMLButtonElement,
  said: HTMLElement,
  words: AuditWords,
): Promise<void> {
  button.disabled = true;
  said.replaceChildren(element("p", {}, words.comparing));
  const answer = await callStaff(compareHousehold, { body: { staff: staff.staff, from: from as never, to: to as never } });
  button.disabled = false;
  if (answer.is !== "value") return said.replaceChildren(element("p", {}, words.unread));
  const { known, records } = answer.value;
  if (!known) return said.replaceChildren(element("p", {}, words.unknownHousehold));
  const looks = staff.looks.filter(({ record }) => records.includes(record));
  said.replaceChildren(
    element("p", {}, looks.length > 0 ? fill(words.household, { n: records.length, who: staff.name }) : words.noHousehold),
    ...(looks.length > 0 ? [rowsBehind(looks, words)] : []),
    element("p", { class: "src" }, words.compared),
  );
}
