// What the register knows already need not be typed, and where nothing of it is changed the simulator works with all of it.
import * as v from "valibot";
import type { TransferWish } from "../../../shared/transfer/contract.ts";
import { countMonths, isOf, paidMonths } from "../../../shared/transfer/months.ts";
import { OfferSeen, seeOffer } from "../../../shared/transfer/seen.ts";
import { byId, element } from "../../dom.ts";
import { here, leaveToSignIn } from "../../paths.ts";
import { forgetSignIn, knowsSignIn } from "../../signed-in-here.ts";
import type { EstimateWords } from "../estimate/words.ts";
import type { Move } from "./typed.ts";

export type RecordKnown = {
  /** By the names of the inputs. */
  filled: Readonly<Record<string, string>>;
  place(division: string): string | undefined;
  /** The record in the place of what it filled in, with what was answered besides. */
  instead(typed: Move, standing: Readonly<Record<string, string>>): Move | undefined;
};

/** The button, and at once where the tab knows that somebody is signed in. */
export function offerMine(words: EstimateWords, filled: (record: RecordKnown, isAsked: boolean) => void): void {
  const button = byId("mine") as HTMLButtonElement;
  const status = button.parentElement!.querySelector<HTMLElement>(".hint")!;
  status.setAttribute("role", "status");

  async function read(asked: boolean): Promise<void> {
    const offer = await offered();
    if (offer === "signed-out") {
      forgetSignIn();
      if (asked) await leaveToSignIn();
    } else if (offer === "outage") status.textContent = words.recordOutage;
    else if (offer === "limited") {
      const back = `?return=${encodeURIComponent(location.pathname)}`;
      const link = element("a", { href: here("/check-limited") + back }, words.recordLink);
      status.replaceChildren(words.recordLimited, " ", link);
    } else {
      const record = recordOf(offer);
      const known = Object.keys(record.filled).length > 0;
      if (known) filled(record, asked);
      status.textContent = known ? words.fromRecord : words.recordEmpty;
    }
  }
  button.onclick = () => void read(true);
  if (knowsSignIn()) void read(false);
}

/** As web/call.ts asks, which weighs more. */
async function offered(): Promise<OfferSeen | "signed-out" | "limited" | "outage"> {
  try {
    const whom = new URLSearchParams(location.search).get("for"); // as the band on the page says
    const query = whom ? `?for=${encodeURIComponent(whom)}` : "";
    const response = await fetch(`/api${seeOffer.path}${query}`, { credentials: "same-origin", cache: "no-store" });
    if (response.status === 401) return "signed-out";
    if (response.status === 403) return "limited";
    const reply = v.safeParse(OfferSeen, await response.json());
    return response.ok && reply.success ? reply.output : "outage";
  } catch {
    return "outage";
  }
}

/** Where the select has no such place, its city or its province. */
const chosen = (division: string | undefined): string =>
  [division, `${division?.slice(0, 4)}00`, `${division?.slice(0, 2)}0000`].find((code) =>
    document.querySelector(`#region option[value="${code}"]`),
  ) ?? "";

const month = (name: string, date: string | undefined) =>
  date ? { [`${name}.year`]: date.slice(0, 4), [`${name}.month`]: String(Number(date.slice(5, 7))) } : {};
const span = (name: string, months: number) =>
  months > 0 ? { [`${name}.years`]: String(Math.floor(months / 12)), [`${name}.months`]: String(months % 12) } : {};

export function recordOf({ known, places }: OfferSeen): RecordKnown {
  const [pension, earlier] = known.relations.filter((one) => isOf("110")(one) && paidMonths(one).length > 0).reverse();
  const medical = known.relations.filter(({ scheme }) => scheme === "310" || scheme === "390").pop();
  const months = (scheme: "110" | "170") => countMonths(known.relations.filter(isOf(scheme)));
  const [first, last] = ends(pension);
  const [firstEarlier, lastEarlier] = ends(earlier);
  const filled = {
    ...month("birth", known.birth),
    ...(known.sex !== "U" && { sex: known.sex }),
    ...(known.sex === "M" && { category: "M60" }),
    hukou: chosen(known.hukou),
    drawing: known.drawing ? "yes" : "no",
    region: chosen(pension?.region ?? medical?.region),
    to: chosen(known.residence),
    work: chosen(pension?.region),
    ...month("began", first),
    ...month("ended", last),
    earlier: chosen(earlier?.region),
    ...month("beganEarlier", firstEarlier),
    ...month("endedEarlier", lastEarlier),
    ...span("paidEmployee", months("110")),
    ...span("paidResident", months("170")),
    ...(medical && { was: medical.scheme, ...month("lastMonth", ends(medical)[1]) }),
  };
  const said = Object.fromEntries(Object.entries(filled).filter(([, text]) => text !== ""));
  return {
    filled: said,
    place: (division) => places.find((one) => one.division === division)?.name,
    instead({ wish }, standing) {
      const fits = Object.entries(said).every(([name, text]) => name === "to" || standing[name] === text);
      const from = known.relations.filter((one) => isOf(fromOf(wish))(one)).pop()?.region;
      return fits && from ? { known, wish: { ...wish, from } } : undefined;
    },
  };
}

function ends(relation: OfferSeen["known"]["relations"][number] | undefined): [string?, string?] {
  const months = relation ? paidMonths(relation) : [];
  return [months[0], months[months.length - 1]];
}

function fromOf(wish: TransferWish): "110" | "170" | "210" | "310" | "390" {
  switch (wish.kind) {
    case "employee-pension":
      return "110";
    case "resident-pension":
    case "pension-switch":
      return "170";
    case "medical":
      return wish.scheme;
    case "unemployment":
      return "210";
  }
}
