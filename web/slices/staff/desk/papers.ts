// The pictures and PDFs that came with a matter. Each is fetched when somebody wants to see it, because each time is a look; a picture
// can be turned and made larger, a PDF is never opened here.
import { type MatterView, readMatterEvidence } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import type { DeskTaskWords } from "../../../messages/desk.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import { signInPath } from "../../../staff/paths.ts";
import { fill } from "../../../words.ts";
import type { Page } from "./words.ts";

const ZOOMS = 3;

/** `addressOf`: where one of them is read. */
type Papers = { words: PaperWords; addressOf(id: string): string };
export type PaperWords = Pick<
  DeskTaskWords & StaffWords,
  | ("noPapers" | "look" | "noted" | "opening" | "paperGone" | "tooMany" | "readOutage" | "closePaper")
  | ("pdf" | "save" | "paper" | "larger" | "smaller" | "turn")
>;

export function drawPapers({ evidence, what }: MatterView, { words, task }: Page): void {
  byId("papers-pane").hidden = what === "do";
  const addressOf = (id: string) => readMatterEvidence.path.replace(":task", task).replace(":id", id);
  drawPieces(evidence, { words, addressOf });
}

export function drawPieces(evidence: readonly { id: string }[], papers: Papers): void {
  const { words } = papers;
  if (byId("papers").childElementCount > 0) return; // they never change, and one may be open
  if (evidence.length === 0) {
    byId("papers").replaceChildren(element("p", {}, words.noPapers));
    return;
  }
  const list = evidence.map(({ id }, nth) => {
    const room = element("div", { role: "status" });
    const open = element(
      "button",
      { class: "btn alt", type: "button", id: `paper-${nth + 1}` },
      fill(words.look, { n: nth + 1 }),
    );
    open.onclick = () => void look(id, nth + 1, open, room, papers);
    return element("li", {}, open, room);
  });
  byId("papers").replaceChildren(element("p", { class: "src" }, words.noted), element("ul", { class: "list" }, ...list));
}

async function look(
  id: string,
  nth: number,
  open: HTMLButtonElement,
  room: HTMLElement,
  { words, addressOf }: Papers,
): Promise<void> {
  room.textContent = words.opening;
  const answer = await fetch(`/api${addressOf(id)}`, { cache: "no-store", credentials: "same-origin" }).catch(() => undefined);
  if (answer?.status === 401) return location.assign(signInPath());
  if (!answer?.ok) {
    room.textContent = answer?.status === 404 ? words.paperGone : answer?.status === 429 ? words.tooMany : words.readOutage;
    return;
  }
  const blob = await answer.blob();
  open.hidden = true;
  const done = element("button", { class: "link", type: "button" }, words.closePaper);
  done.onclick = () => {
    room.replaceChildren();
    open.hidden = false;
    open.focus();
  };
  room.replaceChildren(...(blob.type === "application/pdf" ? pdf(blob, nth, words) : await picture(blob, nth, words)), done);
}

function pdf(blob: Blob, nth: number, words: PaperWords): HTMLElement[] {
  const save = element("a", { class: "btn alt", href: URL.createObjectURL(blob), download: `${nth}.pdf` }, words.save);
  return [element("p", {}, words.pdf), save];
}

/** As data: the site's policy lets a page show no picture from anywhere else. */
async function picture(blob: Blob, nth: number, words: PaperWords): Promise<HTMLElement[]> {
  const data = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
  const name = fill(words.paper, { n: nth });
  const image = element("img", { src: data, alt: name });
  const frame = element("div", { class: "paper", tabindex: "0", role: "group", "aria-label": name, "data-zoom": "1" }, image);
  const button = (text: string, press: () => void) => {
    const made = element("button", { class: "btn alt", type: "button" }, text);
    made.onclick = press;
    return made;
  };
  const zoom = (by: number) => () => {
    frame.dataset["zoom"] = String(Math.min(Math.max(Number(frame.dataset["zoom"]) + by, 1), ZOOMS));
  };
  const tools = [
    button(words.larger, zoom(1)),
    button(words.smaller, zoom(-1)),
    button(words.turn, () => {
      image.src = turned(image);
    }),
  ];
  return [element("div", { class: "acts" }, ...tools), frame];
}

/** A quarter to the right, drawn anew: what is only shown turned would not fit its frame. */
function turned(image: HTMLImageElement): string {
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = element("canvas", { width: String(height), height: String(width) });
  const pen = canvas.getContext("2d");
  pen?.translate(height, 0);
  pen?.rotate(Math.PI / 2);
  pen?.drawImage(image, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.9);
}
