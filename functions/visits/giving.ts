// A list is made: the households of a village that somebody should go to, and who of each should be spoken to, and why.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { type CellsOf, gapsIn } from "../../shared/households/coverage.ts";
import type { HouseholdId } from "../../shared/households/ids.ts";
import type { Member } from "../../shared/households/member.ts";
import type { AttemptKey, PersonId } from "../../shared/kernel/fields.ts";
import type { StaffId } from "../../shared/staff/staff.ts";
import type { Why } from "../../shared/visits/contract.ts";
import { MemberRef, VisitListId, visitIn } from "../../shared/visits/ids.ts";
import { receiptFrom } from "../receipt.ts";
import { inOrder } from "../register/households.ts";
import type { StoredList, StoredMember, StoredVisit } from "./table.ts";

/** The same attempt makes the same list. */
export const listIdFor = (by: StaffId, key: AttemptKey): VisitListId =>
  v.parse(VisitListId, receiptFrom(createHash("sha256").update(`visits ${by}:${key}`).digest()).slice(0, 9));

export type Finding = { household: HouseholdId; members: readonly Member[] };
type With = { cellsOf: CellsOf; asked: ReadonlySet<PersonId> };

/** Who has what is due and has confirmed it is left in peace. */
function whyOf(member: Member, { cellsOf, asked }: With): Why[] {
  const cells = cellsOf(member);
  const gaps = gapsIn(cells).map((insurance) => cells[insurance]);
  return [
    ...(gaps.some((cell) => cell !== "stopped") ? ["not-insured" as const] : []),
    ...(gaps.includes("stopped") ? ["stopped" as const] : []),
    ...(member.confirmedOn ? [] : ["not-confirmed" as const]),
    ...(asked.has(member.personId) ? ["asked" as const] : []),
  ];
}

/** Undefined: nobody of the household needs to be visited. */
export function visitTo(
  { household, members }: Finding,
  { list, village }: Pick<StoredList, "list" | "village">,
  nth: number,
  known: With,
): StoredVisit | undefined {
  const home = members[0]?.household;
  const living = inOrder(members).filter(({ closed }) => !closed);
  const wanted = living
    .map((member) => ({ member, why: whyOf(member, known) }))
    .filter(({ why }) => why.length > 0)
    .map(
      ({ member: { personId, relation }, why }, at): StoredMember => ({
        member: v.parse(MemberRef, String(at + 1)),
        personId,
        relation,
        why,
      }),
    );
  if (!home || wanted.length === 0) return undefined;
  return {
    visit: visitIn(list, nth),
    division: home.division,
    village,
    household,
    home,
    members: wanted,
    state: "assigned",
    version: 1,
  };
}
