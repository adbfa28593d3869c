// Numbers of policy that the words of a page quote before anything is worked out: read from the parameters when the site is built.
import type { Key, ValueOf } from "../shared/policy/keys.ts";
import { openPolicy } from "../shared/policy/law.ts";
import { cardBasis } from "./cards.ts";

/** The build stops where one has no valid entry: a page cannot say it then. */
export function quoted<const Wanted extends Readonly<Record<string, Key>>>(
  wanted: Wanted,
): { readonly [Name in keyof Wanted]: ValueOf<Wanted[Name]> } {
  const { parameters, asOf } = cardBasis();
  const held = openPolicy(parameters)({ region: "national", asOf }).read(wanted);
  if (!held.ok) throw new Error(`${held.refusal.key} has no valid national entry: npm run policy -- check`);
  return held.value;
}

/** The ages of women before the reform, in years: their posts are known by them. */
export function formerAges(): { f55: number; f50: number } {
  const { f55, f50 } = quoted({ f55: "retirement.f55.original-age", f50: "retirement.f50.original-age" });
  return { f55: f55 / 12, f50: f50 / 12 };
}

/** For so long without a break, and a change of medical insurance costs no waiting. In years. */
export const steadyYears = (): number => quoted({ months: "medical-transfer.continuous-months" }).months / 12;

/** From so many years on, what was paid in one go needs a paper. */
export const oneOffYears = (): number => quoted({ months: "pension-transfer.one-off-months" }).months / 12;
