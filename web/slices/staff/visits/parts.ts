// What of the form is shown, by what stands in it: follow-up questions, reasons for what is missing, places to choose from.

import * as v from "valibot";
import { PlainDate } from "../../../../shared/kernel/calendar.ts";
import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import { byId } from "../../../dom.ts";
import type { Typed } from "../../../drafts.ts";
import { asksWhy, keptOf } from "../../../visits/filled.ts";
import type { PersonForm } from "../../../visits/sheet.ts";
import {
  asksEmployer,
  asksGraduation,
  asksPlace,
  asksText,
  asksUntil,
  codesIn,
  mustNameEmployer,
} from "../../declaration/said.ts";
import { type insurances, isInsured, MOST_TWICE, reasonTyped } from "../../registration/said.ts";
import { said } from "./state.ts";

export const select = (id: string) => byId(id) as HTMLSelectElement;

export const all = <Of extends HTMLElement>(selector: string) => Array.from(byId("form").querySelectorAll<Of>(selector));

const more: Record<string, (codes: readonly string[]) => boolean> = {
  several: (codes) => codes.length > 1,
  employer: asksEmployer,
  named: mustNameEmployer,
  until: asksUntil,
  graduation: asksGraduation,
  text: asksText,
  place: asksPlace,
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
