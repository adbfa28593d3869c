// What one has, with what can be done about each; and, where one was chosen (`?what=stop.110`), why and from when it stops.
import * as v from "valibot";
import { Offer } from "../../../shared/enrolment/contract.ts";
import { JoinableScheme, StopReason } from "../../../shared/enrolment/joining.ts";
import { currentOf } from "../../../shared/enrolment/terms.ts";
import { monthOf, plusMonths } from "../../../shared/kernel/calendar.ts";
import { byId, element, withPhones } from "../../dom.ts";
import { setTitle } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { dateIn } from "../../lang.ts";
import type { schemesZh } from "../../messages/enrolment.ts";
import type { stopZh } from "../../messages/enrolment-stop.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { nothing } from "./not-offered.ts";
import type { Chooser } from "./page.ts";
import { keepWishes } from "./wishes.ts";

export type StopWords = Record<keyof typeof stopZh | keyof typeof schemesZh, string>;
type Has = { scheme: JoinableScheme; region: string; since: string; by: "own" | "employer" | "drawn"; joined: boolean };

export const openStop =
  (words: StopWords) =>
  (raw: unknown, form: HTMLFormElement): Chooser => {
    const offer = v.parse(Offer, raw);
    const asked = v.safeParse(JoinableScheme, new URLSearchParams(location.search).get("what")?.split(".")[1]);
    const current = asked.success ? currentOf(offer, asked.output) : undefined;
    const name = (division: string) => offer.places.find((place) => place.division === division)?.name ?? division;
    if (!asked.success || !current || byWhom(current.insuredAs) !== "own") {
      const has = hasOf(offer);
      drawList(has, name, form, words);
      return { ...nothing("why"), opened: () => sayTitle(has.length > 0 ? words.list : words.none) };
    }
    const scheme = asked.output;
    const months = [monthOf(offer.today), plusMonths(monthOf(offer.today), 1)] as const;
    byId("today").textContent = fill(words.stopping, { name: words[scheme], region: name(current.region) });
    for (const [index, month] of months.entries()) byId(`from-${index}`).textContent = dateIn(langOfPage(), month);

    const typed = (field: string) => typedIn(form)[field] ?? "";
    const reason = () => v.safeParse(StopReason, typed("reason"));
    const showCheaper = () => {
      byId("cheaper").hidden = typed("reason") !== "cannot-pay";
    };
    form.addEventListener("change", showCheaper);
    const steps = [
      {
        name: "why",
        done: () => reason().success,
        shown: showCheaper,
        leave: () => (reason().success ? [] : [{ field: "reason", text: words["reason.missing"] }]),
      },
      {
        name: "from",
        done: () => false,
        leave() {
          const why = reason();
          const from = months[Number(typed("from"))];
          if (!typed("from") || !from) return [{ field: "from", text: words["from.missing"] }];
          if (why.success) keepWishes(form, [{ action: "stop", scheme, from, reason: why.output }]);
          return [];
        },
      },
    ];
    return { steps, after: () => 1 };
  };

const byWhom = (insuredAs: string): Has["by"] =>
  insuredAs === "employee" ? "employer" : insuredAs === "retired" ? "drawn" : "own";

/** What runs, and what was chosen here and is not paid yet. */
function hasOf({ known: { held }, joinings }: Offer): Has[] {
  const own = held.flatMap(({ scheme, region, from, insuredAs, status }): Has[] => {
    const joinable = v.safeParse(JoinableScheme, scheme);
    if (!joinable.success || status !== "active") return [];
    return [{ scheme: joinable.output, region, since: from, by: byWhom(insuredAs), joined: false }];
  });
  const joined = joinings.flatMap(({ joining, is }): Has[] => {
    if (joining.state !== "to-pay" || is === "seen" || own.some(({ scheme }) => scheme === joining.scheme)) return [];
    return [{ scheme: joining.scheme, region: joining.terms.region, since: joining.terms.from, by: "own", joined: true }];
  });
  return [...own, ...joined];
}

const pages = { "110": "flexible", "310": "flexible", "170": "resident-pension", "390": "resident-medical" } as const;
const link = (href: string, text: string, name: string) =>
  element("p", {}, element("a", { href }, text, element("span", { class: "vh" }, ` ${name}`)));

/** After the steps have said theirs: there is none here. */
function sayTitle(title: string): void {
  const h1 = document.querySelector("h1")!;
  setTitle(document.title.replace(h1.textContent ?? "", title));
  h1.textContent = title;
  byId("step").textContent = "";
}

function drawList(all: readonly Has[], name: (division: string) => string, form: HTMLFormElement, words: StopWords): void {
  form.hidden = true;
  const rows = all.map(({ scheme, region, since, by, joined }) => {
    const page = `${here(`/enrolment/${pages[scheme]}`)}?what=`;
    const flexible = scheme === "110" || scheme === "310";
    const about = joined
      ? fill(words.joined, { region: name(region) })
      : fill(words.held, { region: name(region), month: dateIn(langOfPage(), since) });
    const ways =
      by === "own"
        ? [
            ...(joined ? [link(here("/enrolment/slip"), words.slip, words[scheme])] : []),
            ...(flexible ? [link(`${page}change-base.${scheme}`, words.base, words[scheme])] : []),
            ...(flexible ? [link(`${page}change-frequency.${scheme}`, words.frequency, words[scheme])] : []),
            ...(scheme === "170" ? [link(`${page}change-tier.170`, words.tier, words[scheme])] : []),
            link(`${here("/enrolment/stop")}?what=stop.${scheme}`, words.stop, words[scheme]),
          ]
        : [element("p", {}, ...withPhones(words[by]))];
    return element("li", {}, element("h2", {}, words[scheme]), element("p", { class: "src" }, about), ...ways);
  });
  form.before(
    ...(rows.length > 0 ? [element("ul", { class: "list sheet has" }, ...rows)] : []),
    element("div", { class: "acts" }, element("a", { class: "btn alt", href: here("/enrolment") }, words.join)),
  );
}
