// Parts four and five: where else. Handbook 10.4.
import { type Finding, finding } from "../../kernel/rule.ts";
import { Insurance } from "../../registration.ts";
import { isProvinceCode, sameCity, sameProvince } from "../places.ts";
import { type HeldOptions, saysInsured } from "../schemes.ts";
import type { FormSituation } from "./situation.ts";

export type PlaceFinding =
  | "registration.elsewhere-here"
  | "registration.elsewhere-own-province"
  | "registration.duplicates-too-few"
  | "registration.duplicate-not-insured";
type PlaceSituation = {
  filled: Pick<FormSituation["filled"], "residence" | "elsewhere" | "duplicates"> & HeldOptions;
};
type Places = (situation: PlaceSituation) => Finding<PlaceFinding>[];

const elsewhereIsElsewhere: Places = ({ filled: { residence, elsewhere } }) =>
  Insurance.options.flatMap((insurance): Finding<PlaceFinding>[] => {
    const place = elsewhere[insurance];
    if (!place || !sameProvince(place, residence.division)) return [];
    if (isProvinceCode(place)) return [finding("registration.elsewhere-own-province", "elsewhere", insurance)];
    return sameCity(place, residence.division) ? [finding("registration.elsewhere-here", "elsewhere", insurance)] : [];
  });

const LEAST_PLACES = 2; // handbook 10.4: one place is no duplicate

const twiceIsTwice: Places = ({ filled }) =>
  Insurance.options.flatMap((insurance): Finding<PlaceFinding>[] => {
    const places = filled.duplicates[insurance];
    if (!places) return [];
    if (new Set(places).size < LEAST_PLACES) return [finding("registration.duplicates-too-few", "duplicates", insurance)];
    return saysInsured(filled, insurance) ? [] : [finding("registration.duplicate-not-insured", "duplicates", insurance)];
  });

export const placeRules = [elsewhereIsElsewhere, twiceIsTwice];
