// What a person takes in the tables: the record, the way to it, and the history of how it came in.
import { aliasUnder } from "../functions/alias.ts";
import { movesOf } from "../functions/register/moves.ts";
import { namedOf } from "../functions/register/names.ts";
import { itemOf, keyOf } from "../functions/register/table.ts";
import { dateOf } from "../shared/kernel/calendar.ts";
import type { FullRecord } from "../shared/registration.ts";
import { itemBytes, STORED_BESIDE_BYTES } from "./item-size.ts";

export type Stored = { record: number; history: number; items: number };

const SECRET = { current: 1, versions: { "1": Buffer.alloc(32).toString("base64") } };

/** Bytes in the register after the first file, as the worker writes them; what every item costs beside is in them. */
export function storedOf({ registration, ...rest }: FullRecord): Stored {
  const { personId, identity, createdAt } = registration;
  const writes = movesOf("register")({
    personId,
    before: undefined,
    changes: { registration, ...rest },
    receipt: "0000-0000-0000",
    recordedAt: createdAt,
    by: "insured-340400",
    channel: "import",
  });
  const alias = itemOf.alias(aliasUnder(SECRET, 1, identity.docType, identity.number), {
    people: [{ personId, from: dateOf(createdAt) }],
  });
  const named = namedOf(SECRET, identity).map((name) => keyOf.named(name, personId));
  const items = [...writes.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : [])), alias, ...named];
  const weigh = (some: typeof items) => some.reduce((sum, item) => sum + itemBytes(item) + STORED_BESIDE_BYTES, 0);
  const history = items.filter(({ pk }) => pk?.S?.startsWith("HISTORY#"));
  return { record: weigh(items.filter((item) => !history.includes(item))), history: weigh(history), items: items.length };
}
