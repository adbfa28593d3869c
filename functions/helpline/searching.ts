// The search of the console: one text, few people, each of them shown masked and noted as shown.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { leading } from "../../shared/facts.ts";
import type { Found, SearchReply } from "../../shared/helpline/contract.ts";
import type { Sought } from "../../shared/helpline/search.ts";
import { DivisionCode, type PersonId } from "../../shared/kernel/fields.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import { receiptFrom } from "../receipt.ts";
import { openLookAllowance } from "../staff/allowance.ts";
import type { Opened } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";
import { type PlaceName, shownOf } from "./callers.ts";
import { MOST_FOUND } from "./find.ts";
import { openTickets } from "./tickets.ts";
import { whySearched } from "./why.ts";

export type Listed = { is: "listed"; reply: SearchReply } | { is: "wait"; retryAfterSeconds: number };
export type Searching = ReturnType<typeof searchingIn>;

const WHOLE_COUNTRY = "100000";

export function searchingIn({ client, desk, finder, openAs, places, now }: StaffDeps) {
  const tickets = openTickets({ client, table: desk.table });
  const spend = openLookAllowance({ client, table: desk.table });

  return {
    people: async (sought: Exclude<Sought, { kind: "ticket" }>): Promise<PersonId[]> => (await finder()).people(sought),

    /** Somebody with this phone, still: an index may be a moment behind. */
    isStillSo: (sought: Sought, opened: Extract<Opened, { is: "here" }>): boolean =>
      sought.kind !== "phone" || leading(opened.record.facts, "phone")?.phone === sought.phone,

    elsewhere,

    /** By its number: that there is one, in a place of theirs. */
    async ticket(here: StaffHere, { ticket: no }: Extract<Sought, { kind: "ticket" }>): Promise<SearchReply> {
      const ticket = await tickets.inPlace(here, no, ["agent"]);
      if (!ticket) return { kind: "ticket", found: [] };
      const { category, state, owner } = ticket;
      const mine = owner === here.member.staffId;
      return { kind: "ticket", found: [], ticket: { ticket: no, state, mine, ...(category && { category }) } };
    },

    /** A row in everybody's log who is shown, or looked for in another place. Nobody found: counted as a look all the same. */
    async list(here: StaffHere, sought: Exclude<Sought, { kind: "ticket" }>, people: readonly PersonId[]): Promise<Listed> {
      const placeName = await places();
      const found: Found[] = [];
      // What finds nobody says something too: the day of birth that is hidden in a number is found by trying.
      const wait = people.length === 0 ? await spend(here.member.staffId, "agent", now()) : undefined;
      if (wait !== undefined) return { is: "wait", retryAfterSeconds: wait };
      for (const personId of people.slice(0, MOST_FOUND)) {
        const opened = await openAs(here, personId, { roles: ["agent"], purpose: "list", reason: whySearched[sought.kind] });
        if (opened.is === "too-many") return { is: "wait", retryAfterSeconds: opened.retryAfterSeconds };
        if (opened.is === "elsewhere") found.push(...elsewhere(sought, opened.regions, placeName));
        if (opened.is !== "here" || !this.isStillSo(sought, opened)) continue;
        found.push({ is: "person", ref: refOf(here, personId), ...shownOf(opened.record, placeName) });
      }
      return { is: "listed", reply: { kind: sought.kind, found, ...(people.length > MOST_FOUND && { more: true }) } };
    },

    /** One of several, as this agent was shown them. */
    picked: (here: StaffHere, people: readonly PersonId[], pick: string): PersonId | undefined =>
      people.find((personId) => refOf(here, personId) === pick),
  };
}

/** Of somebody of other places, only to who has the number: that they are registered, and in which province. */
function elsewhere(sought: Sought, regions: readonly DivisionCode[], placeName: PlaceName): Found[] {
  if (sought.kind !== "number") return [];
  const province = regions[0] ? `${regions[0].slice(0, 2)}0000` : WHOLE_COUNTRY;
  const name = province === WHOLE_COUNTRY ? "" : placeName(province);
  return [{ is: "elsewhere", province: { division: v.parse(DivisionCode, province), name } }];
}

/** Sixty bits of a digest over a secret id and this very session: it opens nothing for anybody else. */
const refOf = ({ sessionId }: StaffHere, personId: PersonId): string =>
  receiptFrom(createHash("sha256").update(`found ${sessionId}:${personId}`).digest());
