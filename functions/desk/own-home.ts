// Nobody decides about their own household: theirs is compared, by a look in their own log too.
import { leading } from "../../shared/facts.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import type { OpenAs } from "../staff/record.ts";

type Waits = { retryAfterSeconds: number };

export const ownHomeIn = ({ openAs }: { openAs: OpenAs }) =>
  /** Whether they live together with whose record it is. Nothing is read where their own record is not known. */
  async function isOwnHome(
    here: StaffHere,
    own: Pick<RecordPage, "facts"> | undefined,
    roles: readonly StaffRole[],
    task: Parameters<OpenAs>[2]["task"],
  ): Promise<boolean | Waits> {
    const me = here.member.personId;
    const home = own && leading(own.facts, "household");
    if (!me || !home) return false;
    const mine = await openAs(here, me, { roles, purpose: "task", reason: "核对是不是自己家的事", task });
    if (mine.is === "too-many") return mine;
    const myHome = mine.is === "here" ? leading(mine.record.facts, "household") : undefined;
    return myHome?.division === home.division && myHome.number === home.number;
  };
