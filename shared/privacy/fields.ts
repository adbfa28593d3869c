// The field table (handbook 12): what is kept about a person, for what, on what grounds, who may meet it, where it lies. Masks,
// times and readers are read from here and nowhere written again: masks.ts, keeps.ts, and the privacy pages, which are made of it.
// The words are in web/messages/privacy-fields.ts.

import type { Place } from "./keeps.ts";
import type { Role } from "./roles.ts";

export type Group = "identity" | "contact" | "insurance" | "reasons" | "matters" | "evidence" | "trail" | "sign-in" | "files";

/** What for. `guard`: so that nobody else gets in, and that whoever looked can be named. */
export type Purpose = "find" | "reach" | "decide" | "insure" | "help" | "handle" | "prove" | "guard" | "tell";

/**
 * All of it rests on a duty of law (PIPL 13(3)); the law that sets the duty: registration (Social Insurance Law, 社会保险法, 58),
 * the record of a person's rights (74), employers who do not enrol (63, 84, 86), security (PIPL 51, Cybersecurity Law 21), telling
 * people (PIPL 17). For children under fourteen a guardian's consent comes on top (PIPL 31).
 */
export type Basis = "registration" | "record" | "enforcement" | "security" | "telling" | "guardian";

/** PIPL 28: whose leak or misuse hurts most. `status`: hardship, disability, prison and the like (specific identity). */
export type Sensitive = "finance" | "medical" | "status" | "child";

export type Row = {
  group: Group;
  purpose: Purpose;
  basis: Basis;
  sensitive?: Sensitive;
  /** Nobody: machines alone compare it, and it is kept as a digest or gone when it was used. */
  seenBy: readonly Role[];
  in: readonly [Place, ...Place[]];
};

const own: readonly Role[] = ["resident", "guardian"];
/** Who decides, and who confirms a decision: on the matter that they handle. */
const desk: readonly Role[] = [...own, "handler", "checker"];
/** Whoever has to know whom they speak of. */
const everyDesk: readonly Role[] = [...desk, "agent", "visitor", "officer"];
const staff: readonly Role[] = ["handler", "checker", "visitor", "auditor"];
const nobody: readonly Role[] = [];

type Places = Row["in"];
const row = (group: Group, purpose: Purpose, basis: Basis, seenBy: readonly Role[], at: Places, sensitive?: Sensitive): Row => ({
  group,
  purpose,
  basis,
  seenBy,
  in: at,
  ...(sensitive && { sensitive }),
});

const record: Places = ["register.registration", "register.history"];
const numbers: Places = [...record, "register.alias"];
const names: Places = [...record, "register.named"];
const fact: Places = ["register.fact", "register.history", "casework.submission"];
const why: Places = ["register.reason", "register.history", "casework.submission"];
const asking: Places = ["register.joining", "register.history", "casework.submission"];
const looked: Places = ["looks.session", "looks.parent", "looks.delegate", "looks.copy", "looks.staff", "looks.byStaff"];
/** Numbers and digests: by them somebody proves that nothing was changed, and nobody learns who anybody is. */
const chained: Places = ["looks.link", "looks.linked", "looks.proof", "looks.head", "looks.day", "looks.root", "bucket.audit"];

const table = {
  name: row("identity", "find", "registration", everyDesk, [...names, "desk.task"]),
  formerNames: row("identity", "find", "registration", desk, record),
  number: row("identity", "find", "registration", everyDesk, [...numbers, "desk.task"]),
  passport: row("identity", "find", "registration", everyDesk, numbers),
  formerNumbers: row("identity", "find", "registration", desk, numbers),
  sex: row("identity", "decide", "registration", everyDesk, record),
  birth: row("identity", "decide", "registration", everyDesk, names),
  died: row("identity", "decide", "registration", everyDesk, record),
  standing: row("identity", "find", "registration", everyDesk, record),
  household: row("identity", "decide", "registration", [...desk, "visitor"], [...fact, "register.member", "register.village"]),
  children: row("identity", "decide", "registration", desk, ["register.child"], "child"),

  phone: row("contact", "reach", "registration", everyDesk, [...fact, "register.phoned"]),
  landline: row("contact", "reach", "registration", everyDesk, fact),
  residence: row("contact", "decide", "registration", everyDesk, fact),
  contact: row("contact", "reach", "registration", everyDesk, fact),
  hukou: row("contact", "decide", "registration", everyDesk, fact),
  employment: row("contact", "decide", "registration", everyDesk, [...fact, "register.employer"]),
  card: row("contact", "insure", "registration", [...desk, "agent"], fact, "finance"),

  enrolments: row(
    "insurance",
    "insure",
    "record",
    everyDesk,
    ["register.enrolment", "register.summary", "register.history"],
    "medical",
  ),
  paidMonths: row(
    "insurance",
    "insure",
    "record",
    [...desk, "agent"],
    ["register.paidYear", "register.summary", "register.history"],
    "finance",
  ),
  joinings: row("insurance", "insure", "registration", [...desk, "agent"], asking, "finance"),
  stated: row("insurance", "decide", "registration", [...desk, "visitor", "officer"], fact, "medical"),
  history: row("insurance", "handle", "record", desk, ["register.history"]),

  reason: row("reasons", "help", "registration", everyDesk, why),
  reporter: row("reasons", "help", "enforcement", [...own, "handler"], [...why, "desk.work"]),
  hardship: row("reasons", "help", "registration", desk, [...why, "register.joining", "desk.work"], "status"),
  disability: row("reasons", "help", "registration", desk, asking, "status"),
  sentence: row("reasons", "help", "registration", desk, why, "status"),

  submissions: row(
    "matters",
    "handle",
    "record",
    [...desk, "agent"],
    [
      "casework.submission",
      "casework.withdrawal",
      "casework.outbox",
      "register.atDesk",
      "desk.filed",
      "desk.withdrawal",
      "desk.outbox",
    ],
  ),
  actsFor: row(
    "matters",
    "handle",
    "record",
    desk,
    [
      "casework.sentFor",
      "casework.submission",
      "desk.filedFor",
      "casework.delegation",
      "casework.actsFor",
      "casework.family",
      "casework.objection",
    ],
    "child",
  ),
  tasks: row("matters", "handle", "record", staff, ["desk.task"]),
  transfers: row(
    "matters",
    "insure",
    "record",
    [...desk, "agent"],
    ["casework.transfer", "register.moving", "casework.submission", "desk.transferStep", "desk.filed"],
    "finance",
  ),
  visits: row(
    "matters",
    "help",
    "record",
    [...desk, "visitor", "officer", "auditor"],
    ["desk.visit", "desk.visitNote", "desk.visitList", "desk.visitCopy", "desk.openVisit", "desk.givenTo", "desk.givenIn"],
  ),
  work: row("matters", "help", "record", staff, ["desk.work"]),
  tickets: row("matters", "handle", "record", ["agent", "handler", "officer"], ["desk.ticket", "desk.ticketOf", "desk.waiting"]),
  decisions: row("matters", "handle", "record", [...desk, "auditor"], ["desk.decision", "casework.submission"]),
  consent: row("matters", "tell", "guardian", [...desk, "auditor"], ["casework.submission"], "child"),

  evidence: row("evidence", "prove", "record", desk, ["bucket.evidence", "uploads.evidence"], "status"),
  unsentEvidence: row("evidence", "prove", "record", own, ["uploads.loose"], "status"),

  reminders: row(
    "matters",
    "help",
    "record",
    [...own, "agent"],
    ["casework.dues", "casework.reminded", "casework.reminderSettings"],
    "status",
  ),

  notice: row("trail", "tell", "telling", [...own, "auditor"], ["casework.notice"]),
  looks: row("trail", "guard", "security", [...own, "auditor"], looked),
  chain: row("trail", "guard", "security", [...own, "auditor"], chained),
  /** Not of residents: who works here. People read of it what stands with a look: agency, role, work number. */
  staff: row(
    "trail",
    "guard",
    "security",
    [...own, "auditor"],
    ["desk.member", "desk.grant", "desk.roster", "desk.staffSession", "desk.begun", "desk.allowance", "looks.active"],
  ),

  session: row("sign-in", "guard", "security", nobody, ["sessions.session"]),
  device: row("sign-in", "guard", "security", nobody, ["sessions.device"]),
  code: row("sign-in", "guard", "security", nobody, [
    "sessions.doorCode",
    "sessions.phoneCode",
    "sessions.delegationCode",
    "desk.code",
    "desk.consent",
    "desk.phoneCode",
  ]),
  message: row("sign-in", "reach", "security", nobody, ["sessions.message", "desk.message"]),
  tries: row("sign-in", "guard", "security", nobody, ["sessions.ladder", "desk.ladder", "desk.wrongAnswers"]),
  sends: row("sign-in", "guard", "security", nobody, [
    "sessions.sends",
    "sessions.asks",
    "desk.sends",
    "sessions.rush",
    "sessions.nothing",
    "uploads.allowance",
  ]),
  told: row("sign-in", "reach", "record", nobody, ["sessions.sent"]),
  attempt: row("sign-in", "handle", "record", nobody, ["sessions.attempt"]),

  feeds: row("files", "insure", "record", ["officer"], ["bucket.feeds"], "finance"),
  rows: row("files", "insure", "record", ["officer"], ["register.rowResult"]),
};

export type Field = keyof typeof table;
export const fields: Readonly<Record<Field, Row>> = table;
export const fieldNames = Object.keys(table).filter((name): name is Field => name in table);
