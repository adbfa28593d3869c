// How somebody works, and what follows for joining. Handbook 2.3, 3.
import { eligibilityOf } from "../eligibility/eligibility.ts";
import type { Eligibility, Profile } from "../eligibility/profile.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

export const ways = ["own", "ride", "delivery", "freight", "platform", "part-time", "employed", "drawing"] as const;
/** `platform`: orders of another kind; `employed`: with a labour contract; `drawing`: a pension, of whichever kind. */
export type Way = (typeof ways)[number];

/** `free`: may choose. `employer`: the employer must enrol. Else no pension can be joined, because of the age or of one that is drawn. */
export type Joining = { is: "free" | "employer" | "too-young" | "drawing"; injury: "platform" | "employer" | null };

const FLEXIBLE: Profile = {
  status: "FLEXIBLE",
  age: 0,
  unit: "ENTERPRISE",
  docType: "RIC",
  partTime: false,
  employers: 1,
  platform: false,
  sector: null,
};

const profiles = {
  own: {},
  ride: { platform: true, sector: "RIDE" },
  delivery: { platform: true, sector: "DELIVERY" },
  freight: { platform: true, sector: "FREIGHT" },
  platform: { platform: true },
  "part-time": { status: "EMPLOYEE", partTime: true },
  employed: { status: "EMPLOYEE" },
  drawing: { status: "RETIRED" },
} as const satisfies Record<Way, Partial<Profile>>;

/** `age` in full years. */
export const profileOf = (way: Way, age: number): Profile => ({ ...FLEXIBLE, ...profiles[way], age });

export function joiningOf({ way, age }: { way: Way; age: number }, law: Law): Result<Joining, NeedsStaff> {
  const found = eligibilityOf(profileOf(way, age), law);
  return found.ok ? accepted({ is: kindOf(found.value), injury: injuryOf(found.value) }) : found;
}

function kindOf({ may, must, countsAsInsured }: Eligibility): Joining["is"] {
  if (countsAsInsured) return "drawing";
  if (must.includes("110")) return "employer";
  return may.includes("110") ? "free" : "too-young";
}

function injuryOf({ must }: Eligibility): Joining["injury"] {
  if (must.includes("OCC_INJURY")) return "platform";
  return must.includes("410") ? "employer" : null;
}
