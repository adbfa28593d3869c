import * as v from "valibot";
import type { Hash } from "../../shared/access-log/chain.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import { fromAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";
import { ByStaff } from "./table.ts";

const OfStaff = v.object({ ...ByStaff.entries, kind: v.literal("staff"), by: StaffId });

/** The look as the auditor finds it; nothing where nobody of the staff looked, or the operator by name, who has no staff id. */
export function byStaffOf(personId: PersonId, row: Item, hash: Hash): ByStaff | undefined {
  const read = v.safeParse(OfStaff, { ...fromAttributes(row), personId, row: hash });
  if (!read.success) return undefined;
  const { kind: _, ...look } = read.output;
  return look;
}
