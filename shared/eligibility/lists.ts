import type { Eligibility } from "./profile.ts";

/** Only what there is to say; the rest is empty. */
export type Answer = Partial<Eligibility>;

export const answer = (said: Answer): Eligibility => ({
  must: [],
  may: [],
  closed: [],
  conditions: {},
  maternity: null,
  excludedFromShouldInsure: false,
  countsAsInsured: false,
  followUp: null,
  exemption: null,
  ...said,
});
