// The box for pictures and PDFs of a form (components/Evidence.astro): chosen, made small, sent, replaced, taken away.
import { type EvidenceView, listEvidence, removeEvidence } from "../../shared/evidence/contract.ts";
import { newUuid } from "../attempt.ts";
import { call } from "../call.ts";
import { element } from "../dom.ts";
import { fill } from "../words.ts";
import { begin, deliver, type Piece, type Where, whenItMayWork } from "./deliver.ts";
import { openKept, thumbnailOf } from "./kept.ts";
import { prepare } from "./picture.ts";
import { makeRow } from "./row.ts";

const PICTURES = "image/jpeg,image/png,image/webp"; // no HEIC: iPhones then hand over a JPEG
const PDF = "application/pdf";
const AGAIN_SECONDS = 5;

/** `most`: how many this question takes. `changed`: something came, went or is on its way. `keys`: keysHere() of web/drafts.ts. */
export type BoxOptions = Pick<Where, "draft" | "purpose" | "words"> & {
  most?: number;
  keys?: readonly string[];
  changed?(): void;
};
export type EvidenceBox = {
  /** What has arrived, to be named in the submission. */
  ids(): string[];
  /** Something is on its way, or did not arrive: the form has to wait for it. */
  underway(): boolean;
};

/** Ready when it is known what was handed in before. */
export async function openEvidence(
  box: Element,
  { draft, purpose, words, most = 5, keys = [], changed }: BoxOptions,
): Promise<EvidenceBox> {
  const pieces: Piece[] = [];
  let count = 0;
  let replacing: Piece | undefined;
  const list = element("ul", { class: "list" });
  const status = element("p", { class: "vh", role: "status" });
  const trouble = element("p", { class: "err", hidden: "" });
  const choose = chooser(words["piece.choose"], {});
  const ways = element(
    "div",
    { class: "acts ways" },
    chooser(words["piece.take"], { accept: PICTURES, capture: "environment" }).way,
  );
  ways.append(choose.way);
  const where: Where = {
    ...{ draft, purpose, words, update },
    pieces: openKept({ draft, purpose }, keys),
    say(text) {
      status.textContent = text;
    },
  };

  function chooser(label: string, more: Record<string, string>) {
    const id = `evidence-${newUuid()}`;
    const input = element("input", { type: "file", class: "vh file", id, accept: `${PICTURES},${PDF}`, ...more });
    input.onchange = () => {
      const [file, before] = [input.files?.[0], replacing];
      replacing = undefined;
      if (file) void take(file, before);
      input.value = ""; // so that the same one can be chosen again
    };
    const way = element("span", { class: more["capture"] ? "camera" : "" }, input);
    way.append(element("label", { class: "btn alt", for: id }, label));
    return { input, way };
  }

  function update(): void {
    ways.hidden = pieces.length >= most;
    changed?.();
  }

  function complain(text: string): void {
    trouble.textContent = text;
    trouble.hidden = !text;
    where.say(text);
  }

  function add(id: string): Piece {
    const row = makeRow(fill(words["piece.name"], { n: ++count }), words);
    const piece: Piece = { id, row, kept: false };
    row.again.onclick = () => void deliver(piece, where);
    row.replace.onclick = () => {
      replacing = piece;
      choose.input.click();
    };
    row.remove.onclick = () => void drop(piece);
    pieces.push(piece);
    list.append(row.item);
    return piece;
  }

  async function take(file: Blob, before: Piece | undefined): Promise<void> {
    complain("");
    before?.row.say(words["piece.preparing"]);
    const prepared = await prepare(file).catch(() => ({ unfit: "evidence.damaged" as const }));
    if (!("unfit" in prepared)) return begin(before ?? add(newUuid()), prepared, where);
    before?.row.say(before.kept ? words["piece.kept"] : "");
    complain(words[prepared.unfit]);
  }

  async function drop(piece: Piece): Promise<void> {
    piece.stop?.();
    const answer = await call(removeEvidence, { params: { id: piece.id }, query: { draft } });
    // What never arrived is not there, and that is as good.
    if (answer.is === "outage" || (answer.is === "problem" && answer.type !== "not-found"))
      return piece.row.say("", { trouble: words["piece.notRemoved"], again: piece.prepared !== undefined });
    if (!pieces.includes(piece)) return; // pressed twice
    where.pieces.drop(piece.id).catch(() => {});
    pieces.splice(pieces.indexOf(piece), 1);
    piece.row.item.remove();
    where.say(fill(words["piece.saidRemoved"], { name: piece.row.name }));
    update();
    choose.input.focus();
  }

  /** What was handed in before this page was opened. Until that is known the form waits. */
  async function restore(): Promise<void> {
    for (;;) {
      const there = await call(listEvidence, { params: { draft } });
      if (there.is === "value") return there.value.evidence.filter((view) => view.purpose === purpose).forEach(show);
      complain(words["piece.unread"]);
      await whenItMayWork(AGAIN_SECONDS);
    }
  }

  function show(view: EvidenceView): void {
    const piece = add(view.id);
    piece.kept = true;
    piece.row.show(thumbnailOf(view.id), view.type === PDF ? "PDF" : "");
    piece.row.say(words["piece.kept"]);
  }

  box.append(list, trouble, status);
  await restore();
  const unsent = await where.pieces.unsent().catch(() => []);
  complain("");
  status.before(ways);
  box.querySelector("[data-until-ready]")?.remove();
  for (const { id, prepared } of unsent) void begin(pieces.find((known) => known.id === id) ?? add(id), prepared, where);
  update();

  return {
    ids: () => pieces.filter(({ kept }) => kept).map(({ id }) => id),
    underway: () => pieces.some(({ kept }) => !kept),
  };
}
