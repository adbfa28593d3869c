import type { PersonId } from "../shared/kernel/fields.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Looks } from "./looks/looks.ts";
import type { Look } from "./looks/table.ts";
import type { RegisterReader } from "./register/reader.ts";

export type OpenRecord = ReturnType<typeof doorTo>;

/** The one door to a person's record. First the look is written down; if that fails, nothing is read. */
export const doorTo = ({ register, looks }: { register: RegisterReader; looks: Looks }) =>
  async function openRecord(personId: PersonId, look: Look): Promise<RecordPage | undefined> {
    await looks.note(personId, look);
    return register.page(personId);
  };
