// Who looked at my record. The newest come first and are shown at once; what checks them comes after, and reads the others.
import { type AccessLog, type Logged, readAccessLog } from "../../shared/access-log/contract.ts";
import { type Answer, call } from "../call.ts";
import { byId, element } from "../dom.ts";
import { dateIn } from "../lang.ts";
import { clearNotice, showNotice } from "../notice.ts";
import { langOfPage } from "../paths.ts";
import { signedIn } from "../signed-in.ts";
import { fill, wordsOnPage } from "../words.ts";
import { offerChildren } from "./access-log/children.ts";
import { rowOf } from "./access-log/row.ts";
import { kindOf, lookIn, type Words } from "./access-log/words.ts";
import { showLimited } from "./limited.ts";

export type Read = (query: Record<string, string>) => Promise<Answer<AccessLog>>;
type Checking = typeof import("./access-log/zh.ts");

const words = wordsOnPage<Words>();
const SLOW_MS = 2000;
const SHOWN = 20;
const who = byId("pick-who") as HTMLSelectElement;
const purpose = byId("pick-purpose") as HTMLSelectElement;
const month = byId("pick-month") as HTMLSelectElement;
let child: string | undefined;
let rows: Logged[] = [];
let shown = SHOWN;
let turn = 0;

byId("opening").remove();
signedIn(words);
for (const name of ["others", "staff", "family", "own"] as const)
  who.append(element("option", { value: name }, words[`who.${name}`]));
who.append(element("option", { value: "" }, (byId("pick-month") as HTMLSelectElement).options[0]!.text));
for (const pick of [who, purpose, month])
  pick.onchange = () => {
    shown = SHOWN;
    draw();
  };
byId("more").onclick = () => {
  const first = shown;
  shown += SHOWN;
  draw();
  const next = byId("rows").children[first] as HTMLElement | undefined;
  next?.setAttribute("tabindex", "-1");
  next?.focus(); // where the reader left off
};
offerChildren(words, (ref, name) => {
  child = ref;
  byId("whose").textContent = name ? fill(words.ofChild, { name }) : "";
  void open();
});
void open();

async function open(): Promise<void> {
  const mine = ++turn;
  const read: Read = (query) => call(readAccessLog, { query: { ...query, ...(child && { for: child }) } });
  const slow = setTimeout(() => showNotice(words.slowTitle, [words.slowText]), SLOW_MS);
  const answer = await read({});
  clearTimeout(slow);
  if (mine !== turn) return;
  clearNotice();
  if (answer.is === "problem" && answer.type === "not-this-session") return showLimited(words);
  if (answer.is !== "value") {
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = () => void open();
    return showNotice(words.unread, [words.unreadText, again], "blind");
  }
  rows = answer.value.rows;
  shown = SHOWN;
  byId("log").hidden = false;
  draw();
  await check(mine, read, answer.value);
}

/** In a file of its own, after the list is there. */
async function check(mine: number, read: Read, first: AccessLog): Promise<void> {
  const place = byId("check");
  try {
    const checking: Checking = await import(place.dataset["then"]!);
    const all = await checking.check(first, read, child, (result) => mine === turn && place.replaceChildren(...result));
    if (mine !== turn) return;
    rows = all;
    draw();
  } catch {
    if (mine === turn) place.replaceChildren(element("p", {}, words.uncheckable));
  }
}

function draw(): void {
  const looks = rows.map((row) => ({ row, look: lookIn(row), kind: kindOf(row) }));
  looks.sort((a, b) => ((a.row.at ?? a.row.link?.day ?? "") < (b.row.at ?? b.row.link?.day ?? "") ? 1 : -1));
  const count = (kind: string) => looks.filter((one) => one.kind === kind).length;
  byId("sum").textContent = fill(words.sum, { staff: count("staff"), family: count("family"), own: count("own") });
  const purposes = new Set(looks.flatMap(({ look }) => look.purpose ?? []));
  const months = new Set(looks.flatMap(({ row }) => row.at?.slice(0, 7) ?? []));
  offer(purpose, [...purposes], (one) => words[`why.${one}`] ?? one);
  offer(month, [...months], (one) => dateIn(langOfPage(), one));

  const picked = looks.filter(
    ({ row, look, kind }) =>
      (who.value === "others" ? kind !== "own" : !who.value || kind === who.value) &&
      (!purpose.value || look.purpose === purpose.value) &&
      (!month.value || row.at?.startsWith(month.value)),
  );
  byId("rows").replaceChildren(...picked.slice(0, shown).map(({ row }) => rowOf(row, words, child)));
  byId("more").hidden = picked.length <= shown;
  const plain = who.value === "others" && !purpose.value && !month.value;
  byId("nothing").hidden = picked.length > 0;
  byId("nothing").replaceChildren(
    element("h2", {}, plain ? words.emptyTitle : words.none),
    element("p", {}, plain ? words.emptyText : words.noneText),
  );
}

/** What there is to choose, each once; what was chosen stays. */
function offer(pick: HTMLSelectElement, values: string[], name: (value: string) => string): void {
  const chosen = pick.value;
  while (pick.options.length > 1) pick.remove(1);
  pick.append(...values.sort().map((value) => element("option", { value }, name(value))));
  pick.value = chosen;
}
