// The steps of a transfer: what happened, when and by whom; where it is; what is still to come.
import type { TransferSeen } from "../../../shared/transfer/seen.ts";
import type { TransferEvent, TransferState } from "../../../shared/transfer/transfer.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import type { Told } from "./words.ts";

const seals = {
  submitted: "申",
  accepted: "受",
  rejected: "否",
  "contact-sent": "函",
  returned: "退",
  corrected: "改",
  "out-done": "转",
  "sheet-received": "表",
  "money-received": "钱",
  completed: "成",
  notified: "知",
  withdrawn: "撤",
  suspended: "停",
  resumed: "续",
} as const satisfies Record<TransferEvent, string>;

type Coming = Extract<
  TransferState,
  "accepted" | "contact-sent" | "out-done" | "sheet-received" | "money-received" | "arrived" | "completed" | "notified"
>;
/** Whose step a state that lies ahead is: who has to act in order to reach it. */
const comes = {
  accepted: { seal: "受", side: "to" },
  "contact-sent": { seal: "函", side: "to" },
  "out-done": { seal: "转", side: "from" },
  "sheet-received": { seal: "表", side: "to" },
  "money-received": { seal: "钱", side: "to" },
  arrived: { seal: "到", side: "to" },
  completed: { seal: "成", side: "to" },
  notified: { seal: "知", side: "to" },
} as const satisfies Record<Coming, { seal: string; side: "from" | "to" }>;
const isComing = (state: TransferState): state is Coming => state in comes;

export function trackOf(told: Told): HTMLElement[] {
  const { view, words, place } = told;
  const ahead = view.ahead.flatMap(({ state }) => (isComing(state) ? [state] : []));
  const mine = view.step.who === "person" ? [line({ look: "warn", seal: "改", name: words.yours, now: true, to: true }, [])] : [];
  const last = view.trail.length - 1;
  const done = view.trail.map((passed, at) => stop(told, passed, at, at === last && view.open));
  const coming = ahead.map((state, at) => {
    const { seal, side } = comes[state];
    const now = at === 0 && mine.length === 0 && view.step.who !== "none";
    const name = fill(words[`ahead.${state}`], { place: place(view[side].division) });
    return line({ look: now ? "now" : "off", seal, name, now, to: at < ahead.length - 1 }, []);
  });
  return [...done, ...mine, ...coming];
}

/** Who of an agency it was is not told. */
function stop(
  { view, words, place }: Told,
  { event, at, by, note, amounts }: TransferSeen["trail"][number],
  nth: number,
  to: boolean,
): HTMLElement {
  const date = dateIn(langOfPage(), at);
  const money = amounts && { account: inYuan(amounts.account), pool: inYuan(amounts.pool), total: inYuan(amounts.total) };
  const isAgain = event === "out-done" && view.trail.findIndex((one) => one.event === event) < nth;
  const name = words[isAgain ? "done.amended" : (`done.${event}` as const)];
  return line({ look: "", seal: seals[event], name, now: false, to }, [
    element(
      "p",
      {},
      element("time", { datetime: at }, date),
      by.as === "person" ? "" : fill(words.by, { agency: by.agency ?? officeOf(by.as, { view, words, place }) }),
    ),
    ...(note ? [element("p", {}, fill(words.note, { note }))] : []),
    ...(money ? [element("p", { class: "src" }, fill(words.money, money))] : []),
  ]);
}

/** A file says for which place it speaks, and not the name of an office. */
export const officeOf = (side: "new" | "old", { view, words, place }: Told) =>
  fill(words.office, { place: place(view[side === "old" ? "from" : "to"].division) });

/** `to`: what follows is still to come. */
type Line = { look: "" | "now" | "off" | "warn"; seal: string; name: string; now: boolean; to: boolean };

function line({ look, seal, name, now, to }: Line, about: readonly Node[]): HTMLElement {
  const mark = element("i", { class: looks[look], "aria-hidden": "true" }, seal);
  const attributes = { ...(to && { class: "to" }), ...(now && { "aria-current": "step" }) };
  return element("li", attributes, mark, element("div", {}, element("h3", {}, name), ...about));
}
const looks = { "": "seal", now: "seal now", off: "seal off", warn: "seal warn" } as const;
