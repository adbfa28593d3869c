// The steps of the application: which insurance, from where, to where, a few answers; what comes of it is worked out before the
// last look, and what stands in the way is said once, all of it.
import type { Finding } from "../../../shared/kernel/rule.ts";
import { byId, element } from "../../dom.ts";
import { putBack } from "../../drafts/in-form.ts";
import { keptInTab } from "../../drafts/tab.ts";
import { type Complaint, complaintsOf } from "../../errors.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import { typedIn } from "../../form.ts";
import { isChild } from "../../is-child.ts";
import { dateIn } from "../../lang.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import type { FormWords } from "../../messages/kit.ts";
import type { transferFindings } from "../../messages/transfer-findings.ts";
import { langOfPage } from "../../paths.ts";
import { provinceNames } from "../../province-names.ts";
import { fill } from "../../words.ts";
import { countiesIn, provinces } from "../change/lists.ts";
import { draftOf } from "../estimate/kept.ts";
import type { Applied, Applying, Planned } from "./apply.ts";
import { kinds } from "./kinds.ts";
import { type Answer, type LookWords, rowsOf } from "./last-look.ts";
import { namedIn } from "./named.ts";
import { anyWish, asksMoved, asksPaper, fromChosen, placeChosen, readMoved, relationsFor, wishFrom } from "./wish.ts";

const PATIENCE_MS = 5000;
type Option = { value: string; label: string; about: string };
export type StepsWords = LookWords & FormWords & EvidenceWords & Record<keyof typeof transferFindings.zh, string>;

const optionsInto = (box: HTMLElement, name: string, options: readonly Option[], chosen: string | undefined): void =>
  box.replaceChildren(
    ...options.map(({ value, label, about }, nth) => {
      const id = `${name}-${nth}`;
      const input = element("input", { type: "radio", name, id, value });
      input.checked = value === chosen || options.length === 1;
      return element("div", { class: "pick" }, input, element("label", { for: id }, label, about && element("span", {}, about)));
    }),
  );

/** What was answered besides, by its question. */
const answersIn = (form: HTMLFormElement): Answer[] =>
  Array.from(form.querySelectorAll<HTMLInputElement>("[data-step=more] :is([type=radio]:checked, .no, #drawn)")).flatMap(
    (input) => {
      const box = input.closest<HTMLElement>(".field, fieldset");
      const said = input.type === "radio" ? input.nextElementSibling?.firstChild?.textContent : input.value;
      if (!box || !said || input.closest("[hidden]:not([data-step])")) return [];
      return [[box.querySelector("legend, label")?.textContent ?? "", said]];
    },
  );

export const stepsIn =
  (words: StepsWords) =>
  ({ offer, form, kept, draft, whom, planned }: Applying): Applied => {
    const typed = (name: string) => typedIn(form)[name] ?? "";
    const kind = () => kinds.find((one) => one === typed("kind"));
    const name = (division: string) =>
      offer.places.find((one) => one.division === division)?.name ??
      form.querySelector(`option[value="${division.replace(/0000$/, "")}"]`)?.textContent ?? // a province by its two digits
      provinceNames[division] ??
      division;
    let plan: Planned | undefined;
    let box: EvidenceBox | undefined;
    let papers: Promise<unknown> | undefined;
    /** A file of its own, for who is asked for a paper; whoever goes on at once waits a little for it. */
    async function openPapers(): Promise<void> {
      papers ??= openEvidenceLater(byId("evidence"), { draft, purpose: "transfer", words }).then((opened) => {
        box = opened;
      });
      await Promise.race([papers, new Promise((late) => setTimeout(late, PATIENCE_MS))]);
    }
    let places: Promise<void> | undefined;

    // What was answered where it was tried is not asked again.
    const tried: Record<string, string | undefined> = (!whom && keptInTab(draftOf("transfer"))) || {};
    const { approved, category, claims, benefit, drawn, becomes: into, account: balance } = tried;
    const alike = Object.entries({ approved, category, claims, benefit, drawn, into, balance, ...kept });
    putBack(form, Object.fromEntries(alike.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]]))));
    const wanted = kept["kind"] || new URLSearchParams(location.search).get("kind");
    for (const input of Array.from(form.querySelectorAll<HTMLInputElement>("[name=kind]"))) {
      input.checked = isChild(whom) ? input.value === "medical" : input.value === wanted;
      input.closest<HTMLElement>(".pick")!.hidden = isChild(whom) && input.value !== "medical";
    }

    function placesFrom(): Option[] {
      const which = kind();
      const options = (which ? relationsFor(which, offer) : []).map(({ scheme, region, from, years }) => ({
        value: `${scheme} ${region}`,
        label: name(region),
        about: fill(words.since, { from: dateIn(langOfPage(), from), n: Object.values(years).join("").split("p").length - 1 }),
      }));
      return options.filter(({ value }, at) => options.findIndex((one) => one.value === value) === at);
    }
    const drawFrom = () => optionsInto(byId("froms"), "from", placesFrom(), typed("from") || kept["from"]);

    /** `meant`: where it was tried. */
    function placesTo(): { offered: Option[]; meant: string | undefined } {
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
      return {
        offered,
        meant: offered.find(({ value }) => value.startsWith((tried["to"] ?? "").replace(/0+$/, "") || "-"))?.value,
      };
    }

    function drawTo(): void {
      const { offered, meant } = placesTo();
      const other = { value: "other", label: byId("tos").dataset["other"] ?? "", about: "" };
      optionsInto(byId("tos"), "to", [...offered, other], typed("to") || kept["to"] || meant);
      showOther();
    }
    const showOther = () => {
      byId("other").hidden = typed("to") !== "other";
      if (typed("to") === "other") places ??= openPlaces();
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
      const now = typedIn(form);
      for (const asked of Array.from(form.querySelectorAll<HTMLElement>("[data-for]")))
        asked.hidden =
          !asked.dataset["for"]!.split(" ").includes(kind() ?? "") || (asked.id === "post" && offer.known.sex !== "F");
      byId("moved").hidden = !asksMoved(now, offer);
      byId("papers").hidden = !asksPaper(now);
      if (asksPaper(now)) void openPapers();
      byId("claimed").hidden = typed("claims") !== "yes";
      byId("consent").hidden = !planned.needsConsent;
    }
    /** What was understood stands under the field while it is typed: nothing is corrected silently. */
    function sayUnderstood(): void {
      const read = readMoved(typedIn(form), offer);
      byId("understood").hidden = !read.ok;
      byId("understood").textContent = read.ok ? fill(words.understood, { date: dateIn(langOfPage(), read.value) }) : "";
    }
    byId("movedOn").oninput = sayUnderstood;
    // Not on "change": what appears when a field is left would push the button away from under the finger.
    form.addEventListener("input", ({ target }) => {
      if (target instanceof Element && target.closest("[data-step=check]")) return; // whoever declares changes nothing
      plan = undefined;
      showOther();
      drawMore();
    });

    const isPlanned = () => plan?.found.findings.length === 0;
    /** A man's switch between the pensions leaves nothing open. */
    const asksMore = () => kind() !== "pension-switch" || offer.known.sex !== "M" || planned.needsConsent;

    async function leaveMore(): Promise<Complaint[]> {
      const now = typedIn(form);
      if (asksPaper(now)) await openPapers();
      const { wish, complaints } = wishFrom(now, offer, words);
      if (planned.needsConsent && !typed("consent")) complaints.push({ field: "consent", text: words["answer.missing"] });
      if (asksPaper(now) && (!box || box.underway())) complaints.push({ text: words.underway });
      if (complaints.length > 0) return namedIn(form, complaints);
      if (!wish) return [{ text: words["place.missing"] }];
      const ids = asksPaper(now) ? (box?.ids() ?? []) : [];
      await places; // what is said names them
      plan = await planned.work({ wish, draft, papers: ids, consent: typed("consent") });
      return said(plan.found.findings);
    }

    /** At the field that it is about, where that is one of this step. */
    function said(findings: readonly Finding[]): Complaint[] {
      const asked = findings.map(({ code, path }) => ({ code, path: path.slice(-1) }));
      const all = complaintsOf(form, asked, words).map(({ field, text }) => ({
        ...(field && !byId("fields").querySelector(`[data-step][hidden] [name="${field}"]`) && { field }),
        text,
      }));
      return all.filter(({ text }, at) => all.findIndex((one) => one.text === text) === at);
    }

    const steps: Applied["steps"] = [
      {
        name: "kind",
        done: () => kind() !== undefined && relationsFor(kind() ?? "medical", offer).length > 0 && (asksMore() || isPlanned()),
        async leave() {
          const which = kind();
          if (!which) return [{ field: "kind", text: words["kind.missing"] }];
          if (relationsFor(which, offer).length === 0) return [{ field: "kind", text: words["kind.none"] }];
          return asksMore() ? said(await planned.inAnyCase(anyWish(which, offer))) : leaveMore();
        },
      },
      {
        name: "from",
        applies: () => kind() !== "pension-switch",
        shown: drawFrom,
        done: () => (typed("from") || kept["from"] || "") !== "" || placesFrom().length === 1, // which is chosen for them
        leave: () => (typed("from") ? [] : [{ field: "from", text: words["place.missing"] }]),
      },
      {
        name: "to",
        applies: () => kind() !== "pension-switch",
        shown: drawTo,
        done: () =>
          placeChosen({ to: kept["to"] ?? placesTo().meant ?? "", county: kept["county"] ?? "", ...typedIn(form) }) !== "",
        leave() {
          const [field, there] = [typed("to") === "other" ? "county" : "to", placeChosen(typedIn(form))];
          if (!there) return [{ field, text: words["place.missing"] }];
          return there === fromChosen(typedIn(form)).region ? [{ field, text: words["transfer.same-place"] }] : [];
        },
      },
      { name: "more", applies: asksMore, shown: drawMore, done: isPlanned, leave: leaveMore },
    ];
    return {
      steps,
      rows: () =>
        plan ? rowsOf({ planned: plan, whom: whom && offer.person.name, place: name, answers: answersIn(form) }, words) : [],
      body: () => plan?.body,
      opened() {
        drawFrom();
        drawTo();
        drawMore();
        sayUnderstood();
      },
    };
  };
