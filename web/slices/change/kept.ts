// The address as it was chosen, in hidden fields: they go along with the draft to the page that sends it.
import * as v from "valibot";
import { DivisionCode } from "../../../shared/kernel/fields.ts";
import { byId } from "../../dom.ts";
import { typed } from "./form.ts";

export const kept = (name: "picked" | "division" | "place" | "township" | "street"): HTMLInputElement =>
  byId(`kept-${name}`) as HTMLInputElement;

export const isTownship = (code: string): boolean => code.length === 9;

const lines = () => kept("street").value + typed("address.lines").trim();
export const address = () => ({ division: v.parse(DivisionCode, kept("division").value), lines: lines() });
export const addressText = (): string => kept("place").value + lines();

/** Place, township where it was asked apart, road and number. */
export const addressSteps = (): number => (isTownship(kept("picked").value) ? 2 : 3);
export const isWhole = (): boolean => kept("division").value !== "" && typed("address.lines").trim() !== "";
