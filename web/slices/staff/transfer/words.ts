import { amends } from "../../../../shared/transfer/amends.ts";
import type { StaffTransfer } from "../../../../shared/transfer/staff.ts";
import type { deskTaskSays } from "../../../messages/desk.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { StaffTransferWords } from "../../../messages/staff-transfer.ts";
import type { TransfersWords } from "../../transfers/words.ts";

type Hands = "handsNobody" | "handsMine" | "handsOther" | "take" | "takeOver" | "giveBack" | "next.taken" | "next.given";
export type Words = StaffWords & TransfersWords & StaffTransferWords & Pick<typeof deskTaskSays.zh, Hands>;

/** What the parts of the page share: its words, by code too, and how to read the transfer again. */
export type Page = {
  words: Words;
  said: Record<string, string>;
  name: string;
  /** `isSent`: something is on its way, so that it will stand otherwise. */
  reload(news?: readonly [title: string, text?: string], isSent?: boolean): Promise<void>;
};

type Act = StaffTransfer["may"][number];

/** What an agency says has happened. Where no money moves only the sheet is sent. */
export function actIn(event: Act, { transfer }: Pick<StaffTransfer, "transfer">, said: Record<string, string>): string {
  const isSheet = event === "out-done" && !transfer.plan.awaits.includes("money");
  const act = amends(transfer, event) ? "act.amended" : isSheet ? "act.outSheet" : `act.${event}`;
  return said[act] ?? said[`done.${event}`] ?? event;
}
