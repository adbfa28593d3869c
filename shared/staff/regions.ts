// Which places a grant reaches, and which places somebody belongs to.
import { leading } from "../facts.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { RecordPage } from "../registration.ts";
import type { Transfer } from "../transfer/transfer.ts";
import type { Grant, StaffHere, StaffRole } from "./staff.ts";

/** How many digits say which place it is. 100000 is the whole country (GB/T 2260 has no code for it). */
const significant = (code: DivisionCode): number => {
  if (code === "100000") return 0;
  return code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : 6;
};

/** 340000 is a province, 340400 a prefecture, 340422 a county. */
export const covers = (granted: DivisionCode, place: DivisionCode): boolean =>
  place.startsWith(granted.slice(0, significant(granted)));

/** The whole of a place lies in another one: who may only be in a county gives out nothing for its province. */
export const within = (place: DivisionCode, whole: DivisionCode): boolean =>
  significant(place) >= significant(whole) && covers(whole, place);

const reaches = ({ regions }: Pick<Grant, "regions">, places: readonly DivisionCode[]) =>
  regions.some((granted) => places.some((place) => covers(granted, place)));

/** The grant by which somebody here may do, in one of these roles, what concerns one of these places. */
export const grantFor = (
  { grants }: Pick<StaffHere, "grants">,
  roles: readonly StaffRole[],
  places: readonly DivisionCode[],
): Grant | undefined => grants.find((grant) => roles.includes(grant.role) && reaches(grant, places));

export const mayIn = (here: Pick<StaffHere, "grants">, roles: readonly StaffRole[], place: DivisionCode): boolean =>
  grantFor(here, roles, [place]) !== undefined;

/**
 * Where somebody belongs: hukou, residence, where an insurance of theirs runs, and between which places one is on its way. Of whom no
 * place is known: the whole country.
 */
export function regionsOf(
  { facts, summary }: Pick<RecordPage, "facts" | "summary">,
  moving: readonly Pick<Transfer, "from" | "to">[] = [],
): DivisionCode[] {
  const addresses = (["hukou", "residence"] as const).flatMap((name) => leading(facts, name)?.division ?? []);
  const running = Object.values(summary.insurances).flatMap((insurance) =>
    insurance && insurance.status !== "ended" ? [insurance.region] : [],
  );
  const held = (summary.held ?? []).map(({ region }) => region);
  const between = moving.flatMap(({ from, to }) => [from.division, to.division]);
  return [...new Set([...addresses, ...running, ...held, ...between])];
}
