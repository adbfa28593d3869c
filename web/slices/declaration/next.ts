// What follows from a declared reason: told before it is sent, and again on its receipt.
import { type ReasonCode, reasons, type WorkItem } from "../../../shared/reasons/reasons.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { Linked, workSays } from "../../messages/declared.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";

export type NextWords = Record<keyof typeof workSays.zh, string>;

const EMPLOYEES = "/policy/join#must-join";
const FREELY = "/policy/join#may-join";

/** Where it can be read or worked out. A list by insurance: for the others there is nothing to say. */
export const pagesToRead: Record<Linked, string | Readonly<Record<string, string>>> = {
  SUBSIDY_CHECK: "/policy/resident-pension#hard-up",
  TIER_CHOOSER: { pension: "/enrolment" },
  EXPLAINER: { pension: FREELY, medical: FREELY, unemployment: EMPLOYEES, injury: EMPLOYEES, maternity: EMPLOYEES },
  BENEFIT_ESTIMATE: { pension: "/estimate/pension", medical: "/estimate/medical-gap" },
  BACK_PAY_CHECK: "/policy/retirement#minimum-years",
  SWITCH_CHECK: { pension: "/policy/moving#switch" },
  FLEXIBLE_GUIDE: { pension: "/enrolment", medical: "/enrolment" },
  TRANSFER_CHECK: { pension: "/policy/moving#employee-pension", medical: "/policy/moving#medical" },
  UI_CHECK: "/policy/lost-job#benefit",
  CHANNEL_LIST: { pension: "/policy/pay", medical: "/policy/pay" },
  EXPLAINER_HUKOU_ABOLISHED: "/policy/join#hukou",
  LABOUR_INSPECTION_LEAD: "/policy/employer#complain",
  EXPLAINER_30_DAYS: "/policy/employer#must-register",
  TAX_COLLECTION_LEAD: "/policy/employer#late-fee",
  EXPLAINER_WAIVER_VOID: "/policy/employer#waiver",
  OCC_INJURY_CHECK: "/policy/lost-job#platform-injury",
  MEDICAL_CHECK: "/policy/join#students",
};
export const COMMERCIAL = "/policy/join#commercial";

const isReason = (code: string): code is ReasonCode => code in reasons;

/** The lines that these reasons give, each once. */
export function linesOf(codes: readonly string[], insurance: string): { item: WorkItem; href?: string }[] {
  const pages: Partial<Record<WorkItem, (typeof pagesToRead)[Linked]>> = pagesToRead;
  const items = new Set(codes.filter(isReason).flatMap((code): readonly WorkItem[] => reasons[code].followUp));
  const explained = codes.filter(isReason).find((code) => reasons[code].followUp.some((item) => item === "EXPLAINER"));
  return Array.from(items).flatMap((item) => {
    const read = item === "EXPLAINER" && explained === "P07" ? COMMERCIAL : pages[item];
    if (read === undefined) return [{ item }];
    const href = typeof read === "string" ? read : read[insurance];
    return href ? [{ item, href }] : [];
  });
}

type Declared = { codes: readonly string[]; insurance: string; expires?: string | null | undefined };

export function drawNext({ codes, insurance, expires }: Declared, words: NextWords): HTMLUListElement {
  const texts: Record<string, string> = words;
  const lines = linesOf(codes, insurance).flatMap(({ item, href }) => {
    const text = texts[item];
    const link = href && element("a", { href: here(href) }, texts[`see.${item}`]);
    return text ? [element("li", {}, element("p", {}, text, " ", link))] : [];
  });
  const until = expires ? fill(words.expires, { date: dateIn(langOfPage(), expires) }) : words.kept;
  return element("ul", {}, ...lines, element("li", {}, element("p", {}, until)));
}
