import type { PersonId } from "../shared/kernel/fields.ts";
import type { FullRecord, RecordPage } from "../shared/registration.ts";
import type { Looks } from "./looks/looks.ts";
import type { Look } from "./looks/table.ts";
import type { RegisterReader } from "./register/reader.ts";
import type { History } from "./register/table.ts";

export type OpenRecord = ReturnType<typeof doorTo>;

/** The one door to a person's record. First the look is written down; if that fails, nothing is read. */
export const doorTo = ({ register, looks }: { register: RegisterReader; looks: Looks }) =>
  async function openRecord(personId: PersonId, look: Look): Promise<RecordPage | undefined> {
    await looks.note(personId, look);
    return register.page(personId);
  };

export type RestOf = ReturnType<typeof restOfRecordIn>;

/** Of a record that the door has been opened to already: every enrolment and every year that was paid besides. */
export const restOfRecordIn = (register: Pick<RegisterReader, "record">) =>
  async function restOf({ registration }: RecordPage): Promise<FullRecord | undefined> {
    return register.record(registration.personId);
  };

/** What a copy takes of the register. `older`: the history goes on below this version. */
export type Whole = { record: FullRecord; history: History[]; children: number; older?: number };
export type OpenWhole = ReturnType<typeof wholeDoorTo>;

/** The same door, opened wide: all that the register has of a person, for the person alone. */
export const wholeDoorTo = ({ register, looks }: { register: RegisterReader; looks: Looks }) =>
  async function openWhole(personId: PersonId, look: Look, before?: number): Promise<Whole | undefined> {
    await looks.note(personId, look);
    const [record, past, children] = await Promise.all([
      register.record(personId),
      register.historyBefore(personId, before),
      register.children(personId),
    ]);
    return record && { record, ...past, children: children.length };
  };
