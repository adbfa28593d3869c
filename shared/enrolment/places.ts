// Where a scheme is joined: by the law of the place, never by the hukou alone. Handbook 3, 7.2, 7.4.

import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff, Policy } from "../policy/law.ts";
import type { Known, Place, Work } from "./contract.ts";
import type { JoinableScheme } from "./joining.ts";

export type Places = { places: Place[]; rule: Key };

/** Whoever has no hukou on the mainland is at home where they live (Order 41 Art. 2). */
const livesWithoutHukou = ({ docType }: Known) => docType === "HK_MO_RP" || docType === "TW_RP";

export const rules = {
  "110": "flexible-pension.hukou",
  "310": "flexible-pension.hukou",
  "170": "resident-pension.at",
  "390": "resident-medical.at",
} as const satisfies Record<JoinableScheme, Key>;

/** The law by which a scheme is joined, of the place that is named or that the register suggests. */
export function lawFor(
  scheme: JoinableScheme,
  known: Known,
  { region, today }: { region?: DivisionCode | undefined; today: PlainDate },
  policy: Policy,
): Law {
  const usual = scheme === "170" ? (known.hukou ?? known.residence) : (known.residence ?? known.hukou);
  return policy({ region: region ?? usual ?? "national", asOf: today });
}

/** The first is the usual one. Where the register knows no place, the person names it. */
export function placesOf(scheme: JoinableScheme, known: Known, work: Work, law: Law): Result<Places, NeedsStaff> {
  const { hukou, residence } = known;
  const rule = rules[scheme];
  const at = (by: Place["by"], division: DivisionCode | undefined, free = division === undefined): Place => ({
    by,
    ...(division && { division }),
    free,
  });
  if (scheme === "110" || scheme === "310") {
    const held = law.read({ of: rules[scheme] });
    return held.ok ? accepted({ rule, places: [at("work", residence, true)] }) : held;
  }
  const held = law.read({ at: rules[scheme] });
  if (!held.ok) return held;
  const homes = livesWithoutHukou(known)
    ? [at("residence", residence)]
    : held.value.at === "HUKOU"
      ? [at("hukou", hukou)]
      : hukou === undefined || residence === undefined || hukou === residence
        ? [at("residence", residence ?? hukou)]
        : [at("residence", residence), at("hukou", hukou)];
  return accepted({ rule, places: scheme === "390" && work === "student" ? [at("school", undefined), ...homes] : homes });
}

export const mayJoinAt = ({ places }: Pick<Places, "places">, region: DivisionCode): boolean =>
  places.some(({ division, free }) => free || division === region);

const MUNICIPALITIES = /^(?:11|12|31|50)/;

/** The same prefecture, or the same municipality: as far as "local" ever reaches. */
export const isLocal = (region: DivisionCode, hukou: DivisionCode | undefined): boolean => {
  const digits = MUNICIPALITIES.test(region) ? 2 : 4;
  return hukou?.slice(0, digits) === region.slice(0, digits);
};
