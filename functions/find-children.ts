// From a parent to the children for whom they may act. Beside findPerson it is the only way from one person to another.
import type { ChildRef, Proof } from "../shared/children/contract.ts";
import { isInHousehold, isMinor } from "../shared/children/rules.ts";
import { leading } from "../shared/facts.ts";
import { dateOf, type Instant } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Objection } from "./casework/table.ts";
import { childRefOf } from "./child-ref.ts";
import type { Delegations } from "./delegations/delegations.ts";
import { familyIn } from "./family.ts";
import type { OpenRecord } from "./record.ts";
import type { RegisterReader } from "./register/reader.ts";

export type Candidate = { personId: PersonId; child: ChildRef; proven: Proof };
/** `objection`: what the child has said against it, where that is not decided. */
export type FoundChild = Candidate & { record: RecordPage; objection?: Objection };
export type Children = ReturnType<typeof childrenIn>;
type Parent = { personId: PersonId; sessionId: string };
type Options = {
  register: Pick<RegisterReader, "members" | "registration" | "children">;
  openRecord: OpenRecord;
  delegations: Pick<Delegations, "objection" | "takenFrom">;
  now(): Instant;
};

export function childrenIn({ register, openRecord, delegations, now }: Options) {
  const childrenAt = familyIn(register);

  /** Whom the household or a certificate names: whether it is so, each record of its own says. */
  async function candidates({ personId, sessionId }: Parent): Promise<{ parent: RecordPage; named: Candidate[] } | undefined> {
    const [parent, certified] = await Promise.all([
      openRecord(personId, { kind: "session", sessionId }),
      register.children(personId),
    ]);
    if (!parent) return undefined;
    const home = leading(parent.facts, "household");
    const theirs = home ? await childrenAt(home, personId) : [];
    const proofs = new Map<PersonId, Proof>(theirs.map((member) => [member.personId, "household"]));
    for (const child of certified) proofs.set(child.personId, "certificate");
    const taken = proofs.size > 0 ? await delegations.takenFrom(personId) : [];
    for (const id of taken) proofs.delete(id);
    const named = [...proofs].map(([id, proven]) => ({ personId: id, child: childRefOf(personId, id), proven }));
    return { parent, named };
  }

  async function open(parent: RecordPage, { sessionId, personId: by }: Parent, candidate: Candidate) {
    // First: whoever may not see the record does not open it, and the child reads of no look that there was not.
    const objection = await delegations.objection(candidate.personId);
    if (objection?.state === "upheld") return undefined;
    const record = await openRecord(candidate.personId, { kind: "parent", sessionId, by });
    if (!record || !isMinor(record, dateOf(now()))) return undefined;
    const isTheirs = candidate.proven === "certificate" || isInHousehold(parent, record);
    return isTheirs ? { ...candidate, record, ...(objection && { objection }) } : undefined;
  }

  return {
    async all(who: Parent): Promise<FoundChild[]> {
      const found = await candidates(who);
      const opened = found ? await Promise.all(found.named.map((one) => open(found.parent, who, one))) : [];
      return opened.flatMap((child) => child ?? []);
    },

    /** Undefined: it is not theirs, or no child any more. */
    async one(who: Parent, child: ChildRef): Promise<FoundChild | undefined> {
      const found = await candidates(who);
      const candidate = found?.named.find((one) => one.child === child);
      return found && candidate && open(found.parent, who, candidate);
    },
  };
}
