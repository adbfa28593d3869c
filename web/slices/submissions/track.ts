// The way of a submission: received → queue → (review) → in effect, or what became of it instead.
import type { ShownStatus, SubmissionView } from "../../../shared/submissions/contract.ts";
import { element } from "../../dom.ts";
import type { receiptSays } from "../../messages/submissions.ts";
import { fill } from "../../words.ts";
import { moment } from "./moment.ts";

type Words = Record<keyof typeof receiptSays.zh | "days", string>;
type Stop = { seal: string; look: "" | "now" | "off"; name: string; about: (Node | string)[] };

const SLOW_MS = 90_000;

export const ended = ({ status }: Pick<SubmissionView, "status">): boolean =>
  status === "applied" || status === "refused" || status === "overtaken" || status === "withdrawn";

export function trackOf(view: SubmissionView, words: Words, now: number): HTMLElement[] {
  const stops = stopsOf(view, words, now);
  return stops.map(({ seal, look, name, about }, index) => {
    const next = stops[index + 1];
    const attributes = { ...(next?.look === "off" && { class: "to" }), ...(look === "now" && { "aria-current": "step" }) };
    const mark = element("i", { class: `seal ${look}`.trim(), "aria-hidden": "true" }, seal);
    return element("li", attributes, mark, element("div", {}, element("h3", {}, name), element("p", {}, ...about)));
  });
}

function stopsOf({ status, history }: SubmissionView, words: Words, now: number): Stop[] {
  const at = (wanted: ShownStatus) => history.find((step) => step.status === wanted)?.at;
  const time = (wanted: ShownStatus) => {
    const instant = at(wanted);
    return instant ? [moment(instant)] : [];
  };
  const waiting = status === "received" || status === "queued";
  const late = now - Date.parse(at("received") ?? "") > SLOW_MS;
  const reviewing = status === "in-review";

  const stops: Stop[] = [{ seal: "收", look: "", name: words["step.received"], about: time("received") }];
  const inQueue = at("queued") ? around(words.since, moment(at("queued")!)) : [words.soon];
  if (waiting) stops.push({ seal: "排", look: "now", name: words["step.queued"], about: late ? [words.slow] : inQueue });
  else stops.push({ seal: "排", look: "", name: words["step.waited"], about: time("queued") });
  if (at("in-review")) {
    const about = reviewing ? [fill(words.reviewing, { days: words.days })] : time("in-review");
    const name = words[reviewing ? "step.in-review" : "step.reviewed"];
    stops.push({ seal: "审", look: reviewing ? "now" : "", name, about });
  }
  if (ended({ status })) {
    const name = words[`step.${status}`];
    // The same seal, cut or hollow: it is there, or it is not.
    const seal = status === "withdrawn" ? "撤" : "成";
    stops.push({ seal, look: status === "applied" || status === "withdrawn" ? "" : "off", name, about: time(status) });
  } else stops.push({ seal: "成", look: "off", name: words["step.applied"], about: [words.expected] });
  return stops;
}

const around = (text: string, node: Node): (Node | string)[] => {
  const [before = "", after = ""] = text.split("{time}");
  return [before, node, after];
};
