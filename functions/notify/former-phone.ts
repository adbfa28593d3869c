import * as v from "valibot";
import { leading, saidByPerson } from "../../shared/facts.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId, Phone, Receipt } from "../../shared/kernel/fields.ts";
import { Fact, type RecordPage } from "../../shared/registration.ts";
import type { RegisterReader } from "../register/reader.ts";
import type { History } from "../register/table.ts";

const CLOCKS_APART_MS = 300_000; // the worker's clock and the API's, with much to spare

type Known = Pick<RecordPage, "registration" | "facts">;
type Asked = { personId: PersonId; receipt: Receipt; acceptedAt: Instant };

/** The phone that led until this receipt put another one in its place: who holds it must hear of it, or a thief alone does. */
export async function formerPhone(register: RegisterReader, { facts }: Known, asked: Asked): Promise<Phone | undefined> {
  const phone = leading(facts, "phone");
  // From a file, or written before what we tell of was handed in: no work of this receipt, and a read saved.
  if (!phone || !saidByPerson(phone)) return undefined;
  if (Date.parse(phone.recordedAt) < Date.parse(asked.acceptedAt) - CLOCKS_APART_MS) return undefined;

  const move = await register.moveBy(asked.personId, asked.receipt);
  const moved = phonesIn(move?.after);
  if (moved.length === 0) return undefined;
  const untouched = facts.filter(({ source }) => moved.every((fact) => fact.source !== source));
  const former = leading([...untouched, ...phonesIn(move?.before)], "phone")?.phone;
  return former === phone.phone ? undefined : former;
}

const phonesIn = (items: History["after"] = {}): Fact[] =>
  Object.entries(items).flatMap(([sk, item]) => (sk.startsWith("FACT#phone#") ? [v.parse(Fact, item)] : []));
