// A child has no phone of its own: what it is to be reminded of, its parents hear.
import { isHeadOrSpouse, isMinor } from "../../shared/children/rules.ts";
import { leading } from "../../shared/facts.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Submission } from "../../shared/submission.ts";
import type { Casework } from "../casework/casework.ts";
import { parentsIn } from "../family.ts";
import type { RegisterReader } from "../register/reader.ts";

type Options = {
  register: Pick<RegisterReader, "members" | "registration" | "children" | "page">;
  casework: Pick<Casework, "submissions">;
};

/** Whom the household names, and who has sent something for the child: as far as the register says today that they are its parents. */
export const parentsOfIn = ({ register, casework }: Options) => {
  const isParent = parentsIn(register);
  return async function parentsOf(personId: PersonId, today: PlainDate): Promise<PersonId[]> {
    const child = await register.page(personId);
    if (!child || !isMinor(child, today)) return [];
    const home = leading(child.facts, "household");
    const [members, submissions] = await Promise.all([home ? register.members(home) : [], casework.submissions(personId)]);
    const named = [
      ...members.flatMap((member) => (isHeadOrSpouse(member.relation) ? member.personId : [])),
      ...submissions.flatMap(({ by }) => (by?.as === "parent" ? by.personId : [])),
    ];
    const candidates = [...new Set(named)];
    const theirs = await Promise.all(candidates.map((one) => isParent(one, child, today)));
    return candidates.filter((_, nth) => theirs[nth]);
  };
};

/** Of a transfer: nobody sent it who waits for an answer. */
export const isAgencysStep = (content: Submission["content"] | undefined): boolean =>
  content?.slice === "transfer-step" && content.by.as !== "person";
