// A form that was sent, as the official table on one A4 page. Its receipt stands in the fragment: it stays out of the logs.

import * as v from "valibot";
import { Receipt } from "../../../shared/kernel/fields.ts";
import { readSentAs } from "../../../shared/registration/seen.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { KitWords } from "../../messages/kit.ts";
import type { printSays } from "../../messages/registration-print.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";
import { keepReceipt, keptReceipt } from "../submissions/kept.ts";
import { filledIn, Printed, titleOf } from "./filled.ts";
import { headLine, notes, notesTitle, numberLine, rows } from "./official-form.ts";
import { drawCell, drawTable } from "./paper.ts";
import { pathOf, qrOf } from "./qr.ts";

const words = wordsOnPage<KitWords & Record<keyof typeof printSays.zh, string>>();
const MUCH = 200; // characters on the lines: more of them are set smaller, so that it stays one page
const parsed = v.safeParse(Receipt, location.hash.slice(1) || keptReceipt());

signedIn(words);
sayForWhom();
byId("print").onclick = () => print();
byId("paper").tabIndex = 0; // on a phone it is wider than the page, and is moved sideways by keys too
if (parsed.success) void open(parsed.output);
else showNothing();

async function open(receipt: string): Promise<void> {
  keepReceipt(receipt);
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>("a.tool"))) link.hash = receipt;
  (byId("follow") as HTMLAnchorElement).href = `${here("/submissions/receipt")}#${receipt}`;
  byId("opening").hidden = false;
  clearNotice();
  const answer = await call(readSentAs(Printed), { params: { receipt } });
  byId("opening").hidden = true;
  if (answer.is === "value") return draw(answer.value);
  if (answer.is === "problem") return answer.type === "not-this-session" ? showLimited(words) : showNothing();
  const again = element("button", { class: "btn", type: "button" }, words.again);
  again.onclick = () => void open(receipt);
  showNotice(words.unread, [words.unreadText, again], "blind");
}

function draw(printed: Printed): void {
  const filled = filledIn(printed);
  const length = Object.values(filled.texts).reduce((sum, text) => sum + text.length, 0);
  byId("paper").classList.toggle("tight", length > MUCH);
  byId("title").textContent = titleOf(printed);
  byId("where").replaceChildren(...drawCell(headLine, filled, words));
  byId("number").replaceChildren(...drawCell(numberLine, filled, words));
  byId("rows").replaceChildren(...drawTable(rows, filled, words));
  byId("fine").replaceChildren(element("p", {}, notesTitle), element("ol", {}, ...notes.map((note) => element("li", {}, note))));
  byId("modules").setAttribute("d", pathOf(qrOf(printed.receipt)));
  byId("qr").textContent = fill(words.qr, { receipt: printed.receipt });
  byId("paper").hidden = byId("acts").hidden = false;
}

function showNothing(): void {
  byId("opening").hidden = true;
  showNotice(words.noReceipt, [words.noReceiptText]);
}
