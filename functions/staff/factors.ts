// What an issuer says about how somebody signed in, against what the operator demands (STAFF_ACR).

import { ISSUER_DEMANDS_IT } from "../../shared/staff/session.ts";

/** `wanted`: values parted by commas, any one of which may be the `acr` or stand in the `amr` (RFC 8176: mfa, otp, hwk …). */
export function hasSecondFactor(claims: { readonly [name: string]: unknown }, wanted: string): boolean {
  if (wanted === ISSUER_DEMANDS_IT) return true;
  const { acr, amr } = claims;
  const said = [acr, ...(Array.isArray(amr) ? amr : [])];
  const enough = wanted.split(",").flatMap((value) => value.trim() || []);
  return said.some((value) => typeof value === "string" && enough.includes(value));
}
