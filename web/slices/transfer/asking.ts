// The questions of the simulator, read: for each kind those that decide about it.
import { monthOf, plusMonths } from "../../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import type { TransferKind } from "../../../shared/transfer/transfer.ts";
import type { askingSays } from "../../messages/transfer.ts";
import type { Ask } from "../estimate/ask.ts";
import { kinds } from "./kinds.ts";
import { dayIn, divisionOf, type Move, monthsUpTo, relationOf, unknownPerson } from "./typed.ts";

const MOST_FEN = 1_000_000_000;
const MOST_YEARS = 60;
const yesNo = ["yes", "no"] as const;
type Words = Record<"place.missing" | "months.order" | "nothing", string>;
/** What the form itself says; the answer brings words of its own. */
export type AskingWords = keyof typeof askingSays.zh;

export const kindIn = (ask: Ask): TransferKind | undefined => kinds.find((kind) => kind === ask.text("kind"));

/** Undefined where something is missing or wrong: that is said at its field. */
export function readMove(ask: Ask, words: Words): Move | undefined {
  const kind = kindIn(ask);
  if (!kind) return ask.complain("kind", words.nothing);
  const before = ask.complaints.length;
  const move = readers[kind](ask, words);
  return ask.complaints.length > before ? undefined : move;
}

type Reader = (ask: Ask, words: Words) => Move | undefined;

function place(ask: Ask, name: string, words: Words): DivisionCode | undefined {
  const region = ask.text(name);
  return /^\d{6}$/.test(region) ? divisionOf(region) : ask.complain(name, words["place.missing"]);
}
const isYes = (ask: Ask, name: string) => ask.choice(name, yesNo) === "yes";
const money = (ask: Ask, name: string) => ask.yuan(name, { most: MOST_FEN, optional: true });

function months(ask: Ask, [first, last]: readonly [string, string], words: Words) {
  const [from, to] = [ask.month(first), ask.month(last)];
  if (from && to && to < from) return ask.complain(`${last}.year`, words["months.order"]);
  return from && to && { from, to };
}

const employeePension: Reader = (ask, words) => {
  const [from, to, hukou] = [place(ask, "region", words), place(ask, "to", words), place(ask, "hukou", words)];
  const span = months(ask, ["began", "ended"], words);
  const isEarlier = /^\d{6}$/.test(ask.text("earlier"));
  const earlier = isEarlier ? months(ask, ["beganEarlier", "endedEarlier"], words) : undefined;
  const birth = ask.month("birth");
  const sex = ask.choice("sex", ["M", "F"] as const);
  const approved = isYes(ask, "approved");
  const drawing = isYes(ask, "drawing");
  const [account, base] = [money(ask, "account"), money(ask, "base")];
  if (!from || !to || !hukou || !span || !birth || !sex) return undefined;
  const relations = [relationOf({ scheme: "110", region: from, ...span, account, base })];
  if (earlier) relations.unshift(relationOf({ scheme: "110", region: ask.text("earlier"), ...earlier }));
  return {
    known: { ...unknownPerson, hukou, birth: dayIn(birth), sex, drawing, relations },
    wish: { kind: "employee-pension", from, to, ...(approved && { approvedTransfer: true }) },
  };
};

const residentPension: Reader = (ask, words) => {
  const [from, to] = [place(ask, "region", words), place(ask, "to", words)];
  const paid = ask.span("paid", { most: MOST_YEARS });
  const moved = isYes(ask, "moved");
  const drawing = isYes(ask, "drawing");
  const account = money(ask, "account");
  if (!from || !to || !paid) return undefined;
  const last = monthOf(ask.asOf);
  const relation = relationOf({
    ...{ scheme: "170", region: from, from: monthsUpTo(last, paid), to: last },
    ...{ insuredAs: "resident", account },
  });
  return {
    known: { ...unknownPerson, hukou: moved ? to : from, drawing, relations: [relation] },
    wish: { kind: "resident-pension", from, to },
    undated: true,
  };
};

/** The direction follows from the years: the page asks the rule for it. */
const pensionSwitch: Reader = (ask, words) => {
  const [work, hukou] = [place(ask, "work", words), place(ask, "hukou", words)];
  const birth = ask.month("birth");
  const category = ask.choice("category", ["M60", "F55", "F50"] as const);
  const [employee, resident] = (["paidEmployee", "paidResident"] as const).map((name) => ask.span(name, { most: MOST_YEARS }));
  const drawing = isYes(ask, "drawing");
  if (!work || !hukou || !birth || !category || employee === undefined || resident === undefined) return undefined;
  const today = monthOf(ask.asOf);
  const beforeThat = plusMonths(monthsUpTo(today, resident), -1); // one after the other: no month is paid twice
  const relations = [
    ...(employee > 0
      ? [relationOf({ scheme: "110", region: work, from: monthsUpTo(beforeThat, employee), to: beforeThat })]
      : []),
    ...(resident > 0
      ? [relationOf({ scheme: "170", region: hukou, from: monthsUpTo(today, resident), to: today, insuredAs: "resident" })]
      : []),
  ];
  const sex = category === "M60" ? "M" : "F";
  return {
    known: { ...unknownPerson, hukou, birth: dayIn(birth), sex, drawing, relations },
    wish: { kind: "pension-switch", from: hukou, to: work, toward: "employee", category },
    undated: true,
  };
};

const STEADY_MONTHS = 60; // longer than any rule asks for
const medical: Reader = (ask, words) => {
  const [from, to] = [place(ask, "region", words), place(ask, "to", words)];
  const schemes = ["310", "390"] as const;
  const [scheme, into] = [ask.choice("was", schemes), ask.choice("becomes", schemes)];
  const [last, first] = [ask.month("lastMonth"), ask.month("firstMonth", { optional: true, future: true })];
  const [steady, backPaid, retired] = [isYes(ask, "steady"), isYes(ask, "backPays"), isYes(ask, "retired")];
  const balance = money(ask, "account");
  if (!from || !to || !scheme || !into || !last) return undefined;
  const insuredAs = retired ? "retired" : scheme === "310" ? "employee" : "resident";
  const old = relationOf({ scheme, region: from, from: monthsUpTo(last, steady ? STEADY_MONTHS : 1), to: last, insuredAs });
  const begun = first && first > last ? [relationOf({ scheme: into, region: to, from: first, to: first })] : [];
  return {
    known: { ...unknownPerson, relations: [old, ...begun] },
    wish: { kind: "medical", from, to, scheme, into, backPaid, ...(balance !== undefined && { balance }) },
    undated: true,
  };
};

const unemployment: Reader = (ask, words) => {
  const [from, to] = [place(ask, "region", words), place(ask, "to", words)];
  const paid = ask.span("paid", { most: MOST_YEARS });
  const claims = isYes(ask, "claims");
  const monthlyBenefit = claims ? money(ask, "benefit") : undefined;
  const drawnMonths = claims ? ask.count("drawn", { most: 24, optional: true }) : undefined;
  if (!from || !to || !paid) return undefined;
  const last = monthOf(ask.asOf);
  const relation = relationOf({ scheme: "210", region: from, from: monthsUpTo(last, paid), to: last });
  return {
    known: { ...unknownPerson, ...(claims && { hukou: to }), relations: [relation] },
    wish: {
      ...{ kind: "unemployment", from, to },
      ...(claims && { claims }),
      ...(monthlyBenefit !== undefined && { monthlyBenefit }),
      ...(drawnMonths !== undefined && { drawnMonths }),
    },
    undated: true,
  };
};

const readers = {
  "employee-pension": employeePension,
  "resident-pension": residentPension,
  "pension-switch": pensionSwitch,
  medical,
  unemployment,
} satisfies Record<TransferKind, Reader>;
