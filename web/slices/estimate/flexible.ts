// What a flexible worker would pay, where they work and where they are registered, side by side.
import { flexibleCosts } from "../../../shared/estimate/flexible-costs.ts";
import { type Joining, joiningOf, type Way, ways } from "../../../shared/estimate/joining.ts";
import { findingOnBirth } from "../../../shared/estimate/plausible.ts";
import { monthOf, monthsBetween } from "../../../shared/kernel/calendar.ts";
import { decimal, exact, plus, times, whole } from "../../../shared/kernel/exact.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { byId, element } from "../../dom.ts";
import type { flexibleSays } from "../../messages/estimate-flexible.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "./amounts.ts";
import { formula, needsStaff, outcome, type Piece, paragraph } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { drawPlace, type PlaceAsked } from "./flexible/place.ts";
import { openEstimate } from "./kit.ts";
import { monthFilled } from "./record.ts";
import { chosenRegion, regionName } from "./region.ts";
import { valueInWords } from "./value.ts";
import { estimateWords } from "./words.ts";

type Facts = { age: number; way: Way; base: number | null; floor: number | null; hukouFloor: number | null };

const words = estimateWords<keyof typeof flexibleSays.zh>();
const BASE = { least: 100, most: 100_000_000, optional: true };
const isElsewhere = () => chosenRegion("hukou") !== "national" && chosenRegion("hukou") !== chosenRegion();

function read(ask: Ask): Facts | undefined {
  if (chosenRegion() === "national") ask.complain("region", words["region.missing"]);
  const birth = ask.month("birth");
  if (birth && findingOnBirth(birth, ask.asOf) === "birth.too-old") ask.complain("birth.year", words["age.high"]);
  const way = ask.choice("way", ways);
  const [base = null, floor = null, hukouFloor = null] = ["base", "floor", "hukouFloor"].map((name) => ask.yuan(name, BASE));
  if (!birth || !way) return undefined;
  return { age: Math.floor(monthsBetween(birth, monthOf(ask.asOf)) / 12), way, base, floor, hukouFloor };
}

function answer({ age, way, base, floor, hukouFloor }: Facts, work: Law, home: Law): Piece[] {
  const joining = joiningOf({ way, age }, work);
  if (!joining.ok) return [needsStaff(joining.refusal, work, words)];
  const asked = { chosen: base, toldFloor: floor };
  return [
    ...joiningInWords(joining.value, age, work),
    ...(joining.value.is === "free" ? costsInWords(asked, { chosen: base, toldFloor: hukouFloor }, work, home) : []),
  ];
}

function joiningInWords({ is, injury }: Joining, age: number, law: Law): Piece[] {
  const held = law.read({
    age: "resident-pension.from-age",
    old: "resident-pension.benefit-age",
    days: "limit.employer-registers",
  });
  if (!held.ok) return [needsStaff(held.refusal, law, words)];
  const old = is === "free" && age >= held.value.old;
  return [
    outcome(old ? fill(words.old, { age: held.value.old }) : fill(words[`is.${is}`], held.value)),
    paragraph(old ? words["old.text"] : fill(words[`${is}.text`], { n: held.value.days })),
    ...(is === "employer" ? [link("/policy/employer#must-register", words["employer.link"])] : []),
    ...(injury && is !== "employer"
      ? [paragraph(words[`injury.${injury}`]), link("/policy/lost-job#platform-injury", words["injury.link"])]
      : []),
  ];
}

function costsInWords(asked: PlaceAsked, atHome: PlaceAsked, work: Law, home: Law): Piece[] {
  const lacking = !flexibleCosts(asked, work).limits.ok || (isElsewhere() && !flexibleCosts(atHome, home).limits.ok);
  const names = { work: regionName(work.region, words.nationwide), home: regionName(home.region, words.nationwide) };
  const there = isElsewhere() ? names.home : undefined;
  const places = element("div", { class: "places" }, drawPlace(asked, work, words, words.work, there));
  if (there) places.append(drawPlace(atHome, home, words, words.home));
  return [
    ...(there ? [paragraph(fill(words.both, names))] : []),
    ...(lacking ? [paragraph(words.tell)] : []),
    places,
    ...formulaInWords(asked, work),
    ...subsidyInWords(asked, work),
    link("/estimate/compare", words.more),
  ];
}

function formulaInWords(asked: PlaceAsked, law: Law): Piece[] {
  const { pension } = flexibleCosts(asked, law);
  const held = law.read({ own: "flexible-pension.account-rate", pool: "flexible-pension.pool-rate" });
  if (!pension.ok || !held.ok) return [];
  const { own, pool } = held.value;
  const { base, month, toAccount } = pension.value;
  const percent = (rate: typeof own) => `${decimal(times(rate, exact(100)), 0)}%`;
  const amounts = { base: inYuan(base), month: inYuan(month), account: inYuan(toAccount) };
  return [formula(fill(words.formula, { ...amounts, rate: percent(plus(own, pool)), own: percent(own) }))];
}

function subsidyInWords(asked: PlaceAsked, law: Law): Piece[] {
  const held = law.read({ share: "flexible-subsidy.share-at-most" });
  const [share, years] = [law.entry("flexible-subsidy.share-at-most"), law.entry("flexible-subsidy.years-at-most")];
  if (!held.ok || !share.ok) return share.ok ? [] : [needsStaff(share.refusal, law, words)];
  if (!years.ok) return [needsStaff(years.refusal, law, words)];
  const { pension } = flexibleCosts(asked, law);
  const said = [share.value, years.value].map(({ key, value }) => valueInWords(key, value, words));
  const confidence = words[`confidence.${share.value.confidence}`];
  const most = pension.ok && whole(times(exact(pension.value.period), held.value.share));
  const text = fill(words.subsidy, { share: said[0]!, years: said[1]!, confidence });
  return [
    paragraph(text + (most ? fill(words["subsidy.amount"], { n: inYuan(most) }) : "")),
    link("/policy/flexible#subsidy", words["subsidy.link"]),
  ];
}

const link = (path: string, text: string) => element("p", {}, element("a", { href: here(path) }, text));

openEstimate<Facts>({
  name: "flexible",
  read,
  answer,
  regions: ["region", "hukou"],
  record: (mine) => monthFilled("birth", mine.person.birth),
  changed: () => {
    byId("hukouFloor").parentElement!.hidden = !isElsewhere();
  },
});
