// The resident pension: a tier by what one can pay a year, and what the government pays for who is hard up. Handbook 7.3, 8.4, 14.
import * as v from "valibot";
import { Offer } from "../../../shared/enrolment/contract.ts";
import { Hardship } from "../../../shared/enrolment/joining.ts";
import { currentOf } from "../../../shared/enrolment/terms.ts";
import { type ResidentPlan, residentStanding, type TierPlan, tierInReach } from "../../../shared/estimate/resident-plan.ts";
import { monthOf } from "../../../shared/kernel/calendar.ts";
import { readYuan } from "../../../shared/kernel/money.ts";
import type { Law } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { byId, element, withPhones } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { dateIn } from "../../lang.ts";
import type { residentPensionZh } from "../../messages/enrolment-resident.ts";
import { showNotice } from "../../notice.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan, roughly } from "../estimate/amounts.ts";
import { barShapes, picture } from "../estimate/picture.ts";
import { lawFor } from "../estimate/policy.ts";
import { drawBasis } from "./basis.ts";
import { showOutage } from "./broken.ts";
import { nothing, showNotOffered } from "./not-offered.ts";
import type { Chooser } from "./page.ts";
import { placeOf, showNoPlace } from "./place.ts";
import { keepWishes } from "./wishes.ts";
import { answeredWork } from "./work.ts";

export type ResidentWords = Record<keyof typeof residentPensionZh, string>;

/** `what`: `change-tier.170` for who has it already. */
export const openResidentPension =
  (words: ResidentWords, whys: Record<string, string>) =>
  (raw: unknown, form: HTMLFormElement, kept: Record<string, string>): Chooser => {
    const offer = v.parse(Offer, raw);
    const changes = new URLSearchParams(location.search).get("what")?.startsWith("change-tier") ?? false;
    const region = changes ? currentOf(offer, "170")?.region : placeOf(offer, "170");
    const typed = (name: string) => typedIn(form)[name] ?? "";
    const used = new Map<string, Parameter>();
    let law: Law | undefined;
    let plan: ResidentPlan | undefined;

    if (!changes && !showNotOffered("170", offer, form, words, whys)) return nothing("pay");
    if (!region) {
      showNoPlace(form, words, "/change/hukou");
      return nothing("pay");
    }
    const name = offer.places.find(({ division }) => division === region)?.name ?? "";
    byId("today").textContent = region ? fill(words.where, { region: name }) : "";

    const hardship = () => v.safeParse(Hardship, typed("hardship"));
    const hardUp = () => hardship().success;
    const canPay = () => {
      const read = readYuan(typed("canPay"));
      return read.ok ? read.value : undefined;
    };
    const paidYears = Math.floor((offer.known.paid["170"] ?? 0) / 12);
    const reading = () => lawFor(region, offer.today, (entry) => used.set(`${entry.key} ${entry.region}`, entry));
    reading().catch(() => {}); // ahead; it is asked for again where it is needed
    let drawn: Promise<void> | undefined;

    async function draw(): Promise<void> {
      if (!offer.known.birth) return;
      law ??= await reading().catch(showOutage);
      const life = { birth: monthOf(offer.known.birth), student: false, hardUp: hardUp(), paidYears, account: 0 };
      const found = residentStanding(life, law);
      if (!found.ok || found.value.is !== "plan") {
        const { is } = found.ok ? found.value : { is: "student" as const };
        const said =
          found.ok && found.value.is === "too-young"
            ? fill(words.young, { age: found.value.fromAge, month: dateIn(langOfPage(), found.value.from) })
            : fill(is === "student" ? words.student : words.ofAge, { age: 60 });
        return showNotice(said, []);
      }
      plan = found.value;
      const reach = tierInReach(plan, { canPay: canPay(), hardUp: hardUp() });
      drawTiers(plan, reach, typed("tier") || kept["tier"] || "", words);
      byId("picture").replaceChildren(
        ...drawPicture(plan, reach, { name, paidYears, used: [...used.values()], today: offer.today }, words),
      );
    }

    function keep(): void {
      const [kind, work] = [hardship(), answeredWork(offer)];
      const tier = Number(typed("tier"));
      const told = plan?.tiers.find((one) => one.tier === tier)?.takenOver ? {} : { told: tier };
      const more = kind.success ? { hardship: kind.output } : {};
      if (changes) keepWishes(form, [{ action: "change-tier", scheme: "170", tier, ...more, ...told }]);
      else if (region)
        keepWishes(form, [{ action: "join", scheme: "170", region, tier, ...(work && { work }), ...more, ...told }]);
    }

    const steps = [
      {
        name: "pay",
        done: () => true, // it may stay empty
        leave: (): Complaint[] =>
          typed("canPay") && canPay() === undefined ? [{ field: "canPay", text: words["money.unreadable"] }] : [],
      },
      {
        name: "hardship",
        done: () => typed("hardship") !== "",
        leave: (): Complaint[] => (typed("hardship") ? [] : [{ field: "hardship", text: words["hardship.missing"] }]),
      },
      {
        name: "tier",
        done: () => false,
        shown() {
          drawn = draw();
        },
        async leave(): Promise<Complaint[]> {
          await drawn; // before there is anything to choose nothing is missing
          if (!typed("tier")) return [{ field: "tier", text: words["tier.missing"] }];
          keep();
          return [];
        },
      },
    ];
    return {
      steps,
      after: () => (hardUp() ? 2 : 1),
      next: () => (hardUp() ? "/enrolment/evidence" : "/enrolment/check"),
    };
  };

const rangeOf = ({ futures }: TierPlan, words: ResidentWords): string => {
  const [low = "", high = low] = [futures[0], futures[futures.length - 1]].map((future) => roughly(future?.pension.monthly ?? 0));
  return low === high ? low : fill(words.range, { low, high });
};

/** Each tier with what it brings; the highest that can be paid is marked, and nothing is chosen for anybody. */
function drawTiers(
  { tiers, benefitAge, offer }: ResidentPlan,
  reach: TierPlan | undefined,
  chosen: string,
  words: ResidentWords,
): void {
  const picks = tiers.map((plan) => {
    const { tier, subsidy, paidBackAtMonths, takenOver } = plan;
    const input = element("input", { type: "radio", name: "tier", id: `tier-${tier}`, value: String(tier) });
    input.checked = String(tier) === chosen;
    const about = fill(paidBackAtMonths === null ? words.aboutNever : words.about, {
      subsidy: inYuan(subsidy),
      age: benefitAge,
      range: rangeOf(plan, words),
      back: Math.ceil((paidBackAtMonths ?? 0) / 12),
    });
    const label = element(
      "label",
      { for: input.id },
      fill(words.tier, { n: inYuan(tier) }),
      takenOver && element("span", {}, words.takenOver),
      !takenOver && tier === offer.kept && element("span", {}, words.kept),
      element("span", {}, about),
      plan === reach && element("span", { class: "reach" }, words.reach),
    );
    return element("div", { class: "pick" }, input, label);
  });
  const box = byId("tiers");
  for (const old of Array.from(box.querySelectorAll(".pick"))) old.remove();
  box.append(...picks);
}

type About = { name: string; paidYears: number; used: readonly Parameter[]; today: string };

function drawPicture(
  plan: ResidentPlan,
  reach: TierPlan | undefined,
  { name, paidYears, used }: About,
  words: ResidentWords,
): Node[] {
  const { tiers, offer, benefitAge, paymentsLeft, minimumYears, missingYears } = plan;
  const [first] = tiers;
  const at = reach ? tiers.indexOf(reach) : 0;
  const few = tiers.filter((_, index) => index === 0 || index === tiers.length - 1 || index === at || index === at + 1);
  const bars = few.map((tier) => ({
    label: fill(words.bar, { n: inYuan(tier.tier) }),
    text: rangeOf(tier, words),
    value: tier.futures[0]?.pension.monthly ?? 0,
    most: tier.futures[tier.futures.length - 1]?.pension.monthly ?? 0,
  }));
  const said = bars.map(({ label, text }) => `${label} ${text}`).join(words.and);
  const numbers = {
    age: benefitAge,
    n: paymentsLeft,
    paid: paidYears,
    years: paidYears + paymentsLeft,
    minimum: minimumYears,
    missing: missingYears,
  };
  return [
    ...(reach || !first ? [] : [element("p", {}, ...withPhones(fill(words.below, { n: inYuan(first.tier) })))]),
    element("p", { class: "src" }, ...withPhones(fill(offer.own ? words.local : words.national, { region: name }))),
    element("p", {}, fill(missingYears > 0 ? words.missing : words.ahead, numbers)),
    element("h2", {}, words.compared),
    picture(barShapes(bars), fill(words.picture, { said })),
    drawBasis(used, words.basis),
  ];
}
