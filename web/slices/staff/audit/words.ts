import type { LookSeen } from "../../../../shared/audit/contract.ts";
import { dateIn } from "../../../lang.ts";
import type { auditSays } from "../../../messages/access-log-audit.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";

export type AuditWords = StaffWords & Record<keyof typeof auditSays.zh, string> & { [name: string]: string };

export const dayOf = (date: string): string => dateIn(langOfPage(), date.slice(0, 10));
export const momentOf = (at: string): string => `${dayOf(at)} ${at.slice(11, 16)}`;

type Reason = Pick<LookSeen, "purpose" | "reason" | "ticket" | "receipt" | "fields">;

/** What for, in what words, by which paper, and whether more than masks was seen. */
export function whyOf({ purpose, reason, ticket, receipt, fields = [] }: Reason, words: AuditWords): string {
  const pieces = [
    purpose && words[`why.${purpose}`],
    reason || words.noWhy,
    ticket && fill(words.ticket, { ticket }),
    receipt && fill(words.receipt, { receipt }),
    fields.length > 0 && words.fields,
  ];
  return pieces.filter(Boolean).join(words.comma);
}
