// Places of a form that are on no list. Where somebody lives is a county of today; where they are insured may be a province.
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { FilledForm } from "../../shared/registration/form.ts";
import { Insurance } from "../../shared/registration.ts";
import type { Deps } from "../app.ts";

export async function placesUnknown(
  { divisionIsKnown, places }: Pick<Deps, "divisionIsKnown" | "places">,
  { hukou, residence, elsewhere, duplicates, reasons }: FilledForm,
): Promise<Finding[]> {
  const placeName = await places();
  const hasName = async (code: string) => placeName(code) !== code;
  const asked: [known: Promise<boolean>, code: string, ...path: string[]][] = [
    [divisionIsKnown(residence.division), "registration.division-unknown", "residence", "division"],
    [divisionIsKnown(hukou.division), "registration.division-unknown", "hukou", "division"],
  ];
  for (const insurance of Insurance.options) {
    const place = elsewhere[insurance];
    if (place) asked.push([hasName(place), "registration.division-unknown", "elsewhere", insurance]);
    for (const [nth, twice] of (duplicates[insurance] ?? []).entries())
      asked.push([hasName(twice), "registration.division-unknown", "duplicates", insurance, String(nth)]);
    for (const [nth, reason] of (reasons[insurance] ?? []).entries())
      if ("place" in reason)
        asked.push([divisionIsKnown(reason.place), "declaration.division-unknown", "reasons", insurance, String(nth), "place"]);
  }
  const known = await Promise.all(asked.map(([answer]) => answer));
  return asked.flatMap(([, code, ...path], nth) => (known[nth] ? [] : [finding(code, ...path)]));
}
