import * as v from "valibot";
import { leading } from "../../shared/facts.ts";
import type { PersonId, Phone, Receipt } from "../../shared/kernel/fields.ts";
import { Fact, type RecordPage } from "../../shared/registration.ts";
import type { Register } from "../register/register.ts";
import type { History } from "../register/table.ts";

const STILL_NEWS_DAYS = 30; // as long as we remember what was told; a queue keeps a notice for half of it

type Known = Pick<RecordPage, "registration" | "facts">;
type Asked = { personId: PersonId; receipt: Receipt };

/** The phone that led until this receipt put another one in its place: who holds it must hear of it, or a thief alone does. */
export async function formerPhone(register: Register, { facts }: Known, asked: Asked, now: number): Promise<Phone | undefined> {
  const phone = leading(facts, "phone");
  if (!phone || Date.parse(phone.recordedAt) / 1000 < now - STILL_NEWS_DAYS * 86_400) return undefined; // saves a read

  const move = await register.moveBy(asked.personId, asked.receipt);
  const moved = phonesIn(move?.after);
  if (moved.length === 0) return undefined;
  const untouched = facts.filter(({ source }) => moved.every((fact) => fact.source !== source));
  const former = leading([...untouched, ...phonesIn(move?.before)], "phone")?.phone;
  return former === phone.phone ? undefined : former;
}

const phonesIn = (items: History["after"] = {}): Fact[] =>
  Object.entries(items).flatMap(([sk, item]) => (sk.startsWith("FACT#phone#") ? [v.parse(Fact, item)] : []));
