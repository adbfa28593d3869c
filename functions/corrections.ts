// What a correction touches beside the page of whoever sent it: the numbers and names by which people are found, and of
// somebody who died their registration. In the same transaction, or not at all.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { doubtsAbout } from "../shared/change/correct.ts";
import { closedByDeath, identityAfter } from "../shared/change/correction-effect.ts";
import { type Correction, isCorrection } from "../shared/change/corrections.ts";
import { newDocuments } from "../shared/identity.ts";
import { dateOf, type Instant } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import { finding } from "../shared/kernel/rule.ts";
import type { Identity, RecordPage } from "../shared/registration.ts";
import { readWho } from "../shared/session/who.ts";
import type { Outcome, Submission } from "../shared/submission.ts";
import { type AliasSecret, aliasesOf } from "./alias.ts";
import type { Desk } from "./desk/desk.ts";
import { findPersonIn } from "./find-person.ts";
import type { Beside, Matter } from "./matter.ts";
import { papersLike } from "./papers-like.ts";
import { claim } from "./register/aliases.ts";
import { namesWrites } from "./register/names.ts";
import type { Register } from "./register/register.ts";

export type CorrectionDeps = { register: Register; desk: Desk; secret: () => Promise<AliasSecret>; table: string };
type DeathReport = Extract<Correction, { item: "death" }>;
type OwnCorrection = Exclude<Correction, DeathReport>;

/** The same matter, with what else has to be looked at and written. */
export function withCorrections(deps: CorrectionDeps, submission: Submission, matter: Matter): Matter {
  const { content } = submission;
  if (content.slice !== "change" || !isCorrection(content.change)) return matter;
  const { change } = content;
  return change.item === "death"
    ? reportedDeath(deps, submission, change, matter)
    : ownCorrection(deps, submission, change, matter);
}

function ownCorrection(deps: CorrectionDeps, submission: Submission, change: OwnCorrection, matter: Matter): Matter {
  const { register, desk, secret, table } = deps;
  const { personId, receipt } = submission;

  async function holdersOf(before: Identity, next: Identity) {
    const versions = await secret();
    const aliases = newDocuments(before, next).flatMap(({ docType, number }) => aliasesOf(versions, docType, number));
    return Promise.all(aliases.map(async (alias) => ({ alias, held: await register.alias(alias) })));
  }

  /** Whom the new number leads to already, whatever it is said to stand on. */
  async function othersUnder(before: Identity, next: Identity, now: Instant): Promise<PersonId[]> {
    const versions = await secret();
    const papers = newDocuments(before, next).flatMap((document) => papersLike({ ...document, name: next.name }, dateOf(now)));
    const aliases = papers.flatMap(({ docType, number }) => aliasesOf(versions, docType, number));
    const people = (await Promise.all(aliases.map((alias) => register.alias(alias)))).flatMap((held) => held?.people ?? []);
    return [...new Set(people.map((person) => person.personId))].filter((id) => id !== personId);
  }

  return {
    ...matter,
    async decide(before, now): Promise<Outcome> {
      const outcome = await matter.decide(before, now);
      const next = outcome.status === "applied" && outcome.changes?.registration?.identity;
      if (!next || !before) return outcome;
      const known = (await desk.task(personId, receipt))?.others ?? [];
      const others = await othersUnder(before.registration.identity, next, now);
      // Nobody has looked at the two side by side: it is sent again, and then somebody does.
      const unseen = others.some((other) => !known.includes(other));
      return unseen ? { status: "refused", findings: [finding("change.number-taken", "number")] } : outcome;
    },

    async beside(outcome, before, now): Promise<Beside> {
      if (!before) return { writes: [] };
      const { identity } = before.registration;
      if (outcome.status === "in-review") {
        const next = identityAfter(identity, change, now);
        const [others, doubts] = [await othersUnder(identity, next, now), doubtsAbout(next, dateOf(now))];
        return { writes: [], task: { ...(others.length > 0 && { others }), ...(doubts.length > 0 && { doubts }) } };
      }
      const next = outcome.changes?.registration?.identity;
      if (!next) return { writes: [] };
      // The number leads here too, also where it leads to somebody else: it may have been given to two people.
      const claims: TransactWriteItem[] = (await holdersOf(identity, next))
        .filter(({ held }) => !held?.people.some((person) => person.personId === personId))
        .map(({ alias, held }) => ({ Put: claim(table, alias, held, personId, dateOf(now)) }));
      return { writes: [...claims, ...namesWrites(table, await secret(), identity, next, personId)] };
    },
  };
}

function reportedDeath(deps: CorrectionDeps, submission: Submission, change: DeathReport, matter: Matter): Matter {
  const { register, desk, secret } = deps;
  const { personId, receipt } = submission;
  const findPerson = findPersonIn({ register, secret });

  async function whoDied(now: Instant): Promise<PersonId | undefined> {
    const who = readWho(change, dateOf(now));
    if (!who.ok) return undefined;
    const { documents, name } = who.value;
    const found = await Promise.all(documents.map((document) => findPerson({ ...document, name })));
    return found.find(Boolean)?.registration.personId;
  }

  return {
    ...matter,
    async beside(outcome, _, now): Promise<Beside> {
      if (outcome.status === "in-review") {
        const about = await whoDied(now);
        return { writes: [], ...(about && { task: { about } }) };
      }
      // Only for somebody who was told of it and could object.
      const about = outcome.status === "applied" ? (await desk.task(personId, receipt))?.about : undefined;
      const died: RecordPage | undefined = about && (await register.page(about));
      // Who reports it hears the same, whether or not anybody is here: that is the other person's affair.
      if (!about || !died || died.registration.status === "closed") return { writes: [] };
      const origin = { by: matter.by ?? "desk", channel: "desk" as const };
      const changes = closedByDeath(died, change, receipt);
      return { writes: register.moves({ ...origin, personId: about, before: died, changes, receipt, recordedAt: now }) };
    },
  };
}
