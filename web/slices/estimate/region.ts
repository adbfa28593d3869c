// Whose rules.
import * as v from "valibot";
import { nearestFirst, Region } from "../../../shared/policy/parameter.ts";
import { byId } from "../../dom.ts";

const select = (id: string) => byId(id) as HTMLSelectElement;
const optionOf = (region: string) => document.querySelector<HTMLOptionElement>(`option[value="${region}"]`);

export const chosenRegion = (id = "region"): Region => v.parse(Region, select(id).value);

/** Nearest that can be chosen: 340422 is in 340400, which has numbers of its own. */
export function chooseRegion(region: Region, id = "region"): void {
  const near = nearestFirst(region).find(optionOf);
  if (near) select(id).value = near;
}

/** As people say it: 安徽省淮南市. `national`: how the whole country is called in that sentence. */
export const regionName = (region: Region, national: string): string =>
  region === "national" ? national : (optionOf(region)?.textContent ?? region);

/** The region and those around it that have a file of parameters. */
export const withFiles = (region: Region): Region[] =>
  nearestFirst(region).filter((place) => place === "national" || optionOf(place)?.dataset["own"] !== undefined);
