// A child that a parent registers by its certificate of birth: somebody new, or one whose parent they are proved to be.
import { isInHousehold, mayBeParents } from "../shared/children/rules.ts";
import { leading } from "../shared/facts.ts";
import { documentsOf } from "../shared/identity.ts";
import { dateOf } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import { finding } from "../shared/kernel/rule.ts";
import { type Arrival, settleArrival, settleReviewedArrival, turnAway } from "../shared/newcomer/effect.ts";
import { type NewbornAccepted, withMother } from "../shared/newcomer/newborn.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Submission } from "../shared/submission.ts";
import { aliasesOf } from "./alias.ts";
import { familyIn } from "./family.ts";
import { Fault } from "./log.ts";
import type { Effect } from "./matter.ts";
import { type ArrivalDeps, entrancesIn } from "./settle-newcomer.ts";

/**
 * `known`: whom the certificate leads to. `proven`: of them, whose parent the register knows to send this. `alike`: who else has to
 * be compared: whom the certificate led to once, and a child of the household born on that day.
 */
type Found = { known: RecordPage[]; proven: RecordPage | undefined; alike: PersonId[] };

export function newbornsIn(deps: Omit<ArrivalDeps, "client" | "desk">) {
  const { register, secret } = deps;
  const entrances = entrancesIn(deps);
  const childrenAt = familyIn(register);

  async function peopleUnder(number: string): Promise<PersonId[]> {
    const aliases = await Promise.all(aliasesOf(await secret(), "BIRTH_CERT", number).map((alias) => register.alias(alias)));
    return [...new Set(aliases.flatMap((alias) => alias?.people.map((person) => person.personId) ?? []))];
  }

  async function lookFor({ identity, as }: NewbornAccepted, parentId: PersonId, ownId: PersonId): Promise<Found> {
    const parent = await register.page(parentId);
    if (!parent) throw new Fault("settle.unknown-person");
    const others = (await peopleUnder(identity.number)).filter((id) => id !== ownId);
    const pages = await Promise.all(others.map((id) => register.page(id)));
    const known = pages.flatMap((page) => (page?.registration.status === "active" ? page : []));
    const mothers = as === "mother" ? documentsOf(parent.registration.identity) : [];
    const borne = await Promise.all(mothers.map(({ number }) => peopleUnder(withMother(identity.number, number).number)));
    const home = leading(parent.facts, "household");
    const family = home ? (await childrenAt(home, parentId)).map((member) => member.personId) : [];
    const isTheirs = (child: RecordPage) =>
      child.registration.verified !== "unverified" &&
      child.registration.identity.birth === identity.birth &&
      (borne.flat().includes(child.registration.personId) ||
        (family.includes(child.registration.personId) && isInHousehold(parent, child)));
    const alike = known.length > 0 ? [] : [...others, ...(await bornThatDay(parent, identity.birth))];
    return { known, proven: known.find(isTheirs), alike };
  }

  /** A child of the household that was born on that day: it may be this one, known by another number. */
  async function bornThatDay(parent: RecordPage, birth: string): Promise<PersonId[]> {
    const home = leading(parent.facts, "household");
    const members = home ? await register.members(home) : [];
    const children = members.filter(({ relation }) => home && mayBeParents(home.relation, relation));
    const registrations = await Promise.all(children.map(({ personId }) => register.registration(personId)));
    return registrations.flatMap((held) => (held?.identity.birth === birth && held.status === "active" ? held.personId : []));
  }

  return function newborn({ personId, receipt, by }: Submission, content: NewbornAccepted): Effect {
    const parentId = by?.personId;
    if (!parentId) throw new Fault("settle.foreign-event");
    const arrival: Arrival = { ...content, others: [withMother(content.identity.number, content.mother)] };
    const is = (child: PersonId) => [register.knowsChild(parentId, { personId: child, receipt })];
    let [theirs, seen]: [PersonId | undefined, PersonId[]] = [undefined, []];
    return {
      async submitted(before, now) {
        const { known, proven, alike } = await lookFor(content, parentId, personId);
        theirs = proven?.registration.personId;
        if (theirs) return { status: "applied" };
        seen = [...known.map(({ registration }) => registration.personId), ...alike];
        if (known.length > 0) return { status: "in-review", kind: "parentage" };
        // The mother is only named so far: her number leads to the child when somebody has seen the certificate.
        return settleArrival(content, { personId, before, now }, seen.length > 0);
      },
      async decided(before, at, now) {
        const { known } = await lookFor(content, parentId, personId);
        const [child, ...more] = known.filter(({ registration }) => registration.identity.birth === content.identity.birth);
        if (before?.registration.status === "active" || known.length === 0) {
          theirs = personId;
          return settleReviewedArrival(arrival, { personId, before, now }, { at, receipt });
        }
        if (!child || more.length > 0) return { status: "refused", findings: [finding("newborn.turned-away")] };
        theirs = child.registration.personId;
        return { status: "applied" };
      },
      undone: (before, now) => turnAway(arrival, { personId, before, now }),
      no: finding("newborn.turned-away"),
      async beside(outcome, before, now) {
        const writes = await entrances(personId, outcome, before, dateOf(now));
        return {
          writes: [...writes, ...(theirs && outcome.status === "applied" ? is(theirs) : [])],
          ...(seen.length > 0 && { task: { others: seen } }),
        };
      },
    };
  };
}
