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
  isAccountOnly(view) ? "endText.account" : view.to.scheme === "390" ? "done.completed" : "endText.notified";

export function comesIn({ view, words, place }: Pick<Told, "view" | "place"> & { words: Pick<Told["words"], ComesWord> }) {
  const { plan } = view;
  const go = !isAccountOnly(view);
  const lines = plan.line.map(({ region, months, moves }) =>
    fill(words[moves && go ? "months" : "monthsStay"], { place: place(region), months }),
  );
  if (plan.money) lines.push(fill(words.planMoney, { total: inYuan(plan.money.total) }));
  if (plan.benefit) lines.push(fill(words.benefit, { place: place(`${plan.benefit.province}0000`) }));
  return lines;
}
type ComesWord = "months" | "monthsStay" | "planMoney" | "benefit";
