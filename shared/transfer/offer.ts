// What the register knows that decides about a move, in one answer: the simulator and the application begin with it.
import type { PlainDate } from "../kernel/calendar.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import type { FullRecord } from "../registration.ts";
import { knownFrom } from "./known.ts";
import type { TransferOffer } from "./shown.ts";

type Asked = { record: FullRecord; today: PlainDate; placeName: (code: string) => string };

export function offerOf({ record, today, placeName }: Asked): TransferOffer {
  const known = knownFrom(record);
  const { identity } = record.registration;
  const { hukou, residence, relations } = known;
  const spokenOf = [hukou, residence, ...relations.map(({ region }) => region)].filter((division) => division !== undefined);
  return {
    person: { name: masked("name", identity.name), number: maskedNumber(identity) },
    today,
    known,
    places: [...new Set(spokenOf)].map((division) => ({ division, name: placeName(division) })),
    ...(record.summary.asOf && { asOf: record.summary.asOf }),
  };
}
