// Two sources are two facts. Which one leads, and what the other one says (design 2.4).
import type { Fact, FactName, FactOf } from "./registration.ts";

type Leads<Name extends FactName> = (a: FactOf<Name>, b: FactOf<Name>) => boolean;

const newer = (a: Fact, b: Fact) => (a.asOf === b.asOf ? a.acceptedAt > b.acceptedAt : a.asOf > b.asOf);

// Every file of an agency repeats its old phone and address with a new date; so for these the person's own word goes first.
export const saidByPerson = ({ source }: Fact) => source === "resident" || source === "desk";
const personFirst = (a: Fact, b: Fact) => (saidByPerson(a) === saidByPerson(b) ? newer(a, b) : saidByPerson(a));

/**
 * Somebody gave it who was unknown then, and nobody has confirmed it since: it opens no session, and stands behind every other one.
 * Else whoever registers a stranger's number first would hold the key to what agencies tell of that person later.
 */
export const isUnproven = ({ source, confirmedOn }: FactOf<"phone">) => source === "resident" && !confirmedOn;

/** A phone is worth as much as its last confirmation. */
const confirmedLast: Leads<"phone"> = (a, b) => {
  if (isUnproven(a) !== isUnproven(b)) return isUnproven(b);
  return (a.confirmedOn ?? "") === (b.confirmedOn ?? "") ? personFirst(a, b) : (a.confirmedOn ?? "") > (b.confirmedOn ?? "");
};

const leads: { [Name in FactName]: Leads<Name> } = {
  phone: confirmedLast,
  residence: personFirst,
  contact: personFirst,
  hukou: personFirst,
  employment: newer,
  card: newer,
  landline: personFirst,
  household: newer,
  stated: personFirst,
};

const isNamed =
  <Name extends FactName>(name: Name) =>
  (fact: Fact): fact is FactOf<Name> =>
    fact.name === name;

/** The fact that counts, and the others behind it. */
export function standingOf<Name extends FactName>(facts: readonly Fact[], name: Name): FactOf<Name>[] {
  const goesFirst = leads[name] as Leads<Name>;
  return facts.filter(isNamed(name)).sort((a, b) => (goesFirst(a, b) ? -1 : 1));
}

export const leading = <Name extends FactName>(facts: readonly Fact[], name: Name): FactOf<Name> | undefined =>
  standingOf(facts, name)[0];
