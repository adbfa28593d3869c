// The transfers of whom the ticket is about, told as they follow them themselves; to somebody else, and in the same words. In a file
// of its own, which comes when somebody has one: the console is full.
import type { Caller } from "../../../../shared/helpline/contract.ts";
import { drawTransfer } from "../../transfers/draw.ts";
import type { TransfersWords } from "../../transfers/words.ts";
import type { Call } from "./call.ts";
import { calendarOnPage } from "./limit.ts";

export const movingIn =
  (words: TransfersWords) =>
  ({ today }: Pick<Call, "today">, { transfers, places }: Extract<Caller, { may: "all" }>): HTMLElement[] => {
    const place = (division: string) => places.find((one) => one.division === division)?.name ?? division;
    return transfers.map((view) => {
      const drawn = drawTransfer({ view, words, place }, today(), calendarOnPage());
      drawn.className = "pane parcel";
      return drawn;
    });
  };
