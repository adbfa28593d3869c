// Which province will pay the employee pension, and what would make it another.

import * as v from "valibot";
import { employeePlan } from "../../../../shared/estimate/employee-outlook.ts";
import { wherePaid } from "../../../../shared/estimate/where-paid.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { Region } from "../../../../shared/policy/parameter.ts";
import type { BenefitPlace } from "../../../../shared/transfer/benefit-place.ts";
import { element } from "../../../dom.ts";
import { here } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { needsStaff, type Piece, paragraph, title } from "../answer.ts";
import { regionName } from "../region.ts";
import { spanIn } from "../span.ts";
import { type Facts, words } from "./words.ts";

const nameOf = (province: string) => regionName(v.parse(Region, `${province}0000`), words.nationwide);

/** Provinces by the first two digits of their codes. */
export function whereInWords({ life, age, atWork, atHome }: Facts, work: string, hukou: string, law: Law): Piece[] {
  const plan = employeePlan(life, law);
  if (!plan.ok) return []; // said already, with the pensions
  const held = law.read({
    enough: "pension-transfer.relation-months",
    men: "temporary-account.age-men",
    women: "temporary-account.age-women",
  });
  const { monthsAhead } = plan.value;
  const sex = life.category === "M60" ? "M" : "F";
  const found = wherePaid({ hukou, work, monthsAtHukou: atHome, monthsAtWork: atWork, monthsAhead, sex, age }, law);
  if (!held.ok) return [needsStaff(held.refusal, law, words)];
  if (!found.ok) return [needsStaff(found.refusal, law, words)];
  if (hukou === work) return [title(words.where), paragraph(fill(words["where.same"], { work: nameOf(work) }))];

  const { today, later, monthsToStay, temporary } = found.value;
  const enough = spanIn(held.value.enough, words);
  const said = (text: string, { province, rule }: BenefitPlace) =>
    paragraph(fill(text, { place: nameOf(province), why: fill(words[rule], { enough }), work: nameOf(work) }));
  const { men, women } = held.value;
  return [
    title(words.where),
    ...(atWork + atHome > 0 ? [said(words["where.today"], today)] : []),
    said(words["where.later"], later),
    ...(monthsToStay
      ? [paragraph(fill(words["where.stay"], { span: spanIn(monthsToStay, words), enough, work: nameOf(work) }))]
      : []),
    paragraph(fill(words[`temporary.${temporary}`], { work: nameOf(work), men, women })),
    element("p", {}, element("a", { href: here("/policy/moving#where-paid") }, words["link.where"])),
  ];
}
