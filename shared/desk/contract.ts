// What the desk's pages and staff-api say to each other. A matter goes by a sealed name, never by whose it is.
import * as v from "valibot";
import { Which } from "../duplicates/duplicate.ts";
import { DuplicateView } from "../duplicates/shown.ts";
import { EvidenceId, EvidenceType } from "../evidence/contract.ts";
import { Purpose } from "../evidence/purposes.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Receipt } from "../kernel/fields.ts";
import { Finding } from "../kernel/rule.ts";
import { DocType, Employer, Insurance } from "../registration.ts";
import { StaffId } from "../staff/staff.ts";
import { ReviewKind } from "../submission.ts";
import { SubmissionView } from "../submissions/contract.ts";
import { TransferKind, TransferState } from "../transfer/transfer.ts";
import { Passing, Verdict } from "./task.ts";
import { Work } from "./work.ts";

const desk = { roles: ["handler", "checker"] } as const;
const Place = v.object({ code: DivisionCode, name: v.string() });

export const MatterNames = v.pipe(v.string(), v.regex(/^[\w-]{60,120}$/), v.brand("MatterName"));
export type MatterName = v.InferOutput<typeof MatterNames>;
const ofMatter = { task: MatterNames };

/** Decide: something a person sent. Do: what a reason asks for. The others are handled on pages of their own. */
export const What = v.picklist(["decide", "do", "transfer", "call-back", "visit"]);
export type What = v.InferOutput<typeof What>;

/**
 * `kind`: none where its name alone would say why somebody is in need. `first`: one of two has decided. `transfer`: which step of which
 * kind of transfer waits; `escalated`: it is overdue, and the agency above has it in its list too.
 */
export const ListedMatter = v.object({
  name: v.string(),
  what: What,
  kind: v.optional(v.picklist([...ReviewKind.options, ...Work.entries.work.options])),
  receipt: v.optional(Receipt),
  place: Place,
  openedAt: v.optional(Instant),
  dueAt: PlainDate,
  provisional: v.optional(v.literal(true)),
  missing: v.optional(v.string()),
  taken: v.optional(v.object({ by: v.optional(v.string()), mine: v.boolean() })),
  first: v.optional(v.object({ by: v.string(), at: Instant })),
  deciders: v.optional(v.number()),
  papers: v.optional(v.number()),
  doubtful: v.optional(v.literal(true)),
  objected: v.optional(v.literal(true)),
  transfer: v.optional(v.object({ kind: TransferKind, state: TransferState, escalated: v.optional(v.literal(true)) })),
});
export type ListedMatter = v.InferOutput<typeof ListedMatter>;

export const listMatters = {
  method: "GET",
  path: "/staff/tasks",
  title: "What waits at the desks of my places, the most urgent first",
  signedIn: false,
  staff: desk,
  query: v.strictObject({
    /** One of my places, or a place in one of them; without it, all of them. */
    region: v.optional(DivisionCode),
    what: v.optional(What),
    mine: v.optional(v.literal("yes")),
    receipt: v.optional(Receipt),
    cursor: v.optional(v.pipe(v.string(), v.maxLength(300))),
  }),
  status: 200,
  /** `today`: in China. `narrow`: my places are too many for one list; choose one of them. */
  reply: v.object({
    today: PlainDate,
    tasks: v.array(ListedMatter),
    cursor: v.optional(v.string()),
    narrow: v.optional(v.literal(true)),
  }),
  problems: ["not-found"],
} as const;

/** What can be shown unmasked for some seconds, by the names of the field table. */
export const RevealField = v.picklist(["name", "number", "phone", "residence"]);
export type RevealField = v.InferOutput<typeof RevealField>;
export const REVEAL_SECONDS = 30;

/** In full: to decide is to compare. `residence`: with the names of its places. */
export const SideShown = v.object({
  is: v.picklist(["now", "said", "there"]),
  name: v.string(),
  docType: v.optional(DocType),
  number: v.string(),
  sex: v.optional(v.picklist(["M", "F", "U"])),
  birth: v.optional(PlainDate),
  phones: v.optional(v.array(v.string())),
  residence: v.optional(v.string()),
  verified: v.optional(v.picklist(["agency", "police", "desk", "unverified", "closed"])),
  reason: v.optional(v.string()),
  text: v.optional(v.string()),
  relation: v.optional(v.string()),
  diedOn: v.optional(PlainDate),
  as: v.optional(v.picklist(["mother", "father"])),
  mother: v.optional(v.string()),
});
export type SideShown = v.InferOutput<typeof SideShown>;

const Said = v.object({ by: v.string(), at: Instant });

/**
 * A matter as whoever has to handle it sees it. `may`: what is theirs to do now; `why`: why they may not decide. `person`: masked; none
 * where nobody is registered yet. `from`, `to`: what stands there now, and what is to stand there.
 */
export const MatterView = v.object({
  name: MatterNames,
  what: v.picklist(["decide", "do"]),
  kind: v.picklist([...ReviewKind.options, ...Work.entries.work.options]),
  receipt: Receipt,
  place: Place,
  state: v.picklist(["open", "decided", "closed", "done"]),
  openedAt: Instant,
  dueAt: PlainDate,
  today: PlainDate,
  provisional: v.boolean(),
  missing: v.optional(v.string()),
  deciders: v.number(),
  turn: v.picklist(["handler", "checker"]),
  may: v.array(v.picklist(["take", "give-back", "hand-over", "decide", "return", "object", "finish"])),
  why: v.optional(Finding),
  person: v.optional(
    v.object({
      name: v.string(),
      number: v.string(),
      docType: DocType,
      phone: v.optional(v.string()),
      residence: v.optional(v.string()),
      verified: v.picklist(["agency", "police", "desk", "unverified"]),
      closed: v.optional(v.literal(true)),
    }),
  ),
  reveals: v.array(RevealField),
  submission: v.optional(SubmissionView),
  /** Who of the staff sent it for the person. */
  via: v.optional(v.object({ channel: v.picklist(["helpline", "desk", "visit"]), agency: v.string(), workNumber: v.string() })),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  /** Where somebody is said to live now, on a visit. */
  movedTo: v.optional(Place),
  /** Reasons that are said, with what stands beside their codes. */
  reasons: v.array(v.object({ insurance: v.optional(Insurance), code: v.string(), more: v.array(v.string()) })),
  sides: v.array(SideShown),
  /** Of two insurances: how they stand now, which one is to stay, or why the person does not agree. `found`: none, the register has moved. */
  twice: v.optional(v.object({ found: v.optional(DuplicateView), keeps: v.optional(Which), objection: v.optional(v.string()) })),
  because: v.array(Finding),
  doubts: v.array(v.string()),
  unproved: v.optional(v.literal(true)),
  others: v.number(),
  /** Of a reported death: whether the one who died is registered here, and was told. */
  registeredHere: v.optional(v.boolean()),
  rows: v.optional(v.object({ feed: v.string(), rows: v.array(v.number()) })),
  evidence: v.array(v.object({ id: EvidenceId, purpose: Purpose, type: v.optional(EvidenceType) })),
  insurance: v.optional(Insurance),
  employer: v.optional(Employer),
  registered: v.optional(v.object({ name: v.string(), place: Place, since: PlainDate })),
  named: v.optional(v.boolean()),
  taken: v.optional(v.object({ by: v.string(), mine: v.boolean(), at: Instant })),
  passed: v.array(Passing),
  proposed: v.optional(v.object({ ...Said.entries, verdict: Verdict, reason: v.string(), mine: v.boolean() })),
  returned: v.optional(v.object({ ...Said.entries, reason: v.string() })),
  objection: v.optional(v.object({ ...Said.entries, note: v.string() })),
  decision: v.optional(v.object({ by: v.array(v.string()), at: Instant, verdict: Verdict, reason: v.string() })),
  done: v.optional(v.object({ ...Said.entries, note: v.string() })),
});
export type MatterView = v.InferOutput<typeof MatterView>;

const one = { signedIn: false, staff: desk, params: v.strictObject(ofMatter), problems: ["wait"] } as const;

/** Each time is a look that the person can read. */
export const openMatter = {
  ...one,
  method: "GET",
  path: "/staff/tasks/:task",
  title: "One matter, and whose it is; the person sees who opened it",
  status: 200,
  reply: MatterView,
} as const;

export const listColleagues = {
  ...one,
  method: "GET",
  path: "/staff/tasks/:task/colleagues",
  title: "To whom a matter can be handed over",
  status: 200,
  reply: v.object({
    colleagues: v.array(v.object({ staffId: StaffId, name: v.string(), workNumber: v.string(), agency: v.string() })),
  }),
} as const;

const note = line(200);
const reason = line(500);

/** `from`: who has it, as the page showed it: nobody takes over what has changed hands meanwhile. */
export const passMatter = {
  ...one,
  method: "POST",
  path: "/staff/tasks/:task/hands",
  title: "Take a matter, hand it over, or give it back to the list",
  body: v.strictObject({
    to: v.union([v.picklist(["me", "nobody"]), StaffId]),
    note: v.optional(note),
  }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

/** The reason is written to the person. `final`: false where a second person has to say the same. */
export const decideMatter = {
  ...one,
  method: "POST",
  path: "/staff/tasks/:task/decision",
  title: "Decide a matter, or confirm what a handler has decided",
  body: v.strictObject({ verdict: Verdict, reason }),
  status: 200,
  reply: v.object({ final: v.boolean() }),
  problems: ["refused", "conflict", "wait"],
} as const;

export const returnMatter = {
  ...one,
  method: "POST",
  path: "/staff/tasks/:task/returns",
  title: "Do not confirm: give it back to be decided again",
  body: v.strictObject({ reason }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

export const objectToMatter = {
  ...one,
  method: "POST",
  path: "/staff/tasks/:task/objections",
  title: "Somebody says that it is not so: it can only be refused from then on",
  body: v.strictObject({ note: reason }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

export const finishMatter = {
  ...one,
  staff: { roles: ["handler"] },
  method: "POST",
  path: "/staff/tasks/:task/done",
  title: "What had to be done is done",
  body: v.strictObject({ note: reason }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

/** One field unmasked. The person reads which one, and the reason. */
export const revealInMatter = {
  ...one,
  method: "POST",
  path: "/staff/tasks/:task/reveals",
  title: "One field of the person unmasked, with a reason",
  body: v.strictObject({ field: RevealField, reason: v.picklist(["compare", "call", "write"]) }),
  status: 200,
  reply: v.object({ field: RevealField, value: v.string(), seconds: v.number() }),
  problems: ["wait", "not-found", "refused"],
} as const;

/** The answer is the picture or PDF itself. Each time is a look that the person can read. */
export const readMatterEvidence = {
  ...one,
  method: "GET",
  path: "/staff/tasks/:task/evidence/:id",
  title: "A picture or PDF that came with a matter",
  params: v.strictObject({ ...ofMatter, id: EvidenceId }),
  status: 200,
  problems: ["wait", "not-found", "refused"],
} as const;
