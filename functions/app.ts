import { askWhy, readAccessLog, readProofs } from "../shared/access-log/contract.ts";
import { askPhoneCode, submitChange } from "../shared/change/contract.ts";
import { listChildren } from "../shared/children/contract.ts";
import { submitDeclaration } from "../shared/declaration/contract.ts";
import {
  askDelegationCode,
  beginDelegation,
  endDelegation,
  listDelegations,
  objectToGuardians,
} from "../shared/delegation/contract.ts";
import { answerDuplicate, readDuplicates } from "../shared/duplicates/contract.ts";
import { readOffer, submitEnrolment } from "../shared/enrolment/contract.ts";
import type { Instant } from "../shared/kernel/calendar.ts";
import type { Contract } from "../shared/kernel/contract.ts";
import type { PersonId, Phone } from "../shared/kernel/fields.ts";
import { askNewcomerCode, openNewcomer, submitNewcomer } from "../shared/newcomer/contract.ts";
import { registerChild } from "../shared/newcomer/newborn.ts";
import { askReplacementCode, submitPhoneReplacement } from "../shared/phone-replacement/contract.ts";
import type { Policy } from "../shared/policy/law.ts";
import { noteNotice, takeCopy } from "../shared/privacy/contract.ts";
import { readRegistration, readRegistrationForm, submitRegistration } from "../shared/registration/contract.ts";
import { readReminders, setReminders } from "../shared/reminder/contract.ts";
import { readOpenApi } from "../shared/service/contract.ts";
import type { StaffHere } from "../shared/staff/staff.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "../shared/submissions/contract.ts";
import { readTransferOffer, readTransfers, stepTransfer, submitTransfer } from "../shared/transfer/contract.ts";
import type { ReadLog } from "./audit/log.ts";
import type { Casework } from "./casework/casework.ts";
import type { Delegations } from "./delegations/delegations.ts";
import type { Children } from "./find-children.ts";
import type { Health } from "./health.ts";
import { ending, framed } from "./http/frame.ts";
import { later } from "./http/later.ts";
import type { Shaped } from "./http/shape.ts";
import type { Look } from "./looks/table.ts";
import type { TakeCopy } from "./privacy/copies.ts";
import type { Notices } from "./privacy/notices.ts";
import type { OpenRecord, RestOf } from "./record.ts";
import type { Reminders as RemindersStore } from "./reminders/reminders.ts";
import { check } from "./routes/check.ts";
import { health } from "./routes/health.ts";
import { session } from "./routes/session.ts";
import type { Sessions } from "./sessions/sessions.ts";
import type { Session } from "./sessions/table.ts";
import type { Tell } from "./tell.ts";
import type { Transfers } from "./transfers/transfers.ts";
import type { Uploads } from "./uploads/uploads.ts";

export type { Session };
/** `look`: as what somebody else opens the record for them, a helpline agent for who is on the phone. */
export type Signed = Session & { look?: Look };

/** No register among them: a record is reached through its door, or not at all. */
export type Deps = {
  openRecord: OpenRecord;
  restOf: RestOf;
  casework: Casework;
  children(): Promise<Children>;
  /** Who may act for whom, among adults; and what a minor has said against who acts for them. */
  delegations(): Promise<Delegations>;
  uploads(): Promise<Uploads>;
  reminders(): Promise<RemindersStore>;
  transfers(): Promise<Transfers>;
  sessions: Sessions;
  notices(): Promise<Notices>;
  /** All that is kept about somebody, for themselves. */
  copy: TakeCopy;
  /** Who looked, as its person may check it. */
  accessLog(): Promise<ReadLog>;
  /** Every phone that the register has of somebody, and had: for themselves. */
  phonesOf(personId: PersonId): Promise<Phone[]>;
  /** Tells somebody something that is no outcome. */
  tell: Tell;
  health: Health;
  /** The addresses at which our pages are: writes are taken from there only. */
  origins: readonly string[];
  /** 340422 → 安徽省淮南市寿县. */
  places(): Promise<(code: string) => string>;
  divisionIsKnown(code: string): Promise<boolean>;
  /** The numbers of policy that this service was deployed with. */
  policy(): Promise<Policy>;
  /** With which this person's unsent forms are sealed on their own phone. */
  draftKeys(personId: PersonId): Promise<string[]>;
  now(): Instant;
};

/** As the API is put together: what reads and stores submissions is loaded with the first route that does. */
export type Parts = Omit<Deps, "casework"> & { casework(): Promise<Casework> };

/** All that the forms need which staff send for somebody too (routes/staff/acting.ts), and what those forms read. */
export type FormDeps = Pick<
  Deps,
  | "openRecord"
  | "restOf"
  | "casework"
  | "children"
  | "delegations"
  | "transfers"
  | "uploads"
  | "places"
  | "divisionIsKnown"
  | "policy"
  | "draftKeys"
  | "now"
> & { sessions: Pick<Sessions, "askPhoneCode" | "checkPhoneCode"> };

/** What a request carries on its way in: its contract, what the address names, its body, its shape, who sent it: a resident, or staff. */
export type Env = {
  Variables: {
    requestId: string;
    contract: Contract;
    named: Record<string, string>;
    body: Buffer;
    shaped: Shaped;
    session: Signed;
    staff: StaffHere;
  };
};

/** What nearly every visit begins with. */
const often = (deps: Parts) => [session(deps), check(deps), health(deps)];

/** For the routes that read or store submissions. */
const withCasework = async (parts: Parts): Promise<Deps> => ({ ...parts, casework: await parts.casework() });

/** What comes after it, or not, each loaded when it is first wanted. A further one is added here. */
const seldom = (parts: Parts) => [
  later([listSubmissions, readSubmission, withdrawSubmission], async () =>
    (await import("./routes/submissions.ts")).submissions(await withCasework(parts)),
  ),
  later([askPhoneCode], async () => (await import("./routes/phone-codes.ts")).phoneCodes(await withCasework(parts))),
  later([submitChange], async () => (await import("./routes/change.ts")).change(await withCasework(parts))),
  later([submitDeclaration], async () => (await import("./routes/declaration.ts")).declaration(await withCasework(parts))),
  later([readOffer, submitEnrolment], async () => (await import("./routes/enrolment.ts")).enrolment(await withCasework(parts))),
  later([readDuplicates, answerDuplicate], async () =>
    (await import("./routes/duplicate.ts")).duplicate(await withCasework(parts)),
  ),
  later([readTransferOffer, readTransfers, submitTransfer, stepTransfer], async () =>
    (await import("./routes/transfer.ts")).transfer(await withCasework(parts)),
  ),
  later([readRegistrationForm, submitRegistration, readRegistration], async () =>
    (await import("./routes/registration.ts")).registration(await withCasework(parts)),
  ),
  later([listDelegations, endDelegation], async () => {
    const deps = await withCasework(parts);
    const { endsAndTells } = await import("./delegations/ends.ts");
    return (await import("./routes/family.ts")).family({ ...deps, ends: endsAndTells(deps) });
  }),
  later([askDelegationCode, beginDelegation, objectToGuardians], async () =>
    (await import("./routes/delegation.ts")).delegation(await withCasework(parts)),
  ),
  later([listChildren], async () => (await import("./routes/children.ts")).children(await withCasework(parts))),
  later([readAccessLog, readProofs, askWhy], async () =>
    (await import("./routes/access-log.ts")).accessLog(await withCasework(parts)),
  ),
  later([noteNotice, takeCopy], async () => (await import("./routes/privacy.ts")).privacy(await withCasework(parts))),
  later([registerChild], async () => (await import("./routes/newborn.ts")).newborn(await withCasework(parts))),
  later([askNewcomerCode, openNewcomer, submitNewcomer], async () =>
    (await import("./routes/newcomer.ts")).newcomer(await withCasework(parts)),
  ),
  later([askReplacementCode, submitPhoneReplacement], async () =>
    (await import("./routes/phone-replacement.ts")).phoneReplacement(await withCasework(parts)),
  ),
  later([readReminders, setReminders], async () => (await import("./routes/reminder.ts")).reminder(await withCasework(parts))),
  later([readOpenApi], async () => (await import("./routes/openapi.ts")).openapi()),
];

export const createApp = (parts: Parts) =>
  ending([...often(parts), ...seldom(parts)].reduce((app, routes) => app.route("/", routes), framed(parts)));
