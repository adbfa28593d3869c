// Who works without an employer, for a platform or alone. Handbook 2.3, 3.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type Answer, answer } from "./lists.ts";
import type { Eligibility, Profile } from "./profile.ts";

const FREE_CHOICE: Answer = { may: ["110", "170", "310", "390"], closed: ["410"] };

/** Platforms in the listed sectors insure against injury at work by the order. */
export function flexibleSchemes({ platform, sector }: Profile, law: Law): Result<Eligibility, NeedsStaff> {
  if (!platform || sector === null) return accepted(answer(FREE_CHOICE));
  const held = law.read({ from: "occupational-injury.from", sectors: "occupational-injury.sectors" });
  if (!held.ok) return held;
  const { from, sectors } = held.value;
  if (law.asOf < from || !sectors.some((listed) => listed === sector)) return accepted(answer(FREE_CHOICE));
  return accepted(answer({ ...FREE_CHOICE, must: ["OCC_INJURY"], conditions: { OCC_INJURY: "PLATFORM_PAYS_PER_ORDER" } }));
}
