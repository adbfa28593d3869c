// Between the two steps, in this tab only: who it is about and which phone, until there is a receipt; then the receipt.
import { dropFromTab, keepInTab, keptInTab } from "../../drafts/tab.ts";

const ASKED = "phone-replacement";
const RECEIVED = "phone-replacement-receipt";

/** `sentTo`: what the last code was asked for; `sentTill`: until when it is good. Empty while none was. */
export type Kept = { number: string; name: string; phone: string; sentTo: string; sentTill: string };

export function keepAsked(kept: Kept): void {
  keepInTab(ASKED, kept);
}

export function keptAsked(): Kept | undefined {
  const kept = keptInTab(ASKED);
  return kept && { number: "", name: "", phone: "", sentTo: "", sentTill: "", ...kept };
}

/** The code that was sent for this is still good. */
export const isGood = (kept: Kept, now: number): boolean => kept.sentTo === placeOf(kept) && Number(kept.sentTill) > now;

export const wasSent = (kept: Kept): boolean => kept.sentTo === placeOf(kept);

export const placeOf = ({ number, name, phone }: Pick<Kept, "number" | "name" | "phone">): string =>
  [number, name, phone].join("|");

export const keepReceipt = (receipt: string): void => {
  dropFromTab(ASKED);
  keepInTab(RECEIVED, { receipt });
};
export const keptReceipt = (): string | undefined => keptInTab(RECEIVED)?.["receipt"];
export const dropReceipt = (): void => dropFromTab(RECEIVED);
