// Who may act for whom, as it is kept: the same under both people, and every change in one transaction over both.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Delegation, type EndedBy, isTaken } from "../../shared/delegation/delegation.ts";
import { type BeginFinding, whyNotBegin } from "../../shared/delegation/rules.ts";
import type { DelegationRef } from "../../shared/delegation/whom.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Finding } from "../../shared/kernel/rule.ts";
import { toAttributes } from "../attributes.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import { keyOf, type Objection, read } from "../casework/table.ts";
import { itemsUnder } from "../query.ts";
import type { Item } from "../register/table.ts";
import { transact, transacted } from "../transact.ts";
import { delegationWrites } from "./writes.ts";

type Options = { client: DynamoDBClient; table: string };
export type Delegations = ReturnType<typeof openDelegations>;
/** `given`: who acts for them. `held`: for whom they act. */
export type Family = { given: Delegation[]; held: Delegation[] };

const FRESH_LOOKS = 4; // two people begin and end few things at once
/** A guardian's for this very ward. */
const isOfPair = ({ as, giver, delegate }: Delegation, pair: Pick<Delegation, "giver" | "delegate">) =>
  as === "guardian" && giver === pair.giver && delegate === pair.delegate;

export function openDelegations({ client, table: TableName }: Options) {
  const { isNew, moves, puts, deletes, ending, waitsForEnd } = delegationWrites(TableName);
  const itemAt = async (Key: Item) => (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const under = async (id: PersonId, prefix: string) =>
    (await itemsUnder({ client, table: TableName }, `PERSON#${id}`, prefix)).map(read.delegation);
  const heldBy = (delegate: PersonId) => under(delegate, "ACTSFOR#");

  async function versionOf(id: PersonId): Promise<number> {
    return Number((await itemAt(keyOf.family(id)))?.["version"]?.N ?? 0);
  }

  return {
    async of(personId: PersonId): Promise<Family> {
      const [given, held] = await Promise.all([under(personId, "DELEGATION#"), heldBy(personId)]);
      return { given, held };
    },

    /** Of everybody for whom they act, or did. */
    heldBy,

    /** One for which they act, ended or not. */
    async held(delegate: PersonId, ref: DelegationRef): Promise<Delegation | undefined> {
      const item = await itemAt(keyOf.actsFor(delegate, ref));
      return item && read.delegation(item);
    },

    /** One that is theirs, on either side. */
    async one(personId: PersonId, ref: DelegationRef): Promise<Delegation | undefined> {
      const item = (await itemAt(keyOf.actsFor(personId, ref))) ?? (await itemAt(keyOf.delegation(personId, ref)));
      return item && read.delegation(item);
    },

    /** What begins it, on what is there now. Where a condition of `writes` fails, somebody was quicker: to be asked again. */
    async beginning(
      one: Delegation,
      now: Instant,
    ): Promise<{ refused: Finding<BeginFinding> } | { refused?: undefined; writes: TransactWriteItem[] }> {
      const [giverAt, delegateAt] = await Promise.all([versionOf(one.giver), versionOf(one.delegate)]);
      const [given, held] = await Promise.all([under(one.giver, "DELEGATION#"), heldBy(one.delegate)]);
      const refused = whyNotBegin(one, { given, held }, now);
      if (refused) return { refused };
      // What a court had taken the desk gives back by this.
      const back = one.as === "guardian" ? given.filter((other) => isOfPair(other, one) && isTaken(other)) : [];
      return { writes: [...puts(one), moves(one.giver, giverAt), moves(one.delegate, delegateAt), ...back.flatMap(deletes)] };
    },

    /** `uses` stand or fall with it: what of them failed first, where one did. */
    async begin(
      one: Delegation,
      uses: readonly TransactWriteItem[],
      now: Instant,
    ): Promise<"begun" | "used" | "busy" | Finding<BeginFinding>> {
      for (let look = 0; look < FRESH_LOOKS; look++) {
        const begin = await this.beginning(one, now);
        if (begin.refused) return begin.refused;
        try {
          await transact(client, [...uses, ...begin.writes]);
          return "begun";
        } catch (error) {
          const reasons = reasonsOf(error);
          if (reasons.slice(0, uses.length).some(conditionFailed)) return "used";
          if (!reasons.some(conditionFailed)) throw error;
        }
      }
      return "busy";
    },

    ending,

    /** Once: who ended it first stays the one. Tells how it stands now. */
    async end(one: Delegation, by: EndedBy, at: Instant): Promise<Delegation> {
      const done = await transacted(client, ending(one, by, at));
      return done ? { ...one, ended: { at, by } } : ((await this.one(one.giver, one.delegation)) ?? one);
    },

    /** A court has taken it: what the desk has let begin ends, and where nothing has, that it ended is kept all the same. */
    async taking(taken: Delegation & Required<Pick<Delegation, "ended">>): Promise<TransactWriteItem[]> {
      const given = (await under(taken.giver, "DELEGATION#")).filter((one) => isOfPair(one, taken));
      if (given.some(isTaken)) return [];
      const living = given.find(({ ended }) => !ended);
      const { at, by } = taken.ended;
      return living ? ending(living, by, at) : puts(taken);
    },

    /** Of whom a court has taken it from them. */
    async takenFrom(guardian: PersonId): Promise<PersonId[]> {
      return (await heldBy(guardian)).filter(isTaken).map(({ giver }) => giver);
    },

    /** Its time is over (shared/privacy/keeps.ts): on both sides, and only what has ended. */
    async forget(one: Delegation): Promise<void> {
      await transacted(client, deletes(one));
    },

    /** The giver was told; from now on it waits for its end. */
    async wasTold(one: Delegation): Promise<void> {
      await transacted(client, [waitsForEnd(one)]);
    },

    /** Stands or falls with what a delegate sent: between the look and the writing it may have been ended. */
    stillRuns: (delegate: PersonId, ref: DelegationRef): TransactWriteItem => ({
      ConditionCheck: {
        TableName,
        Key: keyOf.actsFor(delegate, ref),
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ended)",
      },
    }),

    async objection(minor: PersonId): Promise<Objection | undefined> {
      const item = await itemAt(keyOf.objection(minor));
      return item && read.objection(item);
    },

    /** Stands or falls with the submission. One at a time; what was upheld stays. */
    objects: (minor: PersonId, objection: Objection): TransactWriteItem => ({
      Put: { ...isNew, Item: { ...keyOf.objection(minor), ...toAttributes(objection) } },
    }),

    /** What the desk has said of it, or that the minor took it back. */
    settles: (minor: PersonId, objection: Objection, upheld: boolean): TransactWriteItem =>
      upheld
        ? { Put: { TableName, Item: { ...keyOf.objection(minor), ...toAttributes({ ...objection, state: "upheld" }) } } }
        : { Delete: { TableName, Key: keyOf.objection(minor) } },
  };
}
