// What the register knows already need not be typed. It is asked only for who signed in in this tab, or presses the button.
import * as v from "valibot";
import { MineReply, readMine } from "../../../shared/check/seen.ts";
import type { Region } from "../../../shared/policy/parameter.ts";
import { byId, element } from "../../dom.ts";
import { here, leaveToSignIn } from "../../paths.ts";
import { forgetSignIn, knowsSignIn } from "../../signed-in-here.ts";
import { keepRegion } from "./kept.ts";
import { chooseRegion, chosenRegion } from "./region.ts";
import type { EstimateWords } from "./words.ts";

export type Mine = Extract<MineReply, { limited: false }>;

/** Months paid in a scheme, where the record shows it: `paidIn(mine, "110")`. */
export function paidIn({ insurances }: Mine, scheme: string): number | undefined {
  for (const one of insurances) if (one.insured && one.scheme === scheme) return one.paidMonths;
  return undefined;
}

/** Where somebody pays for the pension, or else the first of the five. */
export const regionOf = ({ insurances }: Mine): Region | undefined => {
  const insured = insurances.filter((insurance) => insurance.insured);
  return (insured.find(({ insurance }) => insurance === "pension") ?? insured[0])?.region;
};

/** 83 months in the two inputs of SpanField. */
export const spanFilled = (name: string, months: number | undefined): Record<string, string> =>
  months === undefined ? {} : { [`${name}.years`]: String(Math.floor(months / 12)), [`${name}.months`]: String(months % 12) };

/** 1975-03-09 in the two inputs of MonthField. */
export const monthFilled = (name: string, date: string | undefined): Record<string, string> =>
  date === undefined ? {} : { [`${name}.year`]: date.slice(0, 4), [`${name}.month`]: String(Number(date.slice(5, 7))) };

type Fill = (mine: Mine) => Record<string, string>;

/** The button, and at once where the tab knows that somebody is signed in. What was typed is never written over unasked. */
export function offerRecord(words: EstimateWords, fillIn: Fill, filled: () => void): void {
  const button = document.getElementById("mine") as HTMLButtonElement | null;
  if (!button) return;
  const status = button.parentElement!.querySelector<HTMLElement>(".hint")!;
  status.setAttribute("role", "status");
  const say = (...pieces: (Node | string)[]) => status.replaceChildren(...pieces);

  async function read(asked: boolean): Promise<void> {
    const mine = await readMineOrWhy();
    if (mine === "signed-out") {
      forgetSignIn();
      if (asked) await leaveToSignIn();
    } else if (mine === "outage") say(words.recordOutage);
    else if (mine.limited) {
      const back = `?return=${encodeURIComponent(location.pathname)}`;
      say(words.recordLimited, " ", element("a", { href: here("/check-limited") + back }, words.recordLink));
    } else {
      const count = put(fillIn(mine), asked, words.fromRecord);
      const region = regionOf(mine);
      if (region && (asked || count > 0)) {
        chooseRegion(region);
        keepRegion(chosenRegion());
      }
      if (count > 0) filled();
      if (count > 0 || asked) say(count > 0 ? words.fromRecord : words.recordEmpty);
    }
  }

  button.onclick = () => void read(true);
  if (knowsSignIn()) void read(false);
}

/** As web/call.ts asks, which knows more of what can go wrong and weighs what a whole estimate may weigh. */
async function readMineOrWhy(): Promise<MineReply | "signed-out" | "outage"> {
  try {
    const response = await fetch(`/api${readMine.path}`, { credentials: "same-origin", cache: "no-store" });
    if (response.status === 401) return "signed-out";
    const reply = v.safeParse(MineReply, await response.json());
    return response.ok && reply.success ? reply.output : "outage";
  } catch {
    return "outage";
  }
}

/** How many fields were filled; each says where it came from until it is changed. */
function put(values: Record<string, string>, over: boolean, said: string): number {
  let count = 0;
  for (const [name, value] of Object.entries(values)) {
    const input = byId(name) as HTMLInputElement | HTMLSelectElement;
    if (input.value && !over) continue;
    input.value = value;
    count += 1;
    const box = input.closest(".field, fieldset")!;
    if (box.querySelector(".from")) continue;
    const mark = element("p", { class: "src from" }, said);
    box.append(mark);
    box.addEventListener("input", () => mark.remove(), { once: true });
  }
  return count;
}
