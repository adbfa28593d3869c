// Resident medical insurance for a year, for oneself or a child: what is paid and added, from which day it counts. Handbook 7.4.

import * as v from "valibot";
import { Offer } from "../../../shared/enrolment/contract.ts";
import { Hardship, type Terms } from "../../../shared/enrolment/joining.ts";
import type { Asked } from "../../../shared/enrolment/life.ts";
import { coverByWindow, isLateNewborn } from "../../../shared/enrolment/medical-terms.ts";
import { termsOf } from "../../../shared/enrolment/terms.ts";
import type { Policy } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { consentNeeded } from "../../../shared/privacy/consent.ts";
import { byId, element, withPhones } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { isChild } from "../../is-child.ts";
import { dateIn } from "../../lang.ts";
import type { residentMedicalZh } from "../../messages/enrolment-resident.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import { policyFor } from "../estimate/policy.ts";
import { drawBasis } from "./basis.ts";
import { showOutage } from "./broken.ts";
import { nothing, showNotOffered } from "./not-offered.ts";
import type { Chooser } from "./page.ts";
import { placeOf, showNoPlace } from "./place.ts";
import { keepWishes } from "./wishes.ts";
import { answeredWork } from "./work.ts";

export type MedicalWords = Record<keyof typeof residentMedicalZh, string>;

export const openResidentMedical =
  (words: MedicalWords, whys: Record<string, string>) =>
  (raw: unknown, form: HTMLFormElement): Chooser => {
    const offer = v.parse(Offer, raw);
    const forChild = isChild(new URLSearchParams(location.search).get("for") ?? "");
    const region = placeOf(offer, "390");
    const typed = (name: string) => typedIn(form)[name] ?? "";
    const used = new Map<string, Parameter>();
    const thisYear = Number(offer.today.slice(0, 4));
    const years = [thisYear, thisYear + 1];
    const asked = { known: offer.known, work: answeredWork(offer), region, forChild, today: offer.today };
    const needsConsent = forChild && offer.known.birth !== undefined && consentNeeded(offer.known.birth, offer.today);
    let policy: Policy | undefined;

    if (!showNotOffered("390", offer, form, words, whys)) return nothing("hardship");
    if (!region) {
      showNoPlace(form, words);
      return nothing("hardship");
    }
    const name = offer.places.find(({ division }) => division === region)?.name ?? "";
    const forWhom = forChild ? fill(words.forChild, { name: offer.person.name }) : "";
    byId("today").textContent = [forWhom, fill(words.where, { region: name })].filter(Boolean).join(" ");
    byId("consent").hidden = !needsConsent;
    byId("of-consent").hidden = !needsConsent;

    const hardship = () => v.safeParse(Hardship, typed("hardship"));
    const wish = (coverYear: number) => {
      const [kind, work] = [hardship(), answeredWork(offer)];
      const more = { ...(work && { work }), ...(kind.success && { hardship: kind.output }) };
      return { action: "join" as const, scheme: "390" as const, region, coverYear, ...more };
    };
    const chosenYear = () => years[Number(typed("year"))] ?? 0;
    const terms = (coverYear: number): Terms | undefined => {
      const found = policy && termsOf(wish(coverYear), asked, policy);
      return found?.ok ? found.value : undefined;
    };

    async function draw(): Promise<void> {
      policy ??= await policyFor([region!], (entry) => used.set(`${entry.key} ${entry.region} ${entry.from}`, entry)).catch(
        showOutage,
      );
      for (const [index, year] of years.entries()) {
        const found = terms(year);
        byId(`year-${index}`).textContent = found ? sayYear(found, words) : "";
        byId(`year-${index}`).closest<HTMLElement>(".pick")!.hidden = !found;
      }
      const chosen = terms(chosenYear());
      byId("outlook").replaceChildren(...(chosen ? drawOutlook(chosen, asked, policy, words) : []), basis());
    }
    const basis = () => drawBasis([...used.values()], words.basis);

    form.addEventListener("change", () => void draw());
    const steps = [
      {
        name: "hardship",
        done: () => typed("hardship") !== "",
        leave: (): Complaint[] => (typed("hardship") ? [] : [{ field: "hardship", text: words["hardship.missing"] }]),
      },
      {
        name: "year",
        done: () => false,
        shown: () => void draw(),
        leave(): Complaint[] {
          const missing: Complaint[] = typed("year") ? [] : [{ field: "year", text: words["year.missing"] }];
          if (needsConsent && !typed("consent")) missing.push({ field: "consent", text: words["consent.missing"] });
          keepWishes(form, [wish(chosenYear())]);
          return missing;
        },
      },
    ];
    const hardUp = () => hardship().success;
    return {
      steps,
      after: () => (hardUp() ? 2 : 1),
      next: () => (hardUp() ? "/enrolment/evidence" : "/enrolment/check"),
    };
  };

const day = (date: string) => dateIn(langOfPage(), date);

function sayYear({ cost, coverFrom, missing }: Terms, words: MedicalWords): string {
  const own = !missing.includes("resident-medical.individual-fee");
  const from = coverFrom ? day(coverFrom) : "?";
  const text = cost === undefined ? words.feeUnknown : own ? words.fee : words.minimum;
  const said = fill(text, { n: inYuan(cost ?? 0), date: from });
  return coverFrom ? said : said.replace(/[，；,;][^，；,;]*\?.*$/, "");
}

/** What it costs, what is added, from when it counts; where the central period is not loaded, both ways that it can be. */
function drawOutlook(
  { cost, subsidy, coverFrom, coverYear = 0, region }: Terms,
  asked: Asked,
  policy: Policy,
  words: MedicalWords,
): Node[] {
  const { known, today } = asked;
  const law = policy({ region, asOf: today });
  const newborn = law.read({ days: "resident-medical.newborn-days" });
  const bonus = law.read({ after: "resident-medical.bonus-after", n: "resident-medical.bonus-per-year" });
  const isCovered = coverFrom !== undefined && coverFrom === known.birth;
  const paragraph = (text: string) => element("p", {}, ...withPhones(text));
  const days = newborn.ok ? newborn.value.days : "";
  const waits = coverFrom !== undefined && coverFrom > today && coverFrom.slice(5) !== "01-01";
  const either = coverByWindow(coverYear, asked, law);
  const from = isCovered
    ? fill(words.newborn, { n: days, date: day(coverFrom) })
    : isLateNewborn(coverYear, asked)
      ? fill(words.lateNewborn, { n: days })
      : coverFrom
        ? `${fill(words.from, { date: day(coverFrom) })}${waits ? "" : words.noWait}`
        : either &&
          `${fill(words.either, { inTime: day(either.inTime), late: day(either.late), n: either.waits })}${
            Number(either.late.slice(0, 4)) > coverYear ? fill(words.over, { year: coverYear }) : ""
          }`;
  return [
    element(
      "p",
      { class: "outcome" },
      ...(cost === undefined ? withPhones(words.unknown) : [fill(words.outcome, { n: inYuan(cost) })]),
    ),
    ...(subsidy === undefined ? [] : [paragraph(fill(words.subsidy, { n: inYuan(subsidy) }))]),
    ...(from ? [paragraph(from)] : []),
    ...(bonus.ok && !isCovered ? [paragraph(fill(words.bonus, { after: bonus.value.after, n: inYuan(bonus.value.n) }))] : []),
    element("p", { class: "src" }, words.assume),
  ];
}
