import type { DivisionCode } from "../../shared/kernel/fields.ts";
import type { StaffDeps } from "../staff-app.ts";

/** Codes with the names that people know; 100000 is no division. */
export async function namedRegions(places: StaffDeps["places"]) {
  const nameOf = await places();
  return (code: DivisionCode) => ({ code, name: code === "100000" ? "全国" : nameOf(code) });
}

/** A code that has no name leads nowhere. */
export const isPlaceIn = (places: StaffDeps["places"]) => async (code: DivisionCode) =>
  (await namedRegions(places))(code).name !== code;
