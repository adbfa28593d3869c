// The one door to a person's record, as staff come through it.

import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { grantFor, regionsOf } from "../../shared/staff/regions.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { quietFor } from "../audit/quiet.ts";
import type { Look, LookPurpose } from "../looks/table.ts";
import type { OpenRecord } from "../record.ts";
import type { SpendLook } from "./allowance.ts";

/**
 * In which of their roles, what for, in words, and by which ticket or receipt. `fields`: what is shown unmasked, by the names of
 * the field table. `task`: the place of a matter that somebody handles: it brings the person to its desk, wherever they live.
 */
export type Why = {
  roles: readonly StaffRole[];
  purpose: LookPurpose;
  reason: string;
  ticket?: string | undefined;
  receipt?: string | undefined;
  fields?: readonly string[] | undefined;
  task?: DivisionCode | undefined;
  /** It would say to the person who somebody else is: they read it later. */
  thirdPerson?: true | undefined;
};
/** `elsewhere`: somebody of other places; that they are registered, and in which province, is all that may be said. */
export type Opened =
  | { is: "here"; record: RecordPage; role: StaffRole; regions: DivisionCode[] }
  | { is: "elsewhere"; regions: DivisionCode[] }
  | { is: "nobody" }
  | { is: "too-many"; retryAfterSeconds: number };
export type OpenAs = ReturnType<typeof staffDoorTo>;

type Options = {
  openRecord: OpenRecord;
  spend: SpendLook;
  now: () => Instant;
  newId?: () => string;
  /** Transfers of theirs that are on their way. Asked only where no other place of theirs is one of who looks. */
  moving?: (personId: PersonId) => Promise<Pick<Transfer, "from" | "to">[]>;
};

/** Counts, writes the look down, then reads; only then it is known whether the person belongs to a place of theirs. */
export const staffDoorTo = ({ openRecord, spend, now, newId = () => crypto.randomUUID(), moving = async () => [] }: Options) =>
  async function openAs(here: StaffHere, personId: PersonId, { roles, task, thirdPerson, ...why }: Why): Promise<Opened> {
    const role = here.grants.find((grant) => roles.includes(grant.role))?.role;
    if (!role) return { is: "nobody" };
    const retryAfterSeconds = await spend(here.member.staffId, role, now());
    if (retryAfterSeconds !== undefined) return { is: "too-many", retryAfterSeconds };

    const quietUntil = quietFor(why.purpose, thirdPerson ?? false, dateOf(now()));
    const record = await openRecord(personId, { ...lookOf(here, role, why, newId()), ...(quietUntil && { quietUntil }) });
    if (!record) return { is: "nobody" };
    const reach = (regions: DivisionCode[]) => {
      const grant = grantFor(here, roles, task ? [task] : regions);
      return grant && ({ is: "here", record, role: grant.role, regions } as const);
    };
    const regions = regionsOf(record);
    const opened = reach(regions) ?? (task ? undefined : reach(regionsOf(record, await moving(personId))));
    return opened ?? { is: "elsewhere", regions };
  };

/** What the person will read of it. Not the name: the agency answers for its people by their work number. */
export function lookOf(
  { member }: StaffHere,
  role: StaffRole,
  { fields, ...why }: Omit<Why, "roles" | "task" | "thirdPerson">,
  lookId: string,
): Extract<Look, { kind: "staff" }> {
  const { staffId, agency, workNumber } = member;
  return { kind: "staff", lookId, by: staffId, role, agency, workNumber, ...why, ...(fields && { fields: [...fields] }) };
}
