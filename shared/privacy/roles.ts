// Who may meet a field at all. Residents and guardians, and the roles of staff (docs/glossary.md). What somebody may do with it,
// and with whose, is another question: regions, tasks and calls decide that.
import { StaffRole } from "../staff/staff.ts";

export const roles = ["resident", "guardian", ...StaffRole.options] as const;
export type Role = (typeof roles)[number];
