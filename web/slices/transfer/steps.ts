// The steps of the application: which insurance, from where, to where, a few answers; what comes of it is worked out before the
// last look, and what stands in the way is said once, all of it.
import { byId, element } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import { typedIn } from "../../form.ts";
import { dateIn } from "../../lang.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import type { FormWords } from "../../messages/kit.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { countiesIn, provinces } from "../change/lists.ts";
import type { Applied, Applying, Planned } from "./apply.ts";
import { type ApplyWords, fromChosen, kinds, placeChosen, relationsFor, wishFrom } from "./wish.ts";

type Option = { value: string; label: string; about: string };
export type StepsWords = ApplyWords & FormWords & EvidenceWords;

const optionsInto = (box: HTMLElement, name: string, options: readonly Option[], chosen: string | undefined): void =>
  box.replaceChildren(
    ...options.map(({ value, label, about }, nth) => {
      const id = `${name}-${nth}`;
      const input = element("input", { type: "radio", name, id, value });
      input.checked = value === chosen || options.length === 1;
      return element("div", { class: "pick" }, input, element("label", { for: id }, label, about && element("span", {}, about)));
    }),
  );

export const stepsIn =
  (words: StepsWords) =>
  ({ offer, form, kept, draft, child, planned }: Applying): Applied => {
    const typed = (name: string) => typedIn(form)[name] ?? "";
    const kind = () => kinds.find((one) => one === typed("kind"));
    const name = (division: string) => offer.places.find((one) => one.division === division)?.name ?? division;
    let plan: Planned | undefined;
    let box: EvidenceBox | undefined;

    const wanted = kept["kind"] || new URLSearchParams(location.search).get("kind");
    for (const input of Array.from(form.querySelectorAll<HTMLInputElement>("[name=kind]"))) {
      input.checked = child ? input.value === "medical" : input.value === wanted;
      input.closest<HTMLElement>(".pick")!.hidden = Boolean(child) && input.value !== "medical";
    }

    function drawFrom(): void {
      const which = kind();
      const options = (which ? relationsFor(which, offer) : []).map(({ scheme, region, from, years }) => ({
        value: `${scheme} ${region}`,
        label: name(region),
        about: fill(words.since, { from: dateIn(langOfPage(), from), n: Object.values(years).join("").split("p").length - 1 }),
      }));
      const alike = options.filter(({ value }, at) => options.findIndex((one) => one.value === value) === at);
      optionsInto(byId("froms"), "from", alike, typed("from") || kept["from"]);
    }

    function drawTo(): void {
      const which = kind();
      const { residence, hukou } = offer.known;
      const insured = which ? relationsFor(which, offer).map(({ region }) => region) : [];
      const offered = [
        ...(residence ? [{ value: residence, label: name(residence), about: words.residence }] : []),
        ...(hukou ? [{ value: hukou, label: name(hukou), about: words.hukou }] : []),
        ...insured.map((region) => ({ value: region, label: name(region), about: words.insured })),
      ].filter(
        ({ value }, at, all) => value !== fromChosen(typedIn(form)).region && all.findIndex((one) => one.value === value) === at,
      );
      const other = { value: "other", label: byId("tos").dataset["other"] ?? "", about: "" };
      optionsInto(byId("tos"), "to", [...offered, other], typed("to") || kept["to"]);
      showOther();
    }
    const showOther = () => {
      byId("other").hidden = typed("to") !== "other";
    };

    async function openPlaces(): Promise<void> {
      const [province, county] = [byId("province") as HTMLSelectElement, byId("county") as HTMLSelectElement];
      const all = (await provinces()) ?? [];
      province.append(...all.map((each) => element("option", { value: each.code }, each[langOfPage()])));
      const list = async (chosen = "") => {
        const counties = province.value ? await countiesIn(province.value) : [];
        const options = (counties ?? []).map((one) => element("option", { value: one.code }, one.place + one.name));
        county.replaceChildren(county.options[0]!, ...options);
        county.value = chosen;
      };
      province.onchange = () => void list();
      province.value = kept["province"] ?? "";
      await list(kept["county"]);
    }

    function drawMore(): void {
      for (const asked of Array.from(form.querySelectorAll<HTMLElement>("[data-for]")))
        asked.hidden = asked.dataset["for"] !== kind() || (asked.id === "post" && offer.known.sex !== "F");
      byId("papers").hidden = typed("approved") !== "yes";
      byId("claimed").hidden = typed("claims") !== "yes";
      byId("consent").hidden = !planned.needsConsent;
    }
    form.addEventListener("change", ({ target }) => {
      if (target instanceof Element && target.closest("[data-step=check]")) return; // whoever declares changes nothing
      plan = undefined;
      showOther();
      drawMore();
    });

    async function leaveMore(): Promise<Complaint[]> {
      const { wish, complaints } = wishFrom(typedIn(form), offer, words);
      if (child && planned.needsConsent && !typed("consent"))
        complaints.push({ field: "consent", text: words["answer.missing"] });
      if (box?.underway()) complaints.push({ text: words.underway });
      if (complaints.length > 0) return complaints;
      if (!wish) return [{ text: words["place.missing"] }];
      const papers = typed("approved") === "yes" ? (box?.ids() ?? []) : [];
      plan = await planned.work({ wish, offer, child, draft, papers, consent: typed("consent") });
      return plan.findings.map((text) => ({ text }));
    }

    const steps: Applied["steps"] = [
      {
        name: "kind",
        done: () => kind() !== undefined && relationsFor(kind() ?? "medical", offer).length > 0,
        leave() {
          const which = kind();
          if (!which) return [{ field: "kind", text: words["kind.missing"] }];
          return relationsFor(which, offer).length > 0 ? [] : [{ field: "kind", text: words["kind.none"] }];
        },
      },
      {
        name: "from",
        applies: () => kind() !== "pension-switch",
        shown: drawFrom,
        done: () => (typed("from") || kept["from"] || "") !== "",
        leave: () => (typed("from") ? [] : [{ field: "from", text: words["place.missing"] }]),
      },
      {
        name: "to",
        applies: () => kind() !== "pension-switch",
        shown: drawTo,
        done: () => placeChosen({ to: kept["to"] ?? "", county: kept["county"] ?? "", ...typedIn(form) }) !== "",
        leave: () => (placeChosen(typedIn(form)) ? [] : [{ field: typed("to") ? "county" : "to", text: words["place.missing"] }]),
      },
      { name: "more", shown: drawMore, done: () => plan !== undefined && plan.findings.length === 0, leave: leaveMore },
    ];
    return {
      steps,
      rows: () => plan?.rows ?? [],
      body: () => plan?.body,
      async opened() {
        drawFrom();
        drawTo();
        drawMore();
        void openPlaces();
        box = await openEvidenceLater(byId("evidence"), { draft, purpose: "transfer", words });
      },
    };
  };
