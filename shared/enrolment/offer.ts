// What somebody may join, in one answer: what the register knows, what has to be asked, how each scheme stands.
import type { PlainDate } from "../kernel/calendar.ts";
import type { Policy } from "../policy/law.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import type { RecordPage } from "../registration.ts";
import type { Known, Offer, Standing } from "./contract.ts";
import { joiningState } from "./joined.ts";
import { knownFrom } from "./known.ts";
import { awayOn } from "./life.ts";
import { withMissing } from "./missing.ts";
import { injuryOf, standingsOf } from "./standing.ts";
import { possibleWork } from "./work.ts";

type Situation = { record: RecordPage; forChild: boolean; today: PlainDate; policy: Policy; placeName: (code: string) => string };

export function offerOf({ record, forChild, today, policy, placeName }: Situation): Offer {
  const known = knownFrom(record);
  const asked = { known, forChild, today };
  const standings = standingsOf(asked, policy).map((standing) => withMissing(standing, known, today, policy));
  const { identity } = record.registration;
  return {
    person: { name: masked("name", identity.name), number: maskedNumber(identity) },
    today,
    known,
    ask: forChild || awayOn(known, today) ? [] : [...possibleWork(known)],
    standings,
    injury: injuryOf(asked, policy),
    joinings: known.joinings.map((joining) => ({ joining, is: joiningState(joining, known, today) })),
    places: placesIn(known, standings).map((division) => ({ division, name: placeName(division) })),
    ...(record.summary.asOf && { asOf: record.summary.asOf }),
  };
}

const placesIn = ({ hukou, residence, held, joinings }: Known, standings: readonly Standing[]) => {
  const spokenOf = [
    hukou,
    residence,
    ...held.map(({ region }) => region),
    ...joinings.map((joining) => (joining.state === "stopped" ? joining.region : joining.terms.region)),
    ...standings.flatMap(({ places }) => places.map(({ division }) => division)),
  ];
  return [...new Set(spokenOf)].filter((division) => division !== undefined);
};
