// A matter as whoever handles it sees it. What is compared is shown in full; everything else of the person is masked, until somebody
// gives a reason.
import { fromTo, isShownInFull, reasonsIn } from "../../shared/desk/asked.ts";
import type { MatterName, MatterView, RevealField, SideShown } from "../../shared/desk/contract.ts";
import { type AtDesk, isTask, turnOf, whyNotNow, whyNotTheirs } from "../../shared/desk/hands.ts";
import { type Side, sidesOf } from "../../shared/desk/sides.ts";
import { type Decision, decidersNeeded, type Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import { leading, standingOf } from "../../shared/facts.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { masked, maskedNumber } from "../../shared/privacy/masks.ts";
import { mayRead } from "../../shared/privacy/may-read.ts";
import type { Address, RecordPage } from "../../shared/registration.ts";
import type { StaffRole } from "../../shared/staff/staff.ts";
import type { Submission } from "../../shared/submission.ts";
import { viewOf } from "../../shared/submissions/view.ts";

/** `own`: of whom it is, where the register has them; `there`: whom to compare with. `barred`: they may not decide about these. */
export type Opened = {
  name: MatterName;
  matter: Task | Work;
  submission: Submission | undefined;
  decision: Decision | undefined;
  own: RecordPage | undefined;
  there: readonly RecordPage[];
  role: StaffRole;
  who: AtDesk;
  barred: Finding | undefined;
  /** Of two insurances of one kind: both, as they stand now. */
  twice?: MatterView["twice"];
  today: PlainDate;
  placeName: (code: DivisionCode) => string;
};

const REVEALS: readonly RevealField[] = ["name", "number", "phone", "residence"];

export function shown(opened: Opened): MatterView {
  const { name, matter, submission, own, role, today, placeName, who } = opened;
  const { receipt, region, state, openedAt, dueAt, provisional, missing, taken, passed = [] } = matter;
  const place = (code: DivisionCode) => ({ code, name: placeName(code) });
  const reveals = own ? REVEALS.filter((field) => mayRead(role, field) && valueIn(own, field, placeName)) : [];
  return {
    ...{ name, receipt, state, openedAt, dueAt, today, provisional, passed, reveals },
    place: place(region),
    ...(missing && { missing }),
    ...mine(opened),
    ...(own && { person: personIn(own, placeName) }),
    ...(submission && { submission: viewOf(submission, (code) => placeName(code as DivisionCode)) }),
    ...(submission?.sender && { via: viaOf(submission.sender) }),
    ...(submission && own && fromTo(submission.content, own, (address) => addressIn(address, placeName))),
    ...(taken && { taken: { by: taken.name, mine: taken.staffId === who.staffId, at: taken.at } }),
    reasons: submission ? reasonsIn(submission.content, role, placeName) : [],
    evidence: (submission?.evidence ?? []).map(({ id, purpose }) => ({ id, purpose })),
    ...(isTask(matter) ? ofTask(matter, opened) : ofWork(matter, place)),
  };
}

function ofTask(task: Task, { submission, decision, own, there, placeName, who, twice }: Opened) {
  const { kind, because = [], doubts = [], unproved, others = [], about, rows, proposed, returned, objection } = task;
  return {
    ...{ what: "decide" as const, kind, because, doubts, others: others.length, deciders: decidersNeeded[kind] },
    sides: sidesOf(task, submission, own, there).map((side) => sideShown(kind, side, placeName)),
    ...(twice && { twice }),
    ...(unproved && { unproved: true as const }),
    ...(kind === "death-report" && { registeredHere: about !== undefined }),
    ...(rows && { rows: { feed: rows.feed, rows: rows.rows } }),
    ...(proposed && {
      proposed: {
        ...{ by: proposed.by, at: proposed.at, verdict: proposed.verdict, reason: proposed.reason },
        mine: proposed.staffId === who.staffId,
      },
    }),
    ...(returned && { returned }),
    ...(objection && { objection }),
    ...(decision && {
      decision: { by: decision.by, at: decision.at, verdict: decision.verdict, reason: decision.reason },
    }),
  };
}

function ofWork(work: Work, place: (code: DivisionCode) => MatterView["place"]) {
  const { insurance, employer, registered, named, done, place: movedTo } = work;
  return {
    ...{ what: "do" as const, kind: work.work, insurance, deciders: 1, sides: [], because: [], doubts: [], others: 0 },
    ...(movedTo && { movedTo: place(movedTo) }),
    ...(employer && { employer }),
    ...(registered && { registered: { name: registered.name, place: place(registered.division), since: registered.since } }),
    ...(named !== undefined && { named }),
    ...(done && { done }),
  };
}

/** What is theirs to do with it now. */
function mine({ matter, who, barred }: Opened): Pick<MatterView, "turn" | "may" | "why"> {
  const turn = turnOf(matter);
  if (matter.state !== "open") return { turn, may: [] };
  const objects: MatterView["may"] = isTask(matter) && !matter.objection ? ["object"] : [];
  const notTheirs = barred ?? whyNotTheirs(matter, who);
  if (notTheirs) return { turn, may: objects, why: notTheirs };
  const held = matter.taken?.staffId === who.staffId;
  const hands: MatterView["may"] = held ? ["give-back", "hand-over"] : ["take"];
  const notNow = whyNotNow(matter, who);
  if (notNow) return { turn, may: [...hands, ...objects], why: notNow };
  const ends: MatterView["may"] = isTask(matter) ? ["decide", ...(turn === "checker" ? (["return"] as const) : [])] : ["finish"];
  return { turn, may: [...ends, ...hands, ...objects] };
}

const personIn = (own: RecordPage, placeName: Opened["placeName"]): NonNullable<MatterView["person"]> => {
  const { identity, verified, status } = own.registration;
  const phone = standingOf(own.facts, "phone")[0]?.phone;
  const residence = leading(own.facts, "residence");
  return {
    name: masked("name", identity.name),
    number: maskedNumber(identity),
    docType: identity.docType,
    ...(phone && { phone: masked("phone", phone) }),
    ...(residence && { residence: masked("residence", addressIn(residence, placeName)) }),
    verified,
    ...(status === "closed" && { closed: true as const }),
  };
};

export function valueIn(own: RecordPage, field: RevealField, placeName: Opened["placeName"]): string | undefined {
  if (field === "name" || field === "number") return own.registration.identity[field];
  if (field === "phone") return leading(own.facts, "phone")?.phone;
  const residence = leading(own.facts, "residence");
  return residence && addressIn(residence, placeName);
}

const viaOf = ({ channel, agency, workNumber }: NonNullable<Submission["sender"]>) => ({ channel, agency, workNumber });

const addressIn = ({ division, lines }: Pick<Address, "division" | "lines">, placeName: Opened["placeName"]) =>
  `${placeName(division)}${lines}`;

function sideShown(kind: Task["kind"], { phones, residence, ...side }: Side, placeName: Opened["placeName"]): SideShown {
  const [phone, home] = [isShownInFull(kind, "phone"), isShownInFull(kind, "residence")];
  const address = residence && addressIn(residence, placeName);
  return {
    ...side,
    ...(phones && { phones: phone ? phones : phones.map((one) => masked("phone", one)) }),
    ...(address && { residence: home ? address : masked("residence", address) }),
  };
}

export const ownRecord: Finding = finding("desk.own-record");
