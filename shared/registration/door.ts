// An address down to the door: in three blanks on paper, in one line in the register.
import type { Address } from "../registration.ts";
import type { FilledForm } from "./form.ts";

/** Roads that are named after a place: 中关村大街, 景德镇路. */
const NO_ROAD = "(?![路街巷口]|大街|大道|[东西南北中]路)";
const TOWNSHIP = new RegExp(`^(?![\\d０-９]).{1,28}?(?:街道|镇|乡|苏木)${NO_ROAD}`, "u");
const VILLAGE = new RegExp(`^(?![\\d０-９]).{1,28}?(?:社区|居委会|村委会|村|嘎查)${NO_ROAD}`, "u");

export const addressOf = ({ division, township = "", village = "", road }: FilledForm["residence"]): Address => ({
  division,
  lines: township + village + road,
});

/** What stands before the road is told apart as far as its words say it; put together again it is what it was. */
export function doorOf({ division, lines }: Address): FilledForm["residence"] {
  const township = TOWNSHIP.exec(lines)?.[0] ?? "";
  const village = VILLAGE.exec(lines.slice(township.length))?.[0] ?? "";
  const road = lines.slice(township.length + village.length);
  if (!road) return { division, road: lines };
  return { division, ...(township && { township }), ...(village && { village }), road };
}

export const sameAddress = (a: Address, b: Address | undefined): boolean => a.division === b?.division && a.lines === b.lines;
