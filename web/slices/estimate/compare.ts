// Employee or resident, pension and medical: what each costs and brings to one person, and where the pension will be paid.
import { employeePlan, type WorkerLife } from "../../../shared/estimate/employee-outlook.ts";
import { findingOnBirth, findingOnPaid } from "../../../shared/estimate/plausible.ts";
import { monthOf, monthsBetween } from "../../../shared/kernel/calendar.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { byId, element } from "../../dom.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { type Piece, paragraph, title } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { medicalsInWords } from "./compare/medicals.ts";
import { pensionsInWords } from "./compare/pensions.ts";
import { whereInWords } from "./compare/where.ts";
import { type CompareWords, type Facts, words } from "./compare/words.ts";
import { openEstimate } from "./kit.ts";
import { monthFilled, paidIn, spanFilled } from "./record.ts";
import { chosenRegion } from "./region.ts";
import { spanIn } from "./span.ts";

const MOST_YEARS = 60;
const MONEY = { least: 100, most: 100_000_000, optional: true };
const YEAR_MONTHS = 12;

const provinceOf = (id: string) => chosenRegion(id).slice(0, 2);
const isElsewhere = () => chosenRegion("hukou") !== "national" && provinceOf("hukou") !== provinceOf("region");

function read(ask: Ask): Facts | undefined {
  if (chosenRegion() === "national") ask.complain("region", words["region.missing"]);
  const birth = ask.month("birth");
  const category = ask.choice("category", ["M60", "F55", "F50"] as const);
  const finding = birth && findingOnBirth(birth, ask.asOf);
  if (finding) ask.complain("birth.year", words[finding === "birth.too-young" ? "age.low" : "age.high"]);
  const atWork = ask.span("paid", { most: MOST_YEARS, optional: true }) ?? 0;
  const atHome = isElsewhere() ? (ask.span("paidHome", { most: MOST_YEARS, optional: true }) ?? 0) : 0;
  if (birth && !finding && findingOnPaid(atWork + atHome, birth, ask.asOf)) ask.complain("paid.years", words["paid.high"]);
  const [account, base, floor, told, canPay] = ["account", "base", "floor", "told", "canPay"].map((name) =>
    ask.yuan(name, MONEY),
  );
  if (!birth || !category) return undefined;
  const life: WorkerLife = { category, birth, paidMonths: atWork + atHome, account: account ?? 0 };
  const age = Math.floor(monthsBetween(birth, monthOf(ask.asOf)) / YEAR_MONTHS);
  return { life, age, atWork, atHome, base: base ?? null, floor: floor ?? null, told: told ?? null, canPay };
}

function answer(facts: Facts, law: Law): Piece[] {
  return [
    ...pensionsInWords(facts, law),
    ...medicalsInWords(facts, law),
    ...fitsInWords(facts, law),
    ...(chosenRegion("hukou") === "national" ? [] : whereInWords(facts, provinceOf("region"), provinceOf("hukou"), law)),
    ...links.map(([path, word]) => element("p", {}, element("a", { href: here(path) }, words[word]))),
  ];
}

const links: readonly (readonly [path: string, word: keyof CompareWords & `link.${string}`])[] = [
  ["/estimate/flexible", "link.costs"],
  ["/estimate/resident-pension", "link.tiers"],
  ["/estimate/medical-gap", "link.gap"],
  ["/policy/moving#switch", "link.switch"],
];

/** No verdict: the person decides. */
function fitsInWords({ life }: Facts, law: Law): Piece[] {
  const plan = employeePlan(life, law);
  const least = plan.ok ? spanIn(plan.value.minimum, words) : "";
  const fits = ["fits.employee", "fits.resident", "fits.employee-medical", "fits.resident-medical"] as const;
  return [
    title(words.fits),
    element("ul", {}, ...fits.map((name) => element("li", {}, fill(words[name], { least })))),
    paragraph(words["fits.once"]),
  ];
}

openEstimate<Facts>({
  name: "flexible", // what was typed for the costs is here too
  read,
  answer,
  record: (mine) => ({ ...monthFilled("birth", mine.person.birth), ...spanFilled("paid", paidIn(mine, "110")) }),
  changed: () => {
    byId("paidHome.years").closest<HTMLElement>(".field, fieldset")!.hidden = !isElsewhere();
  },
});
