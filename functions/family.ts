// Who in a household are children of whoever lives there. In a dormitory everybody is entered as oneself, and the household says
// of nobody whose child they are; nor does it where two have the same place in it, as long as both are alive.
import { isAlone, isHeadOrSpouse, mayBeParents } from "../shared/children/rules.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { Household } from "../shared/registration.ts";
import type { RegisterReader } from "./register/reader.ts";
import type { Member } from "./register/table.ts";

const MOST_BESIDES = 5; // who were head, husband or wife there through the years; where there are more, no family lives

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
