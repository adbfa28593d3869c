// A wish as its receipt tells it. Nothing of it says that somebody is hard up.
import { formatYuan } from "../kernel/money.ts";
import type { EnrolmentAccepted } from "./contract.ts";
import type { Terms } from "./joining.ts";

/** `join.110`, `stop.390`: the pages have the words. */
export const enrolmentItem = ({ wish }: EnrolmentAccepted): string => `${wish.action}.${wish.scheme}`;

/** `join.170 山东省济宁市微山县 300.00`: what, where, and the amount that was chosen. */
export function enrolmentAsked(content: EnrolmentAccepted, placeName: (code: string) => string): string {
  const { region, base, tier } = content.terms ?? {};
  const chosen = tier ?? base;
  return [enrolmentItem(content), region && placeName(region), chosen !== undefined && formatYuan(chosen)]
    .filter(Boolean)
    .join(" ");
}

export type Payment = { region: string } & Pick<Terms, "from" | "months" | "cost" | "payBy" | "missing">;

/**
 * What to pay, where and until when: what was promised. Where the desk looks first it is told by the register, once that has been
 * decided; nothing is to be paid before.
 */
export function paymentOf({ wish, terms }: EnrolmentAccepted, placeName: (code: string) => string): Payment | undefined {
  if (!terms || ("hardship" in wish && wish.hardship)) return undefined;
  const { region, from, months, cost, payBy, missing } = terms;
  return {
    region: placeName(region),
    from,
    months,
    ...(cost !== undefined && { cost }),
    ...(payBy && { payBy }),
    missing,
  };
}
