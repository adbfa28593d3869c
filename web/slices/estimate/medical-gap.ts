// What a gap in resident medical insurance costs; a newborn has none (handbook 7.4).
import { type Gap, gapAnswer, gapFindings, MOST_YEARS } from "../../../shared/estimate/medical-gap.ts";
import { type PlainDate, plusDays } from "../../../shared/kernel/calendar.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { newbornCover } from "../../../shared/resident-medical/newborn.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { needsStaff, outcome, type Piece, paragraph } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { openEstimate } from "./kit.ts";
import { type GapWords, gapInWords } from "./medical-gap/gap.ts";
import { lossInWords } from "./medical-gap/loss.ts";
import { estimateWords } from "./words.ts";

type Facts =
  | { who: "newborn"; birth: PlainDate; paidOn: PlainDate }
  | { who: "other"; gap: Gap; consecutive: number | undefined; claimless: number };

const words: GapWords = estimateWords();

function day(ask: Ask, name: string, limits: { earliest: PlainDate; future?: boolean }): PlainDate | undefined {
  const read = readDate(ask.text(name), { asOf: ask.asOf, ...limits });
  return read.ok ? read.value : ask.complain(name, words[read.refusal]);
}

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

function paymentDay(ask: Ask): PlainDate | undefined {
  if (!ask.text("paidOn")) return ask.asOf;
  const paid = day(ask, "paidOn", { earliest: plusDays(ask.asOf, -366), future: true });
  if (paid && yearOf(paid) > yearOf(ask.asOf) + 1) return ask.complain("paidOn", words["date.too-late"]);
  return paid;
}

function read(ask: Ask): Facts | undefined {
  const who = ask.choice("who", ["newborn", "other"]);
  if (who === "newborn") {
    const [birth, paidOn] = [day(ask, "birth", { earliest: plusDays(ask.asOf, -366) }), paymentDay(ask)];
    if (!birth || !paidOn) return undefined;
    return paidOn < birth ? ask.complain("paidOn", words["date.before-birth"]) : { who, birth, paidOn };
  }
  const years = { most: MOST_YEARS, optional: true };
  const missed = ask.count("missed", { most: MOST_YEARS });
  const repaired = ask.count("repaired", years) ?? 0;
  const cover = ask.choice("cover", ["thisYear", "nextYear"]);
  const inWindow = ask.choice("inWindow", ["yes", "no"]);
  const paidOn = paymentDay(ask);
  const consecutive = ask.count("consecutive", years);
  const claimless = ask.count("claimless", years) ?? 0;
  const told = { missed: missed ?? repaired, repaired, consecutive: consecutive ?? claimless, claimless };
  for (const { code, path } of gapFindings(told)) ask.complain(path[0] ?? "", words[code]);
  if (missed === undefined || !paidOn) return undefined;
  const coverYear = yearOf(ask.asOf) + (cover === "nextYear" ? 1 : 0);
  const gap = { inWindow: inWindow === "yes", missedYears: missed, repairedYears: repaired, paidOn, coverYear };
  return { who: "other", gap, consecutive, claimless };
}

function answer(facts: Facts, law: Law): readonly Piece[] {
  if (facts.who === "newborn") return babyInWords(facts, law);
  const found = gapAnswer(facts.gap, law);
  if (!found.ok) return [needsStaff(found.refusal, law, words)];
  return [...gapInWords(found.value, facts.gap, law, words), ...lossInWords(facts, law, words)];
}

function babyInWords({ birth, paidOn }: { birth: PlainDate; paidOn: PlainDate }, law: Law): Piece[] {
  const held = law.read({ within: "resident-medical.newborn-days" });
  if (!held.ok) return [needsStaff(held.refusal, law, words)];
  const cover = newbornCover({ birth, enrolled: paidOn }, law);
  if (!cover.ok) return [needsStaff(cover.refusal, law, words)];
  const { within } = held.value;
  const said = (date: PlainDate) => dateIn(langOfPage(), date);
  const values = { days: cover.value.days, paid: said(paidOn), within, birth: said(birth), last: said(plusDays(birth, within)) };
  return cover.value.benefitFrom
    ? [outcome(fill(words.babyCovered, values)), paragraph(fill(words.babyDays, values))]
    : [outcome(fill(words.babyLate, values)), paragraph(fill(words.babyLateText, values))];
}

/** A newborn is asked for the birth, everybody else for the years. */
function showQuestions(form: HTMLFormElement): void {
  const who = form.querySelector<HTMLInputElement>("[name=who]:checked")?.value ?? "other";
  for (const part of Array.from(form.querySelectorAll<HTMLElement>("[data-who]"))) part.hidden = part.dataset["who"] !== who;
}

openEstimate<Facts>({ name: "medical-gap", read, answer, changed: showQuestions });
