// What an auditor should look at first. None of it is a fault by itself: each is a question, with the rows behind it.
import type { LookSeen, StaffLooks, Tag } from "./contract.ts";

/** Set by the operator's rule: few enough to be read, and nothing glaring below them. */
export const patternLimits = { withoutPaper: 5, sharers: 3 } as const;

export type Pattern =
  | { is: "own-record" | "late" | "without-paper"; staff: StaffLooks; looks: LookSeen[] }
  | { is: "many-staff"; record: Tag; by: { staff: StaffLooks; looks: LookSeen[] }[] };

/** A list is made for a village or a desk, a visit follows a list; whoever audits or keeps the system has no ticket. */
const NEEDS_PAPER: readonly (string | undefined)[] = ["call", "task", undefined];
export const hasNoPaper = ({ purpose, ticket, receipt }: LookSeen) => NEEDS_PAPER.includes(purpose) && !ticket && !receipt;

export function patternsIn(all: readonly StaffLooks[]): Pattern[] {
  const of = (is: "own-record" | "late" | "without-paper", picked: (look: LookSeen) => boolean, least: number): Pattern[] =>
    all
      .map((staff) => ({ is, staff, looks: staff.looks.filter(picked) }))
      .filter(({ looks }) => looks.length >= least)
      .sort((a, b) => b.looks.length - a.looks.length);
  return [
    ...of("own-record", ({ own }) => own, 1),
    ...sharedRecords(all),
    ...of("without-paper", hasNoPaper, patternLimits.withoutPaper),
    ...of("late", ({ late }) => late, 1),
  ];
}

/** One record that many had open. In lists everybody is shown to many. */
function sharedRecords(all: readonly StaffLooks[]): Pattern[] {
  const seen = new Map<Tag, { staff: StaffLooks; looks: LookSeen[] }[]>();
  for (const staff of all) {
    const records = new Map<Tag, LookSeen[]>();
    for (const look of staff.looks)
      if (look.purpose !== "list") records.set(look.record, [...(records.get(look.record) ?? []), look]);
    for (const [record, looks] of records) seen.set(record, [...(seen.get(record) ?? []), { staff, looks }]);
  }
  return [...seen]
    .filter(([, by]) => by.length >= patternLimits.sharers)
    .map(([record, by]): Pattern => ({ is: "many-staff", record, by }));
}
