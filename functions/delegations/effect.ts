// What comes of family access that goes by the worker: what the desk has proved, what a minor objects to, and whether who sent
// something for somebody may still do so when its turn comes.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type DelegationAccepted,
  type EndAccepted,
  type GuardianshipEndAccepted,
  type ObjectionAccepted,
  settleDelegation,
  settleEnd,
  settleObjection,
  settleReviewedDelegation,
  settleReviewedObjection,
} from "../../shared/delegation/accepted.ts";
import { type Delegation, isAdult, otherOf, sideOf, stateOf, whyNotNow } from "../../shared/delegation/delegation.ts";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { ActsAs, Submission } from "../../shared/submission.ts";
import { Fault } from "../log.ts";
import { type Effect, known } from "../matter.ts";
import type { NoticeName } from "../notify/texts.ts";
import type { RegisterReader } from "../register/reader.ts";
import { openDelegations } from "./delegations.ts";

type Options = { client: DynamoDBClient; table: string; register: Pick<RegisterReader, "page"> };
export type FamilyAccess = ReturnType<typeof familyAccessIn>;
const GUARDIANS = { as: "guardian" } as const;

export function familyAccessIn({ client, table, register }: Options) {
  const delegations = openDelegations({ client, table });

  /** It begins when the desk's second person has said yes. */
  const begunBy = (submission: Submission, content: DelegationAccepted, begunAt: Instant): Delegation => {
    const { slice: _, papers: __, acceptedAt: ___, ...kept } = content;
    const { personId: giver, receipt } = submission;
    return { ...kept, giver, proven: "desk", begunAt, receipt };
  };

  async function whyNot(one: Delegation, now: Instant): Promise<Finding | undefined> {
    const theirs = await register.page(one.delegate);
    if (theirs?.registration.status !== "active") return finding("delegation.delegate-closed");
    if (!isAdult(theirs.registration.identity.birth, dateOf(now))) return finding("delegation.not-adult");
    return (await delegations.beginning(one, now)).refused;
  }

  return {
    delegation(submission: Submission, content: DelegationAccepted): Effect {
      return {
        async submitted(before, now) {
          const outcome = settleDelegation(known(before), content, dateOf(now));
          if (content.as !== "guardian" || outcome.status !== "in-review") return outcome;
          // Whoever decides it has to know that a court has spoken.
          const taken = (await delegations.takenFrom(content.delegate)).includes(submission.personId);
          return taken ? { ...outcome, findings: [finding("delegation.court-ended")] } : outcome;
        },
        async decided(before, _, now) {
          const outcome = settleReviewedDelegation(known(before), content, dateOf(now));
          if (outcome.status !== "applied") return outcome;
          const wrong = await whyNot(begunBy(submission, content, now), now);
          return wrong ? { status: "refused", findings: [wrong] } : outcome;
        },
        async beside(outcome, _, now) {
          if (outcome.status !== "applied") return { writes: [] };
          const begin = await delegations.beginning(begunBy(submission, content, now), now);
          if (begin.refused) throw new Fault("delegation.overtaken"); // between the two looks: decided anew when it comes again
          return { writes: begin.writes };
        },
      };
    },

    /** At once, and nobody decides it: it only ever takes away. */
    end(submission: Submission, { delegation }: EndAccepted): Effect {
      const { personId } = submission;
      const submitted = async () => settleEnd(await delegations.one(personId, delegation), personId);
      return {
        submitted,
        decided: submitted,
        async beside({ status }, _, now) {
          const one = status === "applied" ? await delegations.one(personId, delegation) : undefined;
          if (!one || stateOf(one, now) === "ended") return { writes: [] };
          return { writes: delegations.ending(one, sideOf(one, personId), now) };
        },
      };
    },

    /** By a court's paper that two of the desk have seen. */
    guardianshipEnd({ personId, receipt }: Submission, content: GuardianshipEndAccepted): Effect {
      return {
        submitted: (before, now) => settleDelegation(known(before), GUARDIANS, dateOf(now), "guardianship-end"),
        decided: (before, _, now) => settleReviewedDelegation(known(before), GUARDIANS, dateOf(now)),
        async beside({ status }, _, now) {
          if (status !== "applied") return { writes: [] };
          const { delegation, guardian: delegate, calls, named, birth } = content;
          const of = { delegation, giver: personId, delegate, calls, ...(named && { named }), birth, receipt };
          const was = { ...GUARDIANS, proven: "desk", begunAt: now, until: dateOf(now) } as const;
          return { writes: await delegations.taking({ ...of, ...was, scopes: [], ended: { at: now, by: "court" } }) };
        },
      };
    },

    /** Of what staff ended: who has to hear of it besides whose matter it is, and in which words. */
    async otherHears({ personId, content }: Submission): Promise<{ personId: PersonId; notice: NoticeName } | undefined> {
      if (content.slice === "guardianship-end") return { personId: content.guardian, notice: "guardianship-ended" };
      const one = content.slice === "delegation-end" ? await delegations.one(personId, content.delegation) : undefined;
      return one && { personId: otherOf(one, personId), notice: "delegation-ended" };
    },

    /** What has to hold still when it is written. */
    stillRuns: (by: ActsAs | undefined) => (by?.as === "delegate" ? [delegations.stillRuns(by.personId, by.delegation)] : []),

    /** Of whom a court has taken it from somebody. */
    takenFrom: delegations.takenFrom,

    /** What stands in the minor's casework since they objected goes with a no, and stays with a yes. */
    objection(submission: Submission, _: ObjectionAccepted): Effect {
      return {
        submitted: settleObjection,
        decided: settleReviewedObjection,
        async beside({ status }) {
          const { personId } = submission;
          const there = await delegations.objection(personId);
          if (status === "in-review" || there?.receipt !== submission.receipt) return { writes: [] };
          return { writes: [delegations.settles(personId, there, status === "applied")] };
        },
      };
    },

    /** Why who sent this for an adult, or for a minor, may not any more: told instead of an outcome. */
    async whyNoLonger(by: ActsAs, about: RecordPage, content: Submission["content"]): Promise<Finding | undefined> {
      const { personId } = about.registration;
      const guardian = by.as === "parent" || (await delegations.held(by.personId, by.delegation))?.as === "guardian";
      if (guardian && (await delegations.objection(personId))?.state === "upheld") return finding("child.not-yours", "for");
      if (by.as === "parent") return undefined;
      const one = await delegations.held(by.personId, by.delegation);
      if (one?.giver !== personId) return finding("delegation.not-yours", "for");
      if (about.registration.status === "closed") return finding("delegation.ended", "for");
      return whyNotNow(one, scopeOf(content), content.acceptedAt);
    },
  };
}
