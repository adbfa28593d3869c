import * as v from "valibot";
import type { PersonId, Phone } from "../../shared/kernel/fields.ts";
import { Fact } from "../../shared/registration.ts";
import type { RegisterReader } from "../register/reader.ts";

const PAGES = 20; // of a megabyte each: nobody has as much history

/** Every phone that the register has of somebody, from whatever source, and every one that it had. */
export async function phonesIn(
  register: Pick<RegisterReader, "atTheDoor" | "historyBefore">,
  personId: PersonId,
): Promise<Phone[]> {
  const phones = new Set<Phone>();
  const note = (fact: Fact) => fact.name === "phone" && phones.add(fact.phone);
  (await register.atTheDoor(personId))?.facts.forEach(note);
  for (let page = 0, before: number | undefined; page < PAGES; page++) {
    const past = await register.historyBefore(personId, before);
    for (const { before: was = {}, after = {} } of past.history)
      for (const [sk, item] of [...Object.entries(was), ...Object.entries(after)])
        if (sk.startsWith("FACT#phone#")) note(v.parse(Fact, item));
    if (past.older === undefined) break;
    before = past.older;
  }
  return [...phones];
}
