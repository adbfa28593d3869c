// What of the form is shown, by what stands in it: follow-up questions, reasons for what is missing, places to choose from.

import * as v from "valibot";
import { PlainDate } from "../../../../shared/kernel/calendar.ts";
import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import { byId, element } from "../../../dom.ts";
import type { Typed } from "../../../drafts.ts";
import { asksWhy, keptOf } from "../../../visits/filled.ts";
import type { PersonForm } from "../../../visits/sheet.ts";
import { townshipsIn } from "../../change/lists.ts";
import {
  asksEmployer,
  asksGraduation,
  asksPlace,
  asksText,
  asksUntil,
  codesIn,
  mustNameEmployer,
} from "../../declaration/said.ts";
import { openCounties, openRegions } from "../../registration/places.ts";
import { insurances, isInsured, MOST_TWICE, nameIn, reasonTyped } from "../../registration/said.ts";
import { said } from "./state.ts";

const select = (id: string) => byId(id) as HTMLSelectElement;
const all = <Of extends HTMLElement>(selector: string) => Array.from(byId("form").querySelectorAll<Of>(selector));
const hidden = (name: string) => byId("form").querySelector<HTMLInputElement>(`[name="${name}"]`)!;

const more: Record<string, (codes: readonly string[]) => boolean> = {
  several: (codes) => codes.length > 1,
  employer: asksEmployer,
  named: mustNameEmployer,
  until: asksUntil,
  graduation: asksGraduation,
  text: asksText,
  place: asksPlace,
};

/** Parts three and five ask the same of each insurance: the page carries them once. */
export function buildParts(): void {
  for (const [template, box] of [
    ["why", "whys"],
    ["twice", "twices"],
  ] as const)
    byId(box).innerHTML = insurances
      .map((insurance) => byId(template).innerHTML.split("$").join(insurance).split("§").join(said[`ins.${insurance}`]))
      .join("");
  byId("medical.why.O05").closest(".pick")!.remove(); // they are insured where they study
  for (const box of all("[data-why]")) {
    const main = select(`${box.dataset["why"]}.main`);
    for (const input of Array.from(box.querySelectorAll<HTMLInputElement>(".pick [id*='.why.']"))) {
      const label = input.nextElementSibling?.firstChild?.textContent ?? "";
      main.append(element("option", { value: input.id.split(".why.")[1] ?? "" }, label));
    }
  }
}

/** As its box says it. */
export const reasonOf = (code: string): string =>
  document.querySelector(`[for="pension.why.${code}"]`)?.firstChild?.textContent ?? code;

/** The reasons of the insurance above, for this one too. */
export function sameAsAbove(button: Element): void {
  const shown = all("[data-why]").filter(({ hidden: isHidden }) => !isHidden);
  const nth = shown.findIndex((each) => each.contains(button));
  const [above, box] = [shown[nth - 1], shown[nth]];
  const [to, from] = [box?.dataset["why"] ?? "", above?.dataset["why"] ?? ""];
  for (const input of Array.from(above?.querySelectorAll<HTMLInputElement>("input, select") ?? [])) {
    const twin = document.getElementById(input.id.replace(from, to));
    if (twin instanceof HTMLSelectElement && input instanceof HTMLSelectElement)
      twin.replaceChildren(...Array.from(input.cloneNode(true).childNodes));
    if (twin instanceof HTMLSelectElement) twin.value = input.value;
    if (!(twin instanceof HTMLInputElement)) continue;
    if (/checkbox|radio/.test(input.type)) twin.checked = input.checked;
    else twin.value = input.value;
  }
}

/** What is chosen is not hidden among the rest. */
export const openChosen = (): void => {
  for (const details of all<HTMLDetailsElement>("details"))
    if (details.querySelector(":checked:not(option)")) details.open = true;
};

/** Drawn anew after every change. */
export function follow(form: PersonForm, typed: Typed, today: PlainDate): void {
  for (const box of all("[data-if]")) {
    const [name = "", values = ""] = (box.dataset["if"] ?? "").split("=");
    box.hidden = !values.split(",").includes(typed[name] ?? "");
  }
  const why = asksWhy(form, typed, today);
  byId("why-none").hidden = why.length > 0;
  byId("why-lead").hidden = why.length === 0;
  for (const box of all("[data-why]")) {
    const insurance = box.dataset["why"] ?? "";
    box.hidden = !why.some((each) => each === insurance);
    box.querySelector<HTMLElement>("[data-same]")!.hidden = insurance === why[0];
    const codes = codesIn(reasonTyped(typed, insurance));
    for (const part of Array.from(box.querySelectorAll<HTMLElement>("[data-more]")))
      part.hidden = !more[part.dataset["more"] ?? ""]?.(codes);
  }
  const born = v.safeParse(PlainDate, form.person.birth);
  byId("consent").hidden = !born.success || !consentNeeded(born.output, today);
  const kept = keptOf(typed, today);
  for (const box of all("[data-twice]")) {
    const insurance = (box.dataset["twice"] ?? "") as (typeof insurances)[number];
    box.hidden = !isInsured(form, kept, insurance);
    const selects = Array.from({ length: MOST_TWICE }, (_, at) => select(`twice.${insurance}.${at}`));
    const last = selects.reduce((found, { value }, at) => (value ? at : found), 0);
    selects.forEach((each, at) => {
      each.closest<HTMLElement>(".field")!.hidden = at > last + 1;
    });
  }
}

/** The lists of places, with what was chosen; they lie on the tablet too. `near`: where this person lives, or the village. */
export async function openPlaces(
  typed: Typed,
  near: string,
  words: { cities: string; provinces: string; choose: string; own: string },
  gone: () => void,
): Promise<void> {
  const counties = all<HTMLSelectElement>("[data-provinces]").map((province) => {
    const county = select(province.dataset["provinces"] ?? "");
    const before = typed[county.name] ?? "";
    for (const each of [province, county]) each.replaceChildren(each.options[0]!);
    return openCounties(province, county, { province: typed[province.name] || near.slice(0, 2), county: before }, gone);
  });
  const regions = all<HTMLSelectElement>("[data-region]");
  for (const each of regions) each.replaceChildren(each.options[0]!);
  const options = { home: near, kept: (name: string) => typed[name] ?? "", words };
  const offered = (own: boolean) =>
    openRegions(
      regions.filter((each) => (each.dataset["region"] === "any") === own),
      { ...options, own },
    );
  const came = await Promise.all([offered(false), offered(true), ...counties]);
  if (came.includes(false)) gone();
  await openTownships(words, typed["township"]);
}

/** Of the county where somebody lives now; whoever's is not on the list writes it. */
export async function openTownships(words: { choose: string; own: string }, chosen = ""): Promise<void> {
  const county = select("county");
  const wanted = county.value;
  hidden("kept-division").value = wanted.slice(0, 6);
  hidden("kept-place").value = nameIn(wanted);
  const found = wanted ? await townshipsIn(wanted.slice(0, 6)) : [];
  if (county.value !== wanted) return;
  const list = select("township");
  list.replaceChildren(
    element("option", { value: "" }, words.choose),
    ...found.map(({ code, name }) => element("option", { value: code }, name)),
    element("option", { value: "own" }, words.own),
  );
  list.value = chosen || (found.length > 0 ? "" : "own");
  keepStreet();
}

export function keepStreet(): void {
  const list = select("township");
  const own = byId("ownStreet") as HTMLInputElement;
  own.closest<HTMLElement>(".field")!.hidden = list.value !== "own";
  hidden("kept-street").value =
    list.value === "own" ? own.value.normalize("NFC").trim() : list.value ? (list.selectedOptions[0]?.text ?? "") : "";
}

/** Where a finding of the rules, or of the office, is mended. */
export function fieldOf([first = "", second = "", ...rest]: readonly string[]): string {
  if (first === "form") return fieldOf([second, ...rest]);
  const fields: Record<string, string> = {
    pension: "pension.EMPLOYEE",
    medical: "medical.EMPLOYEE",
    hukou: "hukou.moved",
    residence: "home.moved",
    evidence: "papers",
    reasons: `${second}.why.P01`,
    elsewhere: `elsewhere.${second}`,
    duplicates: `twice.${second}.0`,
    signature: second === "by" ? "sign.by" : "sign.name",
    work: second === "employer" ? "employer.name" : "work",
  };
  return fields[first] ?? first;
}

/** A finding in words; the tablet may know less than the office does. */
export const inWords = (code: string): string => said[code] ?? said["problem.refused"] ?? code;
