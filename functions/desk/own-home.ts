// Nobody decides about their own household. Whose record it is need not be opened for that: it is asked who lives where they do
// themselves, by a look in their own log.
import { leading } from "../../shared/facts.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import type { OpenAs } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";

type Waits = { retryAfterSeconds: number };

export const ownHomeIn = ({ openAs, kin }: Pick<StaffDeps, "openAs" | "kin">) =>
  /** Whether they live together with somebody. Nothing is read where their own record is not known. */
  async function isOwnHome(
    here: StaffHere,
    personId: PersonId,
    roles: readonly StaffRole[],
    task: Parameters<OpenAs>[2]["task"],
  ): Promise<boolean | Waits> {
    const me = here.member.personId;
    if (!me) return false;
    const mine = await openAs(here, me, { roles, purpose: "task", reason: "核对是不是自己家的事", task });
    if (mine.is === "too-many") return mine;
    const home = mine.is === "here" ? leading(mine.record.facts, "household") : undefined;
    return home !== undefined && (await kin(home)).includes(personId);
  };
