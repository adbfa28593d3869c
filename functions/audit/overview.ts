// Looks by who looked. Few members of staff at a time: the page asks for the next ones by itself.
import { createHash } from "node:crypto";
import type { LookSeen, StaffLooks, Tag } from "../../shared/audit/contract.ts";
import { type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { covers } from "../../shared/staff/regions.ts";
import type { Grant, StaffId } from "../../shared/staff/staff.ts";
import { receiptFrom } from "../receipt.ts";
import type { Staff } from "../staff/door.ts";
import { type Appending, itemsIn } from "./append.ts";
import { isLate } from "./hours.ts";
import { type ByStaff, monthIn, partitionOf, read } from "./table.ts";

const STAFF_AT_ONCE = 60;
const MOST_LOOKS = 500;
const TAG = 9;

/** The same record, the same tag; from it nothing leads to the person. */
export const tagOf = (personId: PersonId): Tag =>
  receiptFrom(createHash("sha256").update(`audit ${personId}`).digest()).slice(0, TAG);

type Window = { from: PlainDate; to: PlainDate };
type Options = Appending & { staff: Pick<Staff, "member"> };

export function overviewIn({ staff, ...at }: Options) {
  /** The newest first. `more`: there are older ones. */
  async function looksOf(id: StaffId, { from, to }: Window): Promise<{ looks: ByStaff[]; more: boolean }> {
    const months = [...new Set([monthIn(to), monthIn(from)])];
    const found: ByStaff[] = [];
    for (const month of months) {
      const asked = { from, to: plusDays(to, 1), newestFirst: true, most: MOST_LOOKS + 1 - found.length };
      found.push(...(await itemsIn(at, partitionOf.byStaff(id, month), asked)).map(read.byStaff));
      if (found.length > MOST_LOOKS) break;
    }
    return { looks: found.slice(0, MOST_LOOKS), more: found.length > MOST_LOOKS };
  }

  /** Who of the staff looked at all in these months, in the order of their ids. */
  async function active({ from, to }: Window): Promise<StaffId[]> {
    const months = [...new Set([monthIn(from), monthIn(to)])];
    const items = await Promise.all(months.map((month) => itemsIn(at, partitionOf.active(month))));
    return [...new Set(items.flat().map(read.active))].sort();
  }

  return {
    looksOf,

    async staffIn(regions: readonly DivisionCode[], window: Window, after?: StaffId) {
      const all = await active(window);
      const next = all.filter((id) => !after || id > after).slice(0, STAFF_AT_ONCE);
      const found = await Promise.all(next.map((id) => seen(id, regions, window)));
      const last = next.at(-1);
      return {
        staff: found.flatMap((one) => (one && one.looks.length > 0 ? [one] : [])),
        ...(last && last !== all.at(-1) && { after: last }),
      };
    },
  };

  async function seen(id: StaffId, regions: readonly DivisionCode[], window: Window): Promise<StaffLooks | undefined> {
    const known = await staff.member(id);
    if (!known || !isAudited(known.grants, regions)) return undefined;
    const { workNumber, name, agency, personId } = known.member;
    const { looks, more } = await looksOf(id, window);
    const shown = looks.map((look) => lookSeen(look, personId));
    return { staff: id, workNumber, name, agency, looks: shown, ...(more && { more: true as const }) };
  }
}

/** Whose looks an auditor of these regions reads: who has, or ever had, a role that lies within them. */
export const isAudited = (grants: readonly Pick<Grant, "regions">[], regions: readonly DivisionCode[]): boolean =>
  grants.some((grant) => grant.regions.some((place) => regions.some((mine) => covers(mine, place))));

function lookSeen(look: ByStaff, own: PersonId | undefined): LookSeen {
  const { personId, by: _, lookId: __, row: ___, agency: ____, workNumber: _____, ...told } = look;
  return { ...told, record: tagOf(personId), own: personId === own, late: isLate(look.at as Instant, look.role) };
}
