// A matter of the desk, opened: the look at each person is written down before anything of them is read.

import { stateOf } from "../../shared/delegation/delegation.ts";
import { shownInFull } from "../../shared/desk/asked.ts";
import type { MatterName } from "../../shared/desk/contract.ts";
import { type AtDesk, isTask, whyNotNow } from "../../shared/desk/hands.ts";
import { isCompared } from "../../shared/desk/sides.ts";
import { decidersNeeded, type Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import { answeredFor } from "../../shared/duplicates/view.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { fieldOfReview, fieldOfWork, mayRead } from "../../shared/privacy/may-read.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { grantFor } from "../../shared/staff/regions.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import type { Submission } from "../../shared/submission.ts";
import { openDelegations } from "../delegations/delegations.ts";
import { deployedPolicy } from "../policy.ts";
import { namedRegions } from "../staff/named-regions.ts";
import type { Why } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";
import { keyNamed } from "./names.ts";
import { ownHomeIn } from "./own-home.ts";
import { type Opened, ownRecord } from "./shown.ts";

export type Matter = Task | Work;
/** A matter of a place of theirs. `roles`: those of theirs there that may know what it is about. */
export type Found = { name: MatterName; matter: Matter; who: AtDesk };
type Waits = { retryAfterSeconds: number };

const DESK: readonly StaffRole[] = ["handler", "checker"];

/** A lead may say who has told of an employer: that is for whoever follows it, and nobody else. */
const mayKnow = (matter: Matter, role: StaffRole) =>
  isTask(matter)
    ? mayRead(role, fieldOfReview(matter.kind))
    : mayRead(role, fieldOfWork(matter.work)) && mayRead(role, "reporter");

export const rolesAt = ({ grants }: Pick<StaffHere, "grants">, matter: Matter): StaffRole[] =>
  DESK.filter((role) => grantFor({ grants }, [role], [matter.region]) && mayKnow(matter, role));

export function mattersIn(deps: StaffDeps) {
  const { desk, casework, openAs, restOf, secret, places, now } = deps;
  const isOwnHome = ownHomeIn(deps);
  const delegations = openDelegations({ client: deps.client, table: casework.table });

  /** Whoever acts for somebody has their matters at heart, and lets others of the desk decide them. */
  const actsFor = async (me: PersonId, personId: PersonId): Promise<boolean> =>
    (await delegations.heldBy(me)).some((one) => one.giver === personId && stateOf(one, now()) !== "ended");

  /** Undefined: there is none of that name, or not for them. What somebody asks about a look is the auditors'. */
  async function find(here: StaffHere, name: MatterName): Promise<Found | undefined> {
    const key = keyNamed(await secret(), name);
    if (!key) return undefined;
    const { personId, receipt, work } = key;
    const matter = work ? await desk.work(personId, { receipt, work }) : await desk.task(personId, receipt);
    if (!matter || (isTask(matter) && matter.kind === "look-challenge")) return undefined;
    const roles = rolesAt(here, matter);
    const { staffId, name: called } = here.member;
    return roles.length > 0 ? { name, matter, who: { staffId, name: called, roles } } : undefined;
  }

  const whyOpened = ({ matter: { region, receipt }, who }: Found, fields: readonly string[] = []): Why => ({
    roles: who.roles,
    purpose: "task",
    reason: "办理提交的事项",
    receipt,
    task: region,
    ...(fields.length > 0 && { fields }),
  });

  /** Of somebody else than whose matter it is, the row names neither them nor their receipt. */
  const whyCompared = ({ matter: { region }, who }: Found): Why => ({
    roles: who.roles,
    purpose: "task",
    reason: "核对是不是同一个人",
    task: region,
    fields: shownInFull["same-person"],
    thirdPerson: true,
  });

  async function open(here: StaffHere, found: Found): Promise<Opened | Waits> {
    const { name, matter, who } = found;
    const mine = await openAs(here, matter.personId, whyOpened(found, isTask(matter) ? shownInFull[matter.kind] : []));
    if (mine.is === "too-many") return mine;
    const own = mine.is === "here" ? mine.record : undefined;
    const submission = await casework.submission(matter);
    const there: RecordPage[] = [];
    for (const id of submission && !isCompared(submission) ? [] : othersIn(matter)) {
      const other = await openAs(here, id, whyCompared(found));
      if (other.is === "too-many") return other;
      if (other.is === "here") there.push(other.record);
    }
    const decision = isTask(matter) ? await desk.decision(matter.personId, matter.receipt) : undefined;
    const barred = await whyBarred(here, found, submission);
    if (barred && "retryAfterSeconds" in barred) return barred;
    const role = who.roles[0] ?? "handler";
    const nameOf = await namedRegions(places);
    const placeName = (code: DivisionCode) => nameOf(code).name;
    const content = submission?.content;
    const asked = { policy: deployedPolicy, placeName, now: now() };
    const whole = own && content?.slice === "duplicate" ? await restOf(own) : undefined;
    const twice = whole && content?.slice === "duplicate" ? { twice: answeredFor(whole, content, matter.receipt, asked) } : {};
    const opened = { name, matter, submission, decision, own, there, role, who, barred, placeName };
    return { ...opened, ...twice, today: dateOf(now()) };
  }

  /** Why they may have nothing to say in it, whatever their role: it is about them or their household, or they sent it. */
  async function whyBarred(
    here: StaffHere,
    found: Found,
    submission: Pick<Submission, "by" | "sender" | "content"> | undefined,
  ): Promise<Finding | Waits | undefined> {
    const { matter } = found;
    const me = here.member.personId;
    const people = [matter.personId, submission?.by?.personId, delegateIn(submission), ...othersIn(matter)];
    if (me && (people.includes(me) || (await actsFor(me, matter.personId)))) return ownRecord;
    const isOnly = !isTask(matter) || decidersNeeded[matter.kind] === 1 || matter.proposed !== undefined;
    if (isOnly && isTask(matter) && submission?.sender?.staffId === here.member.staffId) return finding("desk.sent-it");
    const isHome = await isOwnHome(here, matter.personId, found.who.roles, matter.region);
    return isHome === true ? ownRecord : isHome === false ? undefined : isHome;
  }

  /** Why their word does not count now. */
  async function whyNot(here: StaffHere, found: Found): Promise<Finding | Waits | undefined> {
    return whyNotNow(found.matter, found.who) ?? whyBarred(here, found, await casework.submission(found.matter));
  }

  /** It is about them or their household: what was handed in, and what is masked, is not for them to look at. `sent`: where it was read. */
  async function whyHidden(here: StaffHere, found: Found, sent?: Submission): Promise<Finding | Waits | undefined> {
    if (!here.member.personId) return undefined;
    const never = await whyBarred(here, found, sent ?? (await casework.submission(found.matter)));
    return never && ("retryAfterSeconds" in never || never.code === ownRecord.code) ? never : undefined;
  }

  return { find, open, whyHidden, whyNot, whyOpened };
}
export type Matters = ReturnType<typeof mattersIn>;

/** Who would act, or is to act no more, for whose matter it is. */
function delegateIn(submission: Pick<Submission, "content"> | undefined) {
  const content = submission?.content;
  if (content?.slice === "guardianship-end") return content.guardian;
  return content?.slice === "delegation" ? content.delegate : undefined;
}

const othersIn = (matter: Matter) => (isTask(matter) ? [...(matter.others ?? []), ...(matter.about ? [matter.about] : [])] : []);
