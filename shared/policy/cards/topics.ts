// All cards, by topic, in the order in which people meet them.
import type { Card } from "./card.ts";
import { employee } from "./employee.ts";
import { employer } from "./employer.ts";
import { flexible } from "./flexible.ts";
import { join } from "./join.ts";
import { lostJob } from "./lost-job.ts";
import { medicalJoining } from "./medical.ts";
import { medicalStaying } from "./medical-gap.ts";
import { provinces } from "./moving.ts";
import { schemes } from "./moving-schemes.ts";
import { residentPensions } from "./resident-pension.ts";
import { retirement } from "./retirement.ts";
import { twice } from "./twice.ts";

const topics = {
  join,
  retirement,
  employee,
  flexible,
  "resident-pension": residentPensions,
  medical: { ...medicalJoining, ...medicalStaying },
  moving: { ...provinces, ...schemes },
  twice,
  "lost-job": lostJob,
  employer,
} as const satisfies Record<string, Readonly<Record<string, Card>>>;

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as Topic[]; // the keys of the map above, and no others
/** `join#must-join`: its address below /policy/. */
export type CardId = { [T in Topic]: `${T}#${keyof (typeof topics)[T] & string}` }[Topic];

export type NamedCard = { id: CardId; topic: Topic; anchor: string; card: Card };

export const everyCard: readonly NamedCard[] = topicNames.flatMap((topic) =>
  Object.entries(topics[topic]).map(([anchor, card]) => ({ id: `${topic}#${anchor}` as CardId, topic, anchor, card })),
); // topic and anchor are the keys the type is made of
