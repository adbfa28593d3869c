// With what the residents' routes run when an agent sends a form for who is on the phone: the same, but for who opens the record,
// where it is stored and who sent it, and from where a code goes to a new phone.
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { Sender } from "../../shared/submission.ts";
import { draftKeysOf } from "../alias.ts";
import type { FormDeps, Session } from "../app.ts";
import { openDelegations } from "../delegations/delegations.ts";
import { endsByStaff } from "../delegations/ends.ts";
import { filingFor } from "../desk/filing.ts";
import { Fault } from "../log.ts";
import type { FamilyDeps } from "../routes/family.ts";
import type { Why } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";
import { readTransfers } from "../transfers/transfers.ts";
import type { ConsentCodes, OfTicket } from "./codes.ts";
import { newPhoneCodes } from "./new-phone.ts";

export type ActingDeps = FormDeps & Pick<FamilyDeps, "ends">;
export type ActingFor = OfTicket & { here: StaffHere };
/** What the residents' routes have no words for: the caller has to read out a code; so many seconds until the next record. */
export type Noticed = { consentMissing?: true; retryAfterSeconds?: number };

/** As which the record is opened; the person reads it. */
export const whyActing = (ticket: string): Why => ({
  roles: ["agent"],
  purpose: "call",
  reason: "来电人要求代办",
  ticket,
});

export function formDepsFor(deps: StaffDeps, consents: ConsentCodes, { here, ...of }: ActingFor, noticed: Noticed): ActingDeps {
  const { client, desk, openAs, secret, carry, now, places, divisionIsKnown, policy } = deps;
  const filing = filingFor({ client, desk, casework: deps.casework }, senderIn(here, of.ticket));
  const openRecord: FormDeps["openRecord"] = async (personId) => {
    const opened = await openAs(here, personId, whyActing(of.ticket));
    if (opened.is === "too-many") noticed.retryAfterSeconds = opened.retryAfterSeconds;
    return opened.is === "here" ? opened.record : undefined;
  };
  const missing = async () => {
    if (!(await consents.consent(of))) noticed.consentMissing = true;
  };
  return {
    openRecord,
    restOf: deps.restOf,
    transfers: async () => readTransfers({ client, table: deps.casework.table }),
    casework: {
      ...filing,
      async submit(personId, sent, content, { using = [], ...also } = {}) {
        const stored = await filing.submit(personId, sent, content, { ...also, using: [...using, consents.spends(of)] });
        if (stored.stored === "no") await missing();
        return stored;
      },
      async withdraw(personId, receipt, key, at) {
        const done = await filing.withdraw(personId, receipt, key, at, [consents.spends(of)]);
        if (!done) await missing();
        return done;
      },
    },
    children: () => deps.children(openRecord),
    // Who calls for an adult is known to act for them only by their own session: here they act for themselves and their children.
    delegations: async () => ({
      ...openDelegations({ client, table: deps.casework.table }),
      held: async () => undefined,
    }),
    // Ends it without a code of its own: it only takes away.
    ends: endsByStaff(filing),
    uploads: async () => {
      throw new Fault("acting.no-uploads"); // a body that names any has been refused by then
    },
    sessions: newPhoneCodes({ client, table: desk.table, secret, carry, now }),
    places,
    divisionIsKnown,
    policy,
    // Never those of the person's own phone: what an agent types stays in the tab (web/staff/acting.ts).
    draftKeys: async () => draftKeysOf(await secret(), `ticket ${of.ticket}`),
    now,
  };
}

/** In the place of a resident's session: of the ticket, never of the request. `calls`: how a message to a new phone names them. */
export function sessionOf({ here, ticket, personId }: ActingFor, startedAt: Session["startedAt"], calls: string): Session {
  return {
    sessionId: `${here.sessionId} ${ticket}`,
    personId,
    limited: false,
    startedAt,
    seenAt: 0,
    expiresAt: 0,
    subject: `helpline ${personId}`,
    calls,
    proofs: [],
    wrongProofs: 0,
  };
}

function senderIn({ member: { staffId, agency, workNumber } }: StaffHere, ticket: string): Sender {
  return { staffId, role: "agent", agency, workNumber, channel: "helpline", ticket };
}
