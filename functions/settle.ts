// Brings the register up to date with one event: read, decide, then ONE transaction over all that it touches.
import { type DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Work } from "../shared/desk/work.ts";
import { newlyDouble } from "../shared/duplicates/find.ts";
import { dateOf, type Instant } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import { finding } from "../shared/kernel/rule.ts";
import type { Changes, RecordPage } from "../shared/registration.ts";
import type { Message, Outcome, Submission } from "../shared/submission.ts";
import { conditionFailed, reasonsOf } from "./cancellation.ts";
import type { Casework } from "./casework/casework.ts";
import { endingOf, takenBy } from "./casework/ending.ts";
import type { FamilyAccess } from "./delegations/effect.ts";
import type { Desk } from "./desk/desk.ts";
import type { DuplicateEffects } from "./duplicates/effect.ts";
import { parentsIn } from "./family.ts";
import type { LeaveEvidence } from "./leave-evidence.ts";
import { Fault } from "./log.ts";
import { type Arrivals, type Matter, matterOf } from "./matter.ts";
import type { NoticeName } from "./notify/texts.ts";
import { leaveOutbox } from "./outbox.ts";
import type { Employers } from "./register/employers.ts";
import type { Origin } from "./register/moves.ts";
import type { Register } from "./register/register.ts";
import { type Due, taskFor, workFor } from "./task-for.ts";
import type { Tell } from "./tell.ts";
import type { TransferEffects } from "./transfers/effect.ts";

export const FRESH_LOOKS_ON_CONFLICT = 3;

export type SettleDeps = {
  client: DynamoDBClient;
  casework: Casework;
  desk: Desk;
  register: Register;
  employers: Employers;
  now: () => Instant;
  due: Due;
  /** What comes of the form of somebody new. */
  arrivals: Arrivals;
  /** Who may act for whom. */
  family: FamilyAccess;
  transfers: TransferEffects;
  duplicates: DuplicateEffects;
  /** The matter of a correction, with whom and what else it touches. */
  withCorrections: (submission: Submission, matter: Matter) => Matter;
  /** What it was sent with stays only as long as it is needed. */
  leaveEvidence: LeaveEvidence;
  /** What leads from a phone to whose it is, where that changes. */
  withPhone: (personId: PersonId, before: RecordPage | undefined, changes: Changes) => Promise<TransactWriteItem[]>;
  /** What became double by it. */
  tell: Tell;
  /** For what an agency's file asked the desk. */
  settleSameNumber: (message: Message) => Promise<void>;
};
/** No status where no submission stands behind the event, and so nobody waits to be told. `about`, `other`: who has to hear of it besides, of a death and of what was ended. */
export type Settled = {
  status?: Submission["status"];
  about?: PersonId;
  other?: { personId: PersonId; notice: NoticeName };
};

export function settlementIn(deps: SettleDeps) {
  const { client, casework, desk, register, now } = deps;
  const isParent = parentsIn(register, deps.family);

  /** Tells the status in which the submission stands afterwards, also when this was a second delivery. */
  return async function settle(message: Message): Promise<Settled> {
    const submission = await submissionBehind(message);
    if (!submission) {
      if (message.born !== "desk" || message.event === "submitted") throw new Fault("settle.unknown-submission");
      await deps.settleSameNumber(message);
      return {};
    }
    const matter = deps.withCorrections(submission, await matterOf(deps, message, submission));

    for (let conflicts = 0; conflicts <= FRESH_LOOKS_ON_CONFLICT; conflicts++) {
      const before = await (matter.whole ? register.record(message.personId) : register.page(message.personId));
      const gone = await noLongerTheirs(message, submission, before);
      const outcome = gone ?? (await matter.decide(before, now()));
      const still = gone || message.event !== "submitted" ? [] : deps.family.stillRuns(submission.by);
      // Before it is stored, as with what a file brings: told again under the same name, it goes out once.
      for (const found of newlyDouble(before?.summary, outcome.changes?.summary))
        await deps.tell(message.personId, "duplicate-found", found);
      const settled = await commit(message, submission, matter, before, outcome, still);
      if (settled === "conflict") continue;
      await deps.leaveEvidence(submission, settled.status);
      return { ...settled, ...(await whoElseHears(submission)) };
    }
    throw new Fault("settle.version-conflict");
  };

  /**
   * What staff filed is taken from the desk, where residents cannot write, and shown in the person's casework first: from there on it
   * is a submission like any other. A second delivery finds it there.
   */
  async function submissionBehind(message: Message): Promise<Submission | undefined> {
    if (message.born !== "desk" || message.event !== "submitted") return casework.submission(message);
    const filed = await desk.filed(message.personId, message.receipt);
    const shown = filed && (await casework.show(filed));
    const { content, sender, by, evidence } = filed ?? {};
    return shown && content && { ...shown, content, sender, by, evidence };
  }

  /** Who sent it for an adult may not be allowed to any more, and who sent it for their child may be no parent by the register any more when its turn comes. The desk's word stands. */
  async function noLongerTheirs(
    { event }: Message,
    { by, content }: Submission,
    child: RecordPage | undefined,
  ): Promise<Outcome | undefined> {
    if (!by || !child || event !== "submitted" || content.slice === "newborn") return undefined;
    const not = await deps.family.whyNoLonger(by, child, content);
    if (not || by.as !== "parent") return not && { status: "refused", findings: [not] };
    const theirs = await isParent(by.personId, child, dateOf(content.acceptedAt));
    return theirs ? undefined : { status: "refused", findings: [finding("child.not-yours", "for")] };
  }

  async function commit(
    message: Message,
    submission: Submission,
    matter: Matter,
    before: RecordPage | undefined,
    outcome: Outcome,
    still: readonly TransactWriteItem[],
  ): Promise<Settled | "conflict"> {
    const { personId, receipt } = message;
    const at = now();
    const { findings = [] } = outcome;
    // A yes that came to nothing would be explained by a reason for the yes: the findings say why.
    const reason = matter.verdict === undefined || matter.verdict === outcome.status ? matter.reason : undefined;
    const beside = (await matter.beside?.(outcome, before, at)) ?? { writes: [] };
    const writes: TransactWriteItem[] = [
      endingOf(casework.table, message, { status: outcome.status, findings, reason, now: at }),
      leaveOutbox(message.born === "desk" ? desk.table : casework.table, message),
    ];
    if (outcome.status === "in-review")
      writes.push(desk.opens({ ...taskFor(deps.due, submission, before, outcome, at), ...beside.task }));
    if (outcome.status === "applied" && outcome.followUp && before) {
      const works = workFor(deps.due, submission, before, at);
      writes.push(...(await Promise.all(works.map(asRegistered))).map(desk.opensWork));
    }
    if (message.event === "decided") writes.push(desk.closes(personId, receipt));
    const moves = outcome.changes
      ? register.moves({
          ...originOf(message, submission, matter),
          personId,
          before,
          changes: outcome.changes,
          receipt,
          recordedAt: at,
        })
      : [];
    const phones = outcome.changes ? await deps.withPhone(personId, before, outcome.changes) : [];
    try {
      await client.send(
        new TransactWriteItemsCommand({ TransactItems: [...writes, ...moves, ...phones, ...beside.writes, ...still] }),
      );
      return { status: outcome.status };
    } catch (error) {
      const reasons = reasonsOf(error);
      if (conditionFailed(reasons[0]) || conditionFailed(reasons[1])) return secondDeliveryOf(message);
      if (reasons.slice(writes.length).some(conditionFailed) || reasons.some(({ Code }) => Code === "TransactionConflict"))
        return "conflict";
      throw error;
    }
  }

  /** A lead comes with what the register knows of the employer. */
  async function asRegistered(work: Work): Promise<Work> {
    const known = work.employer?.code && (await deps.employers.one(work.employer.code));
    if (!known) return work;
    const { name, division, since } = known;
    return { ...work, registered: { name, division, since } };
  }

  /** The other one of two whose leave was ended; and whoever is reported to have died, of what became of it. */
  async function whoElseHears(submission: Submission): Promise<Pick<Settled, "about" | "other">> {
    const { personId, receipt, content } = submission;
    const other = await deps.family.otherHears(submission);
    if (other) return { other };
    if (content.slice !== "change" || content.change.item !== "death") return {};
    const about = (await desk.task(personId, receipt))?.about;
    return about ? { about } : {};
  }

  /** Settled before, and by this very event? Then all is well. By any other, and we do not know what we are looking at. */
  async function secondDeliveryOf(message: Message): Promise<Settled> {
    const submission = await casework.submission(message);
    const taken = submission?.[takenBy[message.event]];
    if (submission && taken === message.eventId) return { status: submission.status };
    if (submission && taken && message.event === "decided") return cameTooLate(message, submission);
    throw new Fault("settle.foreign-event");
  }

  /** The desk decided while the person took it back, or the other way round: the first one counts, the other leaves the outbox. */
  async function cameTooLate(message: Message, { status }: Submission): Promise<Settled> {
    const table = message.born === "desk" ? desk.table : casework.table;
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [leaveOutbox(table, message)] }));
    } catch (error) {
      if (!reasonsOf(error).some(conditionFailed)) throw error; // it left with an earlier delivery
    }
    return { status };
  }
}

/** Channel and author follow from the table an event was born in, never from its body. */
function originOf({ born, event, personId }: Message, { by, sender }: Submission, matter: Matter): Origin {
  if (born === "casework") return { by: by?.personId ?? personId, channel: "web" };
  return event === "submitted" && sender
    ? { by: sender.staffId, channel: sender.channel }
    : { by: matter.by ?? "desk", channel: "desk" };
}
