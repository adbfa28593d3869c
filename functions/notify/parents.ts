// A child has no phone of its own: what it is to be reminded of, its parents or its guardian hear.
import { isHeadOrSpouse, isMinor } from "../../shared/children/rules.ts";
import { stateOf } from "../../shared/delegation/delegation.ts";
import { leading } from "../../shared/facts.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Casework } from "../casework/casework.ts";
import type { Delegations } from "../delegations/delegations.ts";
import { parentsIn } from "../family.ts";
import type { RegisterReader } from "../register/reader.ts";

type Options = {
  register: Pick<RegisterReader, "members" | "registration" | "children" | "page">;
  casework: Pick<Casework, "submissions">;
  delegations: Pick<Delegations, "of" | "objection" | "takenFrom">;
};

/**
 * Whom the household names, and who has sent something for the child: as far as the register says today that they are its parents; and
 * whom the desk knows as its guardian. Nobody, where the child has objected and was right.
 */
export const parentsOfIn = ({ register, casework, delegations }: Options) => {
  const isParent = parentsIn(register, delegations);
  return async function parentsOf(personId: PersonId, now: Instant): Promise<PersonId[]> {
    const today = dateOf(now);
    const child = await register.page(personId);
    if (!child || !isMinor(child, today)) return [];
    if ((await delegations.objection(personId))?.state === "upheld") return [];
    const home = leading(child.facts, "household");
    const [members, submissions, { given }] = await Promise.all([
      home ? register.members(home) : [],
      casework.submissions(personId),
      delegations.of(personId),
    ]);
    const named = [
      ...members.flatMap((member) => (isHeadOrSpouse(member.relation) ? member.personId : [])),
      ...submissions.flatMap(({ by }) => (by?.as === "parent" ? by.personId : [])),
    ];
    const candidates = [...new Set(named)];
    const theirs = await Promise.all(candidates.map((one) => isParent(one, child, today)));
    const guardians = given.filter((one) => one.as === "guardian" && stateOf(one, now) !== "ended");
    return [...new Set([...candidates.filter((_, nth) => theirs[nth]), ...guardians.map(({ delegate }) => delegate)])];
  };
};
