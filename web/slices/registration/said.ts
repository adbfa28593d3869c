// What was said on the pages of the registration, as the draft holds it, over what is registered. No page is touched here.
import * as v from "valibot";
import { MedicalOption, PensionOption } from "../../../shared/registration/options.ts";
import type { Typed } from "../../drafts.ts";
import type { Form } from "./answer.ts";

export const insurances = ["pension", "medical", "unemployment", "injury", "maternity"] as const;
export type Insurance = (typeof insurances)[number];
/** Pages of the form. `reasons` is one for each insurance. */
export type Task = "hukou" | "home" | "phones" | "work" | "insurances" | "elsewhere" | "reasons" | "sign";
export type Known = Pick<Form, "card" | "hukou" | "residence" | "landline" | "work" | "insurances">;

export const MOST_TWICE = 5; // shared/registration/form.ts

/** As the fields of all pages would stand if everything is as it is registered. */
export function typedOf({
  card,
  hukou,
  residence,
  landline,
  work,
  insurances: held = [],
}: Partial<Known>): Record<string, string> {
  const typed: Record<string, string> = {
    "hukou.moved": hukou ? "no" : "yes",
    "home.moved": residence ? "no" : "yes",
    landline: landline?.masked ? "kept" : "none",
    work: work?.employer ? "EMPLOYED" : (work?.without ?? ""),
    "employer.name": work?.employer ?? "",
    card: card ? (card.hasCard ? "yes" : "no") : "",
  };
  for (const { insurance, insured, options, elsewhere = "", places } of held) {
    for (const option of options) typed[`${insurance}.${option}`] = "yes";
    if (insured && options.length === 0) typed[insurance] = "yes";
    typed[`elsewhere.${insurance}`] = elsewhere;
    places.forEach((place, at) => {
      typed[`twice.${insurance}.${at}`] = place;
    });
  }
  return typed;
}

const Snapshot = v.record(v.string(), v.string());

/** A page counts once it was gone through to its end: `seen.…` then holds what stood in its fields. Until then it is as registered. */
export const isSeen = (kept: Typed, task: string): boolean => Boolean(kept[`seen.${task}`]);
export const standing = (known: Known, kept: Typed, task: Task): Typed =>
  isSeen(kept, task) ? v.parse(Snapshot, JSON.parse(kept[`seen.${task}`] ?? "")) : typedOf(known);

const isTicked = (typed: Typed, name: string): boolean => typed[name] === "yes";
export const pensionsIn = (typed: Typed) => PensionOption.options.filter((option) => isTicked(typed, `pension.${option}`));
export const medicalsIn = (typed: Typed) => MedicalOption.options.filter((option) => isTicked(typed, `medical.${option}`));

/** Where somebody is insured twice, without blanks; undefined where nowhere. */
export function twiceIn(typed: Typed, insurance: Insurance): string[] | undefined {
  const places = Array.from({ length: MOST_TWICE }, (_, at) => typed[`twice.${insurance}.${at}`] ?? "").filter(Boolean);
  return places.length > 0 ? places : undefined;
}

export function isInsured(known: Known, kept: Typed, insurance: Insurance): boolean {
  const typed = standing(known, kept, "insurances");
  const lists = { pension: pensionsIn, medical: medicalsIn };
  const has =
    insurance === "pension" || insurance === "medical" ? lists[insurance](typed).length > 0 : isTicked(typed, insurance);
  return has || Boolean(standing(known, kept, "elsewhere")[`elsewhere.${insurance}`]);
}

/** What somebody in this work must have and has not: part three asks why (reasonsDue in shared/registration/rules/reasons.ts). */
export function missing(form: Known & Pick<Form, "required">, kept: Typed): Insurance[] {
  const { work = "" } = standing(form, kept, "work");
  const ticked = standing(form, kept, "insurances");
  const atOrgan = work === "EMPLOYED" && isTicked(ticked, "pension.ORGAN");
  const required = form.required[atOrgan ? "ORGAN" : work] ?? [];
  const inside = ["EMPLOYEE", "PUBLIC"].some((option) => isTicked(ticked, `medical.${option}`)) ? "maternity" : undefined;
  return insurances.filter((one) => required.includes(one) && one !== inside && !isInsured(form, kept, one));
}

/** What part three holds of one insurance, with the names that a declaration has (web/slices/declaration/said.ts). */
export function reasonTyped(kept: Typed, insurance: string): Record<string, string> {
  const typed = Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) =>
      name.startsWith(`${insurance}.`) ? [[name.slice(insurance.length + 1), value]] : [],
    ),
  );
  return { ...typed, "kept-division": codeIn(typed["county"]) };
}

/** A chosen place holds code and name: `340403 安徽省淮南市田家庵区`. */
export const codeIn = (chosen = ""): string => chosen.slice(0, 6);
export const nameIn = (chosen = ""): string => chosen.slice(7);
