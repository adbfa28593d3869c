// How a ticket begins: by what the search has answered already, and once for each attempt.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { callFrom, heard, nothingAsked } from "../../shared/helpline/levels.ts";
import { isRight } from "../../shared/helpline/questions.ts";
import type { Sought } from "../../shared/helpline/search.ts";
import { TicketNo } from "../../shared/helpline/ticket.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { AttemptKey, DivisionCode } from "../../shared/kernel/fields.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { covers } from "../../shared/staff/regions.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import { receiptFrom } from "../receipt.ts";
import type { StaffDeps } from "../staff-app.ts";
import { levelsOf } from "./callers.ts";
import { dueOf } from "./due.ts";
import type { Ticket } from "./kept.ts";
import { type Next, openTickets } from "./tickets.ts";
import { openWrongAnswers } from "./wrong-answers.ts";

export const regionsHere = ({ grants }: StaffHere): DivisionCode[] =>
  grants.filter(({ role }) => role === "agent").flatMap(({ regions }) => regions);

/** The place of theirs in which the person belongs. */
const regionFor = (here: StaffHere, regions: readonly DivisionCode[]): DivisionCode | undefined =>
  regions.find((place) => regionsHere(here).some((granted) => covers(granted, place)));

export function openingIn({ client, desk, places, due, now }: StaffDeps) {
  const tickets = openTickets({ client, table: desk.table });
  const wrongAnswers = openWrongAnswers({ client, table: desk.table, now });

  function begun(here: StaffHere, no: TicketNo, region: DivisionCode): Next {
    const at = now();
    const by = here.member.staffId;
    const history: Next["history"] = [{ state: "NEW", at, by }];
    const ticket: Next = {
      ticket: no,
      state: "NEW",
      region,
      openedAt: at,
      owner: by,
      call: callFrom(at),
      asked: nothingAsked,
      parts: [],
      history,
    };
    return { ...ticket, ...dueOf(ticket, due) };
  }

  async function created(here: StaffHere, next: Next, writes: Parameters<typeof tickets.create>[1] = []) {
    if (await tickets.create(next, writes)) return { ...next, version: 1 };
    return tickets.mine(here, next.ticket); // by the same attempt, a moment ago
  }

  return {
    /** The day, and forty bits of a digest over who opens it and their attempt: the same attempt is the same ticket. */
    numberOf({ member }: StaffHere, key: AttemptKey): TicketNo {
      const letters = receiptFrom(createHash("sha256").update(`ticket ${member.staffId}:${key}`).digest());
      return v.parse(TicketNo, `G-${dateOf(now()).slice(5).replace("-", "")}-${letters.slice(0, 9)}`);
    },

    /** For whoever asks about nobody. */
    async aboutNobody(here: StaffHere, no: TicketNo): Promise<Ticket | undefined> {
      const [region] = regionsHere(here);
      return region && created(here, begun(here, no, region));
    },

    /** What the search has answered already counts as said: a number, a name. So does a name that is not theirs. */
    async about(
      here: StaffHere,
      no: TicketNo,
      sought: Sought,
      { record, regions }: { record: RecordPage; regions: readonly DivisionCode[] },
    ): Promise<Ticket | undefined> {
      const region = regionFor(here, regions);
      if (!region) return undefined;
      const { personId } = record.registration;
      let asked = nothingAsked;
      if (sought.kind === "number") asked = heard(asked, "number", true);
      if (sought.kind === "name-birth") asked = heard(asked, "name", true);
      if (sought.kind === "number" && sought.name !== undefined) {
        const situation = { record, today: dateOf(now()), placeName: levelsOf(await places()) };
        asked = heard(asked, "name", isRight("name", sought.name, situation) === true);
      }
      const wrongBefore = (await wrongAnswers.areTooMany(personId)) && { wrongBefore: true as const };
      const next = { ...begun(here, no, region), personId, asked: { ...asked, ...wrongBefore } };
      return created(here, next, asked.wrong > 0 ? [await wrongAnswers.oneMore(personId)] : []);
    },
  };
}
