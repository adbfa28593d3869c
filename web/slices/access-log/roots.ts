// What was published of the last days, for everybody: of this month and the one before.
import type { Root } from "../../../shared/access-log/chain.ts";
import { readRoots } from "../../../shared/access-log/contract.ts";
import { clockAt } from "../../../shared/kernel/calendar.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { accessLogRootsSays } from "../../messages/access-log-roots.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";

const words = wordsOnPage<KitWords & Record<keyof typeof accessLogRootsSays.zh, string>>();
const SHOWN = 30;

byId("opening").remove();
void read();

async function read(): Promise<void> {
  clearNotice();
  const today = clockAt(Date.now());
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const earlier = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
  const roots: Root[] = [];
  for (const one of [earlier, today.slice(0, 7)]) {
    const answer = await call(readRoots, { params: { month: one } });
    if (answer.is !== "value") {
      const again = element("button", { class: "btn", type: "button" }, words.again);
      again.onclick = () => void read();
      return showNotice(words.unread, [words.unreadText, again], "blind");
    }
    roots.push(...answer.value.roots);
  }
  if (roots.length === 0) return showNotice(words.none, [words.noneText]);
  byId("sheet").hidden = false;
  byId("roots").replaceChildren(...roots.reverse().slice(0, SHOWN).map(rowOf));
}

function rowOf({ day, heads, root, algorithm }: Root): HTMLLIElement {
  const title = fill(words.day, { n: heads, date: dateIn(langOfPage(), day) });
  return element(
    "li",
    {},
    element("p", { class: "src" }, algorithm),
    element("div", {}, element("h3", {}, title), element("p", { class: "num" }, root.replace(/(.{8})/g, "$1 ").trim())),
  );
}
