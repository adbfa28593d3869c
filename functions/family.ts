// Who in a household are children of whoever lives there. In a dormitory everybody is entered as oneself, and the household says
// of nobody whose child they are; nor does it where two have the same place in it, as long as both are alive.
import { isAlone, isHeadOrSpouse, isInHousehold, isMinor, mayBeParents } from "../shared/children/rules.ts";
import { leading } from "../shared/facts.ts";
import type { Member } from "../shared/households/member.ts";
import type { PlainDate } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { Household, RecordPage } from "../shared/registration.ts";
import type { Delegations } from "./delegations/delegations.ts";
import type { RegisterReader } from "./register/reader.ts";

const MOST_BESIDES = 5; // who were head, husband or wife there through the years; where there are more, no family lives

/**
 * Whether somebody was a child's parent on a day, and is so by what the register says now: asked once more when what they sent
 * has its turn.
 */
export const parentsIn = (
  register: Pick<RegisterReader, "members" | "registration" | "children" | "page">,
  { takenFrom }: Pick<Delegations, "takenFrom">,
) => {
  const childrenAt = familyIn(register);
  return async function isParent(parent: PersonId, child: RecordPage, on: PlainDate): Promise<boolean> {
    if (!isMinor(child, on)) return false;
    const { personId } = child.registration;
    if ((await takenFrom(parent)).includes(personId)) return false;
    if ((await register.children(parent)).some((one) => one.personId === personId)) return true;
    const theirs = await register.page(parent);
    const home = theirs && leading(theirs.facts, "household");
    if (!home || !isInHousehold(theirs, child)) return false;
    return (await childrenAt(home, parent)).some((member) => member.personId === personId);
  };
};

type Home = Household & { relation: string };

export const familyIn = ({ members, registration }: Pick<RegisterReader, "members" | "registration">) =>
  async function childrenAt(home: Home, parent: PersonId): Promise<Member[]> {
    const all = await members(home);
    const besides = all.filter(({ personId, relation }) => personId !== parent && isHeadOrSpouse(relation));
    if (!isHeadOrSpouse(home.relation) || besides.length > MOST_BESIDES) return [];
    const held = await Promise.all(besides.map(({ personId }) => registration(personId)));
    const living = besides.filter((_, nth) => held[nth]?.status === "active").map(({ relation }) => relation);
    if (!isAlone(home.relation, living)) return [];
    return all.filter(({ relation }) => mayBeParents(home.relation, relation));
  };
