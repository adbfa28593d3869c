// What the employee pension comes to, how it was worked out, what longer or more would bring.

import { indexFits, type PensionFacts, pensionOutlook, todaysTotal } from "../../../shared/estimate/pension.ts";
import { findingOnPaid } from "../../../shared/estimate/plausible.ts";
import { exact } from "../../../shared/kernel/exact.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { byId } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { roughly } from "./amounts.ts";
import { needsStaff, outcome, type Piece, paragraph, title } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { openEstimate } from "./kit.ts";
import { growthTable, howItWasWorkedOut, partOnly } from "./pension/formula.ts";
import { whatLaterBrings, whatMoreBrings } from "./pension/more.ts";
import { inPercent, plain, pensionWords as words } from "./pension/words.ts";
import { explainPost, postAndBirth } from "./post.ts";
import { monthFilled, paidIn, spanFilled } from "./record.ts";
import { ageIn, spanIn } from "./span.ts";

const MOST_YEARS = 60;
const OLDEST_YEARS = 90;
const MOST_FEN = 10_000_000_00;
const MOST_BASE_FEN = 100_000_00;
const choices = ["statutory", "earliest", "latest", "own"] as const;

function read(ask: Ask): PensionFacts | undefined {
  const { category, birth } = postAndBirth(ask, words);
  const chosen = ask.choice("at", choices);
  const at = chosen === "own" ? ask.span("age", { most: OLDEST_YEARS }) : chosen;
  const paidMonths = ask.span("paid", { most: MOST_YEARS });
  const deemedMonths = ask.span("deemed", { most: MOST_YEARS, optional: true }) ?? 0;
  const paysOn = ask.choice("paysOn", ["yes", "no"]) === "yes";
  const index = ask.decimal("index", { most: 10 });
  const account = ask.yuan("account", { most: MOST_FEN, optional: true }) ?? null;
  const baseTold = ask.yuan("base", { least: 100_00, most: MOST_BASE_FEN, optional: true }) ?? null;
  if (birth && paidMonths && findingOnPaid(paidMonths, birth, ask.asOf)) ask.complain("paid.years", words.tooMany);
  if (paidMonths !== undefined && deemedMonths > paidMonths) ask.complain("deemed.years", words.deemedMore);
  if (!category || !birth || at === undefined || paidMonths === undefined || index === undefined) return undefined;
  return {
    category,
    birth,
    at,
    paidMonths,
    deemedMonths,
    paysOn,
    index: exact(index),
    futureIndex: exact(index),
    account,
    baseTold,
  };
}

function answer(facts: PensionFacts, law: Law, _: Law, ask: Ask): Piece[] {
  complainOfIndex(facts, law, ask);
  const found = pensionOutlook(facts, law);
  if (!found.ok) {
    if (found.refusal.code === "needs-staff") return [needsStaff(found.refusal, law, words), ...partOnly(facts, law)];
    const { earliest, latest } = found.refusal;
    const said = { earliest: ageIn(earliest, words), latest: ageIn(latest, words) };
    ask.complain(
      facts.at === "earliest" || facts.at === "latest" ? "at" : "age.years",
      earliest === latest ? words.ageNoChoice : fill(words.ageOutside, said),
    );
    return [];
  }
  const { plan, futures, transitional } = found.value;
  const ahead = plan.monthsAhead > 0;
  const growing = futures.slice(1);
  const said = {
    month: dateIn(langOfPage(), plan.month),
    age: ageIn(plan.ageMonths, words),
    months: spanIn(plan.months, words),
    growths: growing.map(({ growth }) => inPercent(growth)).join(words.and),
    totals: growing.map(({ pension }) => roughly(pension.total ?? 0)).join(words.and),
  };
  return [
    outcome(fill(facts.account === null ? words.totalNoAccount : words.total, { total: roughly(todaysTotal(found.value)) })),
    ...(facts.account === null ? [paragraph(words.noAccount)] : []),
    paragraph(fill(ahead ? words.range : words.rangeNow, said)),
    ...(plan.missing > 0
      ? [paragraph(fill(words.minimumMissing, { missing: spanIn(plan.missing, words), minimum: spanIn(plan.minimum, words) }))]
      : []),
    title(words.how),
    ...howItWasWorkedOut(found.value, facts, law),
    ...(transitional ? [needsStaff(transitional, law, words)] : []),
    growthTable(ahead ? futures : futures.slice(0, 1), found.value.account !== null),
    ...whatLaterBrings(facts, law),
    ...whatMoreBrings(facts, law),
  ];
}

function complainOfIndex({ index }: PensionFacts, law: Law, ask: Ask): void {
  const limits = indexFits(index, law);
  if (!limits.ok || limits.value.fits) return;
  const { floor, cap } = limits.value;
  ask.complain("index", fill(words.indexOutside, { floor: plain(floor), cap: plain(cap) }));
}

openEstimate({
  name: "retirement", // what was typed for the month is here too
  read,
  answer,
  record: (mine) => ({ ...monthFilled("birth", mine.person.birth), ...spanFilled("paid", paidIn(mine, "110")) }),
  changed: (form) => {
    explainPost(form);
    byId("own-age").hidden = form.querySelector<HTMLInputElement>("[name=at]:checked")?.value !== "own";
  },
});
