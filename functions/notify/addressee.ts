import { stateOf } from "../../shared/delegation/delegation.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { actsForMinor, type Submission } from "../../shared/submission.ts";
import type { Delegations } from "../delegations/delegations.ts";

/**
 * Who hears what came of it. Who sent it for a minor waits for it, for as long as they may act for them; an adult hears of their own
 * matters, whoever acts for them.
 */
export const addresseeIn = (delegations: Pick<Delegations, "held" | "objection" | "takenFrom">) =>
  async function addresseeOf({ personId, by }: Pick<Submission, "personId" | "by">, now: Instant): Promise<PersonId> {
    if (!by || !actsForMinor(by)) return personId;
    if ((await delegations.objection(personId))?.state === "upheld") return personId;
    if (by.as === "parent") return (await delegations.takenFrom(by.personId)).includes(personId) ? personId : by.personId;
    const one = await delegations.held(by.personId, by.delegation);
    return one && stateOf(one, now) !== "ended" ? by.personId : personId;
  };
