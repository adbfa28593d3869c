// What an application comes to, line by line, and everything that stands in its way: by the rules that the API and the worker ask too.

import * as v from "valibot";
import { PlainDate } from "../../../shared/kernel/calendar.ts";
import { Region } from "../../../shared/policy/parameter.ts";
import { consentNeeded } from "../../../shared/privacy/consent.ts";
import { type Simulation, simulate } from "../../../shared/transfer/simulate.ts";
import { isChild } from "../../is-child.ts";
import { dateIn } from "../../lang.ts";
import type { transferKinds } from "../../messages/transfer.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { Row } from "../change/journey.ts";
import { inYuan } from "../estimate/amounts.ts";
import { policyFor } from "../estimate/policy.ts";
import { readCalendar } from "../transfers/working-days.ts";
import type { Planned, Planning, Wished } from "./apply.ts";
import { otherWay } from "./other-way.ts";
import type { ApplyWords } from "./wish.ts";

export type PlanWords = ApplyWords & Record<keyof typeof transferKinds.zh, string> & Record<string, string | undefined>;

export const planningIn =
  (words: PlanWords) =>
  (offer: Wished["offer"], child: string): Planning => ({
    needsConsent: child !== "" && offer.known.birth !== undefined && consentNeeded(offer.known.birth, offer.today),
    work: (wished) => planned(wished, words),
  });

/** Rejects where rules or calendar cannot be read: an outage of ours, never "no rule". */
async function planned({ wish, offer, child, draft, papers, consent }: Wished, words: PlanWords): Promise<Planned> {
  const { known, today } = offer;
  const regions = [wish.from, wish.to].map((region) => v.parse(Region, region));
  const [policy, calendar] = await Promise.all([policyFor(regions), readCalendar()]);
  if (!calendar) throw new Error("no calendar");
  const version = v.safeParse(PlainDate, consent);
  const said = version.success ? { consent: { version: version.output, relation: "parent" as const } } : {};
  const situation = { known, wish, today, policy, calendar, papers: papers.length, forChild: isChild(child), ...said };
  const forth = simulate(situation);
  const isBack = wish.kind === "pension-switch" && forth.decision === "TO_RESIDENT_SCHEME_OR_EXTEND";
  const sent = isBack ? otherWay(wish) : wish;
  const found = isBack ? simulate({ ...situation, wish: sent }) : forth;
  const place = (division: string) => offer.places.find((one) => one.division === division)?.name ?? division;
  return {
    findings: [...new Set(found.findings.map(({ code }) => words[code] ?? code))],
    rows: rowsOf(found, { child, name: offer.person.name, papers: papers.length, place }, words),
    body: {
      ...(child && { for: child }),
      wish: sent,
      ...(papers.length > 0 && { evidence: { draft, ids: [...papers] } }),
      ...said,
    },
  };
}

type Shown = { child: string; name: string; papers: number; place(division: string): string };

function rowsOf(found: Simulation, { child, name, papers, place }: Shown, words: PlanWords): Row[] {
  const { plan, counts, kind, from, to, done } = found;
  const row = (label: string, becomes: string, step: string): Row => ({
    ...{ label, was: false, becomes },
    href: `${here("/transfer/apply")}${location.search}#${step}`,
  });
  const isAccountOnly = kind === "pension-switch" && to.scheme === "110";
  const money = plan.money && fill(words.money, { total: inYuan(plan.money.total) });
  const by = done.by && fill(words[done.provisional ? "byAbout" : "by"], { date: dateIn(langOfPage(), done.by) });
  return [
    ...(child ? [row(words.rowWho, name, "kind")] : []),
    row(words.rowKind, words[kind], "kind"),
    row(words.rowFrom, place(from.division), "from"),
    row(words.rowTo, place(to.division), "to"),
    row(
      words.rowMonths,
      fill(isAccountOnly ? words.accountOnly : words.months, { n: plan.counted, after: counts.after }),
      "from",
    ),
    row(words.rowMoney, money ?? (plan.awaits.includes("money") ? words.moneyOpen : words.moneyNone), "more"),
    ...(plan.benefit ? [row(words.rowBenefit, place(`${plan.benefit.province}0000`), "to")] : []),
    ...(plan.gap ? [row(words.rowGap, fill(words[`gap.${plan.gap.decision}`], { n: plan.gap.months }), "more")] : []),
    ...(papers > 0 ? [row(words.rowPapers, fill(words.papers, { n: papers }), "more")] : []),
    row(words.rowWhen, by ?? words.byUnknown, "more"),
  ];
}
