// What speaks for it and what against it.
import type { MatterView } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import type { Page } from "./words.ts";

export function drawKnown(view: MatterView, { words, said }: Page): void {
  const { because, doubts, evidence, unproved, others, objection, registeredHere, rows, returned } = view;
  const insuranceIn = (path: readonly string[]) => said[path[path.length - 1] ?? ""] ?? "";
  const against = [
    objection && fill(words.objected, { by: objection.by, note: objection.note }),
    returned && view.state === "open" && fill(words.returned, { by: returned.by, reason: returned.reason }),
    ...because.map(({ code, path }) => fill(said[code] ?? code, { what: insuranceIn(path) })),
    ...doubts.map((code) => said[code] ?? code),
    unproved && words.unproved,
    others > 0 && fill(words.others, { n: others }),
    registeredHere === false && words.notRegisteredHere,
  ].filter((text) => typeof text === "string");
  const known = [
    evidence.length > 0 && fill(words.papersCame, { n: evidence.length }),
    registeredHere && words.registeredHere,
    rows && fill(words.rowsIn, { rows: rows.rows.join("、"), feed: rows.feed.slice(0, 8) }),
    against.length === 0 && words.nothingAgainst,
  ].filter((text) => typeof text === "string");
  const line = (text: string, look: string) => element("li", {}, element("span", { class: look }, text));
  byId("know-pane").hidden = view.what === "do";
  byId("know").replaceChildren(...against.map((text) => line(text, "tag warn")), ...known.map((text) => line(text, "tag")));
}
