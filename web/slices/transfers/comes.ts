// What comes along with a transfer, and what is said at its end. Resident years never become employee years (handbook 6.3), and in the
// residents' medical insurance there are none to add up (6.4).
import type { TransferSeen } from "../../../shared/transfer/seen.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import type { Told } from "./words.ts";

type Ends = Pick<TransferSeen, "from" | "to">;
const isAccountOnly = ({ from, to }: Ends) => from.scheme === "170" && to.scheme === "110";

/** The word for what it has come to, once it is done. */
export const doneIn = (view: Ends) =>
  isAccountOnly(view) ? "endText.account" : view.to.scheme === "390" ? "endText.cover" : "endText.notified";

export function comesIn({ view, words, place }: Pick<Told, "view" | "place"> & { words: Pick<Told["words"], ComesWord> }) {
  const { plan } = view;
  const moved = isAccountOnly(view) ? "monthsAccount" : "months";
  const lines = plan.line.map(({ region, months, moves }) =>
    fill(words[moves ? moved : "monthsStay"], { place: place(region), months }),
  );
  if (plan.counted > 0 && !isAccountOnly(view)) lines.push(fill(words.counted, { n: plan.counted }));
  if (plan.money) lines.push(fill(words.planMoney, { total: inYuan(plan.money.total) }));
  if (plan.benefit) lines.push(fill(words.benefit, { place: place(`${plan.benefit.province}0000`) }));
  return lines;
}
type ComesWord = "months" | "monthsAccount" | "monthsStay" | "counted" | "planMoney" | "benefit";
