// Who it is about, in this tab only, from the first page until the session ends: what the code was asked for.
import * as v from "valibot";
import { NewcomersDocument } from "../../../../shared/newcomer/contract.ts";
import { dropFromTab, keepInTab, keptInTab } from "../../../drafts/tab.ts";
import { here } from "../../../paths.ts";

const ASKED = "newcomer";
const fields = ["docType", "number", "name", "phone"] as const;

/** As typed. `sex` and `birth` where the number says them, else empty. `sentTo`: what the last code was asked for; `sentTill`: until when it is good. Empty while none was. */
export type Kept = Record<(typeof fields)[number] | "sex" | "birth" | "sentTo" | "sentTill", string>;
const NOTHING: Kept = { docType: "", number: "", name: "", phone: "", sex: "", birth: "", sentTo: "", sentTill: "" };

export const keepAsked = (kept: Kept): void => keepInTab(ASKED, kept);
export const dropAsked = (): void => dropFromTab(ASKED);

export function keptAsked(): Kept | undefined {
  const kept = keptInTab(ASKED);
  return kept && { ...NOTHING, ...kept };
}

export const placeOf = (kept: Kept): string => fields.map((name) => kept[name]).join("|");
export const wasSent = (kept: Kept): boolean => kept.sentTo === placeOf(kept);
/** The code that was sent for this is still good. */
export const isGood = (kept: Kept, now: number): boolean => wasSent(kept) && Number(kept.sentTill) > now;

/** As the API takes it: of a passport the country stands before the number. */
export function whoIn({ docType, number, name, phone }: Kept) {
  const kind = v.safeParse(NewcomersDocument, docType);
  const [, country, rest] = /^([A-Za-z]{3})[\s-]*(.+)$/.exec(number.normalize("NFKC").trim()) ?? [];
  const isPassport = kind.success && kind.output === "PASSPORT" && country && rest;
  return {
    docType: kind.success ? kind.output : ("OTHER" as const),
    ...(isPassport && { country: country.toUpperCase() }),
    number: isPassport ? rest : number,
    name,
    phone,
  };
}

export const pageOf = (page: string): string => here(`/registration/new${page}`);
