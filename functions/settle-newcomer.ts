// Somebody whom the register does not know: who they may be already, and what leads to them from now on, or no longer.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Document, documentsOf, newDocuments } from "../shared/identity.ts";
import { dateOf } from "../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../shared/kernel/fields.ts";
import { finding } from "../shared/kernel/rule.ts";
import type { NewcomerAccepted } from "../shared/newcomer/contract.ts";
import { settleArrival, settleReviewedArrival, turnAway } from "../shared/newcomer/effect.ts";
import { isTurnedAway } from "../shared/newcomer/turned-away.ts";
import type { Identity, RecordPage } from "../shared/registration.ts";
import type { Outcome, Submission } from "../shared/submission.ts";
import { type AliasSecret, aliasesOf } from "./alias.ts";
import type { Desk } from "./desk/desk.ts";
import type { Beside, Effect } from "./matter.ts";
import { papersLike } from "./papers-like.ts";
import { claim, claimsOf, release } from "./register/aliases.ts";
import { namesWrites, peopleNamedIn } from "./register/names.ts";
import type { Register } from "./register/register.ts";

export type ArrivalDeps = {
  desk: Pick<Desk, "task">;
  client: Parameters<typeof peopleNamedIn>[0]["client"];
  register: Register;
  secret: () => Promise<AliasSecret>;
  table: string;
};

/** What comes of the form of somebody new. Each look is made afresh, so of two at once the second one finds the first. */
export function newcomersIn(deps: ArrivalDeps) {
  const { register, secret, desk } = deps;
  const peopleNamed = peopleNamedIn(deps);
  const entrances = entrancesIn(deps);

  /** Whom the number leads to, in any way it may have been written; and who has the name, the birth and the phone. */
  async function othersLike({ identity, phone, acceptedAt }: NewcomerAccepted, personId: PersonId): Promise<PersonId[]> {
    const versions = await secret();
    const aliases = papersLike(identity, dateOf(acceptedAt)).flatMap(({ docType, number }) =>
      aliasesOf(versions, docType, number),
    );
    const numbered = await Promise.all(aliases.map((alias) => register.alias(alias)));
    const named = await Promise.all((await peopleNamed(identity.name, identity.birth)).map((id) => register.atTheDoor(id)));
    const reachable = named.filter((page) => page?.facts.some((fact) => fact.name === "phone" && fact.phone === phone));
    const found = [
      ...numbered.flatMap((alias) => alias?.people.map((person) => person.personId) ?? []),
      ...reachable.flatMap((page) => page?.registration.personId ?? []),
    ];
    return [...new Set(found)].filter((id) => id !== personId);
  }

  /** Whom an agency or the police know by now, and nobody at the desk has seen beside this newcomer. */
  async function unseen(content: NewcomerAccepted, personId: PersonId, receipt: Receipt): Promise<boolean> {
    const seen = (await desk.task(personId, receipt))?.others ?? [];
    const others = (await othersLike(content, personId)).filter((id) => !seen.includes(id));
    const found = await Promise.all(others.map((id) => register.registration(id)));
    return found.some((held) => held?.verified === "agency" || held?.verified === "police");
  }

  return function newcomer({ personId, receipt }: Submission, content: NewcomerAccepted): Effect {
    let others: PersonId[] = [];
    return {
      async submitted(before, now) {
        others = [...(before && !isTurnedAway(before.registration) ? [personId] : []), ...(await othersLike(content, personId))];
        return settleArrival(content, { personId, before, now }, others.length > 0);
      },
      async decided(before, at, now) {
        // Only where the newcomer is alone with what they say: who is vouched for by now was compared by whoever did that.
        const isAlone = !before || before.registration.verified === "unverified";
        if (!isAlone || !(await unseen(content, personId, receipt)))
          return settleReviewedArrival(content, { personId, before, now }, { at, receipt });
        const changes = turnAway(content, { personId, before, now });
        return { status: "refused", findings: [finding("newcomer.turned-away")], ...(changes && { changes }) };
      },
      undone: (before, now) => turnAway(content, { personId, before, now }),
      no: finding("newcomer.turned-away"),
      async beside(outcome, before, now) {
        const writes = await entrances(personId, outcome, before, dateOf(now));
        const seen = outcome.status === "in-review" && outcome.kind === "same-person";
        return { writes, ...(seen && { task: { others } }) };
      },
    };
  };
}

/** Every number that leads to somebody, and their name: claimed when they enter, set free when they are turned away. */
export function entrancesIn({ register, secret, table }: Omit<ArrivalDeps, "client" | "desk">) {
  return async function entrances(
    personId: PersonId,
    outcome: Outcome,
    before: RecordPage | undefined,
    on: Parameters<typeof claim>[4],
  ): Promise<Beside["writes"]> {
    const was = before?.registration;
    const next = outcome.changes?.registration;
    if (!next) return [];
    const versions = await secret();
    if (next.status === was?.status) return claimsBesideOthers(versions, newDocuments(was.identity, next.identity), personId, on);
    if (next.status === "active") {
      const numbers =
        outcome.status === "in-review"
          ? claimsOf(table, versions, documentsOf(next.identity), personId, on)
          : await claimsBesideOthers(versions, documentsOf(next.identity), personId, on);
      return [...numbers, ...namesWrites(table, versions, undefined, next.identity, personId)];
    }
    return [
      ...(await releases(versions, next.identity, personId)),
      ...namesWrites(table, versions, next.identity, undefined, personId),
    ];
  };

  function heldBy(versions: AliasSecret, documents: readonly Document[]) {
    const aliases = documents.flatMap(({ docType, number }) => aliasesOf(versions, docType, number));
    return Promise.all(aliases.map(async (alias) => ({ alias, held: await register.alias(alias) })));
  }

  /** Somebody has looked: also where the number leads to others, it was given twice. */
  async function claimsBesideOthers(
    versions: AliasSecret,
    documents: readonly Document[],
    personId: PersonId,
    on: Parameters<typeof claim>[4],
  ): Promise<TransactWriteItem[]> {
    const numbers = await heldBy(versions, documents);
    return numbers
      .filter(({ held }) => !held?.people.some((person) => person.personId === personId))
      .map(({ alias, held }) => ({ Put: claim(table, alias, held, personId, on) }));
  }

  async function releases(versions: AliasSecret, identity: Identity, personId: PersonId): Promise<TransactWriteItem[]> {
    const numbers = await heldBy(versions, documentsOf(identity));
    return numbers.flatMap(({ alias, held }) => (held ? release(table, alias, held, personId) : []));
  }
}
