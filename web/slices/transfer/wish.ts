// The answers of the application as one wish. What is missing is said at its field.
import * as v from "valibot";
import { DivisionCode } from "../../../shared/kernel/fields.ts";
import { readYuan } from "../../../shared/kernel/money.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import type { TransferWish } from "../../../shared/transfer/contract.ts";
import type { OfferSeen } from "../../../shared/transfer/seen.ts";
import type { TransferKind } from "../../../shared/transfer/transfer.ts";
import type { Complaint } from "../../errors.ts";
import type { applySays } from "../../messages/transfer-apply.ts";
import { kinds } from "./kinds.ts";

export type ApplyWords = Record<keyof typeof applySays.zh, string>;
type Typed = Readonly<Record<string, string>>;

/** Which insurances a kind moves. */
export const schemesIn = (kind: TransferKind): readonly string[] =>
  ({
    "employee-pension": ["110", "120"],
    "resident-pension": ["170"],
    "pension-switch": ["110", "120", "170"],
    medical: ["310", "390"],
    unemployment: ["210"],
  })[kind];

export const relationsFor = (kind: TransferKind, { known }: OfferSeen): OfferSeen["known"]["relations"] =>
  known.relations.filter(({ scheme, years }) => schemesIn(kind).includes(scheme) && /p/.test(Object.values(years).join("")));

/** Whom it is nothing to, is not asked: who comes home has no temporary account, however old they are. */
export const asksMoved = (typed: Typed, { known: { hukou } }: OfferSeen): boolean =>
  typed["kind"] === "medical" ||
  (typed["kind"] === "employee-pension" && placeChosen(typed).slice(0, 2) !== (hukou ?? "").slice(0, 2));

/** What was paid in one go, and a move that was approved, may need a paper; the rule says when. */
export const asksPaper = ({ kind, approved, oneOff }: Typed): boolean =>
  kind === "employee-pension" && (approved === "yes" || Boolean(oneOff?.trim()));

/** The rules say what a day to come means. */
export const readMoved = ({ movedOn = "" }: Typed, { today }: OfferSeen) => readDate(movedOn, { asOf: today, future: true });

/** Any move of this kind, as far as it is known before anything is answered. */
export function anyWish(kind: TransferKind, offer: OfferSeen): TransferWish[] {
  if (kind === "pension-switch") return [];
  return relationsFor(kind, offer).flatMap(({ region, scheme }): TransferWish[] => {
    const ends = { from: region, to: region };
    const medical = medicalOf(scheme);
    if (kind === "medical") return medical ? [{ ...ends, kind, scheme: medical, into: medical }] : [];
    return [{ ...ends, kind }];
  });
}

export type Answered = { wish?: TransferWish; complaints: Complaint[] };

/** `to`: another place where none of the offered ones is it. */
export const placeChosen = ({ to = "", county = "" }: Typed): string => (to === "other" ? county : to);

export function wishFrom(typed: Typed, offer: OfferSeen, words: ApplyWords): Answered {
  const complaints: Complaint[] = [];
  const missing = (field: string): undefined => {
    complaints.push({ field, text: words["answer.missing"] });
  };
  const yes = (name: string) => (/^(?:yes|no)$/.test(typed[name] ?? "") ? typed[name] === "yes" : missing(name));
  const money = (name: string) => {
    if (!typed[name]?.trim()) return undefined;
    const read = readYuan(typed[name]);
    if (read.ok) return read.value;
    complaints.push({ field: name, text: words["money.unreadable"] });
    return undefined;
  };
  const count = (name: string) => {
    const text = typed[name]?.trim();
    if (text && !/^\d{1,3}$/.test(text)) complaints.push({ field: name, text: words["count.unreadable"] });
    return text ? Number(text) : undefined;
  };
  const moved = () => {
    if (!asksMoved(typed, offer) || !typed["movedOn"]?.trim()) return {};
    const read = readMoved(typed, offer);
    if (!read.ok) complaints.push({ field: "movedOn", text: words["date.unreadable"] });
    return read.ok ? { movedOn: read.value } : {};
  };
  const [from, to] = [v.safeParse(DivisionCode, fromChosen(typed).region), v.safeParse(DivisionCode, placeChosen(typed))];
  const wish = (): TransferWish | undefined => {
    const kind = kinds.find((one) => one === typed["kind"]);
    if (kind === "pension-switch") return switchFrom(typed, offer, missing);
    if (!kind || !from.success || !to.success) return undefined;
    const ends = { from: from.output, to: to.output };
    switch (kind) {
      case "employee-pension": {
        const [approved, oneOffMonths, temporary] = [yes("approved"), count("oneOff"), yes("temporary")];
        return {
          ...{ ...ends, ...moved(), kind },
          ...(approved && { approvedTransfer: true }),
          ...(oneOffMonths && { oneOffMonths }),
          ...(temporary && { temporary: true }),
        };
      }
      case "resident-pension":
        return { ...ends, kind };
      case "medical": {
        const [scheme, into] = [medicalOf(fromChosen(typed).scheme), medicalOf(typed["into"])];
        const [backPaid, balance] = [yes("backPaid"), money("balance")];
        if (!into) return missing("into");
        return (
          scheme && {
            ...{ ...ends, ...moved(), kind, scheme, into },
            ...(backPaid !== undefined && { backPaid }),
            ...(balance !== undefined && { balance }),
          }
        );
      }
      case "unemployment": {
        const claims = yes("claims");
        const monthlyBenefit = claims ? money("benefit") : undefined;
        const drawnMonths = claims ? count("drawn") : undefined;
        return {
          ...{ ...ends, kind },
          ...(claims && { claims: true }),
          ...(monthlyBenefit !== undefined && { monthlyBenefit }),
          ...(drawnMonths !== undefined && { drawnMonths }),
        };
      }
    }
  };
  const made = wish();
  return { complaints, ...(made && complaints.length === 0 && { wish: made }) };
}

/** The value of a choice: `110 320100`. */
export function fromChosen({ from = "" }: Typed): { scheme: string; region: string } {
  const [scheme = "", region = ""] = from.split(" ");
  return { scheme, region };
}

const medicalOf = (scheme: string | undefined): "310" | "390" | undefined =>
  (["310", "390"] as const).find((one) => one === scheme);

/** Both ends stand in the register; the way between them follows from the years, which the rule counts. */
function switchFrom(typed: Typed, offer: OfferSeen, missing: (field: string) => undefined): TransferWish | undefined {
  const relations = relationsFor("pension-switch", offer);
  const resident = relations.filter(({ scheme }) => scheme === "170").pop();
  const work = relations.filter(({ scheme }) => scheme !== "170").pop();
  if (!resident && !work) return undefined;
  const { sex, hukou } = offer.known;
  const category = sex === "M" ? "M60" : (["F55", "F50"] as const).find((one) => one === typed["category"]);
  if (!category) return missing("category");
  const [at, home] = [work?.region ?? resident?.region, resident?.region ?? hukou ?? work?.region];
  return at && home ? { kind: "pension-switch", from: home, to: at, toward: "employee", category } : undefined;
}
