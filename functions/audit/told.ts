// What of a look's row is hashed, and shown to the person: all of it, but for ids, which open doors inside. Of those a digest.
import { createHash } from "node:crypto";
import { canonical, type Hash } from "../../shared/access-log/chain.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { fromAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";

export const sha256 = (text: string): Hash => createHash("sha256").update(text).digest("hex");

const ID = /^(?:[\w-]{21}[AQgw]|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i;
const WRITTEN = ["reason", "agency", "workNumber"]; // what somebody wrote is no id, whatever it looks like
const ALWAYS = ["sessionId", "lookId"];
const DIGITS = 32;

/** The name of a person's chain: nothing leads back from it. */
export const chainOf = (personId: PersonId): Hash => sha256(`chain\n${personId}`);

const digestOf = (id: string) => sha256(`id\n${id}`).slice(0, DIGITS);

/** As the row lies in the table, whatever kind it is: a kind that comes later needs nothing here. */
export function textOf(row: Item): string {
  const { pk: _, sk: __, ...told } = fromAttributes(row);
  return canonical(withoutIds(told));
}

function withoutIds(value: unknown, name = ""): unknown {
  if (typeof value === "string")
    return ALWAYS.includes(name) || (ID.test(value) && !WRITTEN.includes(name)) ? digestOf(value) : value;
  if (Array.isArray(value)) return value.map((inner) => withoutIds(inner, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, withoutIds(one, inner)]));
}
