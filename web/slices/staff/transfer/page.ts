// One transfer, for the agencies that act on it. Its name in the address is sealed: it says nothing of anybody.
import { openStaffTransfer, readStaffTransferEvidence, type StaffTransfer } from "../../../../shared/transfer/staff.ts";
import { byId, element } from "../../../dom.ts";
import { setTitle } from "../../../errors.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { enterStaff } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { drawTransfer } from "../../transfers/draw.ts";
import { readCalendar } from "../../transfers/working-days.ts";
import { openedFrom } from "../desk/opened.ts";
import { drawPieces, type PaperWords } from "../desk/papers.ts";
import { leadBack } from "../desk/place.ts";
import { drawAct } from "./act.ts";
import { drawHands } from "./hands.ts";
import { actIn, type Page, type Words } from "./words.ts";

const words = wordsOnPage<Words>();
const said: Record<string, string> = words;
const siteName = document.title.slice(document.querySelector("h1")!.textContent!.length);
const page: Page = { words, said, name: new URLSearchParams(location.search).get("transfer") ?? "", reload: open };
/** Words of papers have their own names here (StaffTransfer.astro): a transfer has a turn too. */
const PAPERS = "papers.";
const paperWords = Object.fromEntries(
  Object.keys(said)
    .filter((name) => name.startsWith(PAPERS))
    .map((name) => [name.slice(PAPERS.length), said[name]]),
) as PaperWords;
const calendar = readCalendar();

/** What was sent is in the register within seconds; each look is written down, so it is not asked for ever. */
const LOOK_AGAIN_MS = [1500, 2000, 3000, 5000, 10_000, 20_000];
/** What stood there when something was sent: until it is another, the page says that it is on its way and looks again. */
let awaited = "";
let shown = "";
let looks = 0;
/** By what the form was drawn last. */
let acting = "";

leadBack();
void begin();

async function begin(): Promise<void> {
  if (await enterStaff(words, ["handler"])) await open();
}

/** `news`: what has just been done, or came to nothing; it stays on the page. `isSent`: until it is another, the page looks again. */
async function open(news?: readonly [title: string, text?: string], isSent = false): Promise<void> {
  if (news) {
    looks = 0;
    awaited = isSent ? shown : "";
    if (isSent) byId("act").replaceChildren(); // nothing is sent twice
    showNotice(news[0], news[1] ? [news[1]] : []);
    byId("notice").scrollIntoView({ block: "start" });
  } else if (!awaited) showNotice(words.reading, []);
  const [answer, days] = await Promise.all([callStaff(openStaffTransfer, { params: { transfer: page.name } }), calendar]);
  const view = openedFrom(answer, words);
  if (!view) return;
  shown = `${view.transfer.trail.length} ${view.refused?.at}`;
  const isOnItsWay = view.underway.length > 0 || shown === awaited;
  const again = isOnItsWay ? LOOK_AGAIN_MS[looks++] : undefined;
  draw(view, days, again !== undefined);
  if (!news && !awaited) clearNotice(); // that it is being read
  if (again !== undefined) {
    awaited ||= shown;
    setTimeout(() => void open(), again);
  } else if (awaited) {
    awaited = "";
    clearNotice();
    byId("act-title").tabIndex = -1;
    byId("act-title").focus();
  }
}

/** `waits`: what was sent is not there yet. */
function draw(view: StaffTransfer, days: Awaited<typeof calendar>, waits: boolean): void {
  const { transfer, places, today, person, sides, evidence } = view;
  const place = (division: string) => places.find((one) => one.division === division)?.name ?? division;
  byId("matter").hidden = false;
  const title = words[transfer.kind];
  document.querySelector("h1")!.textContent = title;
  setTitle(title + siteName);
  const about = [...sides.map((side) => words[`side.${side}`]), transfer.escalated && words.superior];
  byId("head").replaceChildren(...about.map((text) => element("span", { class: "tag" }, text || "")).filter(hasText));
  const drawn = drawTransfer({ view: transfer, words, place }, today, days);
  drawn.className = "pane parcel";
  byId("parcel").replaceChildren(drawn);
  const rows = person
    ? ([
        [words.name, person.name],
        [words.document, person.number],
        [words.phone, person.phone],
      ] as const)
    : [];
  byId("person").replaceChildren(
    ...rows
      .filter(([, value]) => value)
      .flatMap(([label, value]) => [element("dt", {}, label), element("dd", { lang: "zh-CN" }, value)]),
  );
  const addressOf = (id: string) => readStaffTransferEvidence.path.replace(":transfer", page.name).replace(":id", id);
  drawPieces(evidence, { words: paperWords, addressOf });
  drawOnTheWay(view);
  drawHands(view, page);
  const stands = JSON.stringify([transfer.trail.length, view.may, view.why, view.underway, waits]);
  if (stands === acting && byId("act").firstChild) return; // what is half said there stays
  acting = stands;
  drawAct(view, { page, place, waits });
}

const hasText = ({ textContent }: HTMLElement) => textContent !== "";

/** What was sent and is not there yet, and what came to nothing. */
function drawOnTheWay(view: StaffTransfer): void {
  const { underway, refused } = view;
  const why = refused?.findings.map(({ code }) => said[code] ?? code).join(" ");
  byId("on-the-way").replaceChildren(
    ...underway.map(({ event }) => element("p", { class: "note" }, fill(words.underway, { event: actIn(event, view, said) }))),
    ...(refused
      ? [
          element(
            "p",
            { class: "note warn" },
            fill(words.cameToNothing, { event: actIn(refused.event, view, said), why: why ?? "" }),
          ),
        ]
      : []),
  );
}
