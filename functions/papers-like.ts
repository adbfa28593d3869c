import type { Document } from "../shared/identity.ts";
import type { PlainDate } from "../shared/kernel/calendar.ts";
import { passportForms } from "../shared/kernel/foreigner.ts";
import type { Identity } from "../shared/registration.ts";
import { readWho } from "../shared/session/who.ts";

/** Every document that a number may stand on, whatever somebody says that it is: to see whom else it may lead to. */
export function papersLike(
  { docType, number, name }: Pick<Identity, "docType" | "number" | "name">,
  today: PlainDate,
): Document[] {
  const forms = docType === "PASSPORT" ? passportForms(number) : [number];
  const read = readWho({ number, name }, today);
  return [...forms.map((form) => ({ docType, number: form })), ...(read.ok ? read.value.documents : [])];
}
