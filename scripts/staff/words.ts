import type { Listed } from "../../functions/desk/table.ts";
import type { Findings } from "../../functions/staff/grants.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { isInForce } from "../../shared/staff/staff.ts";

const words: Record<Findings[number]["code"], string> = {
  "grant.self": "Nobody gives or ends a role of their own.",
  "grant.clash": "Nobody holds two of parameters, auditor and security-administrator.",
  "grant.outside": "Some of these regions are not theirs to give.",
  "grant.no-such-place": "There is no such division code.",
  "grant.already-over": "That day is over.",
  "grant.too-long": "A role is given for a year at most.",
  "grant.number-taken": "Somebody else has this work number.",
  "grant.changed-meanwhile": "Somebody has just changed this person's roles: look again, then decide.",
  "grant.none": "They have no such role now.",
};
export const wordsOf = ({ code }: Findings[number]): string => words[code];

/** One line: who, as what, where, until when, and whether it still counts. */
export function grantText({ staffId, workNumber, name, agency, grant }: Listed, now: Instant): string {
  const { role, regions, from, until, ended } = grant;
  const state = ended ? `ended ${dateOf(ended.at)}` : isInForce(grant, dateOf(now)) ? "in force" : "over";
  return `${staffId}  ${workNumber} ${name}, ${agency}  ${role}  ${regions.join(" ")}  ${from} to ${until}  ${state}`;
}
