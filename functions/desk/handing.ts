// From hand to hand: taken from the list or from a colleague, handed over, put back on the list, given back by who should confirm.
import { type AtDesk, type HandFinding, handledBy, isTask, passedOn, turnOf, whyNotTheirs } from "../../shared/desk/hands.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { covers } from "../../shared/staff/regions.ts";
import { isInForce, type StaffHere, type StaffId } from "../../shared/staff/staff.ts";
import { openGrants } from "../staff/grants.ts";
import { isPlaceIn } from "../staff/named-regions.ts";
import type { StaffDeps } from "../staff-app.ts";
import { type Found, type Matter, rolesAt } from "./matters.ts";

type Pass = { to: "me" | "nobody" | StaffId; note?: string | undefined };
type Refusal = Finding<HandFinding> | undefined;
export type Colleague = { staffId: StaffId; name: string; workNumber: string; agency: string };

export function handingIn({ client, desk, staff, places, now }: StaffDeps) {
  const isPlace = isPlaceIn(places);
  const grants = openGrants({ client, staff, isPlace, now });

  async function written(before: Matter, next: Matter): Promise<Refusal> {
    return (await desk.moved(before, next)) ? undefined : finding("desk.changed");
  }

  /** Whose turn it is with it is who has handled it, unless they were to confirm. */
  function inHands(matter: Matter, by: AtDesk, to: AtDesk | undefined, note: string | undefined): Matter {
    const next = passedOn(matter, { by, ...(to && { to }), note, at: now() });
    return isTask(next) && to && turnOf(matter) === "handler" ? { ...next, handlers: handledBy(next, to.staffId) } : next;
  }

  async function colleague(matter: Matter, staffId: StaffId): Promise<AtDesk | undefined> {
    const known = await staff.member(staffId);
    const inForce = known?.grants.filter((grant) => isInForce(grant, dateOf(now()))) ?? [];
    return known && { staffId, name: known.member.name, roles: rolesAt({ grants: inForce }, matter) };
  }

  return {
    /** Who could have it in hand: of this region, in the role whose turn it is, and not out of the question. */
    async colleagues({ member }: StaffHere, { matter }: Found): Promise<Colleague[]> {
      const turn = turnOf(matter);
      const listed = await grants.review([matter.region]);
      const found = new Map<StaffId, Colleague>();
      for (const { staffId, name, workNumber, agency, grant } of listed) {
        const there =
          grant.role === turn && isInForce(grant, dateOf(now())) && grant.regions.some((at) => covers(at, matter.region));
        const roles = there ? [grant.role] : [];
        if (staffId !== member.staffId && !whyNotTheirs(matter, { staffId, name, roles }))
          found.set(staffId, { staffId, name, workNumber, agency });
      }
      return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
    },

    /** Whoever may have it may take it, from the list or from a colleague; only who has it gives it on. */
    async pass(_: StaffHere, { matter, who }: Found, { to, note }: Pass): Promise<Refusal> {
      if (matter.state !== "open") return finding("desk.not-open");
      if (to === "me") return whyNotTheirs(matter, who) ?? written(matter, inHands(matter, who, who, note));
      if (matter.taken?.staffId !== who.staffId) return finding(matter.taken ? "desk.taken" : "desk.changed");
      if (to === "nobody") return written(matter, inHands(matter, who, undefined, note));
      const other = await colleague(matter, to);
      if (!other || whyNotTheirs(matter, other)) return finding("desk.nobody-there", "to");
      return written(matter, inHands(matter, who, other, note));
    },

    /** The first word does not count any more; who gave it decides again, and still may not confirm. */
    async giveBack({ member }: StaffHere, { matter }: Found, reason: string): Promise<Refusal> {
      if (!isTask(matter) || !matter.proposed) return finding("desk.changed");
      const { proposed: _, taken: __, ...rest } = matter;
      return written(matter, { ...rest, returned: { reason, by: member.name, at: now() } });
    },
  };
}
