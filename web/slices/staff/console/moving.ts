// The transfers of whom the ticket is about, told as they follow them themselves; to somebody else, and in the same words.
import type { Caller } from "../../../../shared/helpline/contract.ts";
import { element } from "../../../dom.ts";
import { drawTransfer } from "../../transfers/draw.ts";
import type { TransfersWords } from "../../transfers/words.ts";
import type { Call } from "./call.ts";
import { calendarOnPage } from "./limit.ts";

const PREFIX = "moving.";

export function drawMoving({ words, today }: Call, { transfers, places }: Extract<Caller, { may: "all" }>): HTMLElement[] {
  const all: Record<string, string> = words;
  const said = Object.fromEntries(
    Object.keys(all)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key.slice(PREFIX.length), all[key]]),
  ) as TransfersWords; // written under this prefix by our own build (web/console-words.ts)
  const place = (division: string) => places.find((one) => one.division === division)?.name ?? division;
  return transfers.map((view) =>
    element("div", { class: "pane" }, drawTransfer({ view, words: said, place }, today(), calendarOnPage())),
  );
}
