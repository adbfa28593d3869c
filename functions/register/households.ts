// Households: lines that are written with the record they are made of, and the villages that they lie in.
import { type DynamoDBClient, PutItemCommand, QueryCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { HouseholdId } from "../../shared/households/ids.ts";
import { type Line, linesOf, type Member } from "../../shared/households/member.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import type { Changes, Fact, FullRecord, RecordPage } from "../../shared/registration.ts";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import { type Item, itemOf, keyOf, partitionOf, read, type Village } from "./table.ts";

/**
 * For the transaction that moves a record: the lines that it makes other than they were, and those it leaves. Nothing is read for
 * them and nobody else writes them, so the version of the record is their condition too: of two who move it at once, one looks again.
 */
export function householdWrites(
  TableName: string,
  before: RecordPage | FullRecord | undefined,
  changes: Changes,
): TransactWriteItem[] {
  const after = movedBy(changes, before);
  const [was, is] = [before ? linesOf(before) : [], after ? linesOf(after) : []].map(byKey);
  return [
    ...[...was!].filter(([key]) => !is!.has(key)).map(([, { Key }]) => ({ Delete: { TableName, Key } })),
    ...[...is!].filter(([key, { text }]) => was!.get(key)?.text !== text).map(([, { Item }]) => ({ Put: { TableName, Item } })),
  ];
}

const sameFact = (a: Fact, b: Fact) => a.name === b.name && a.source === b.source;

function movedBy({ registration, summary, facts = [], gone = [] }: Changes, before: RecordPage | undefined) {
  const next = registration ?? before?.registration;
  if (!next) return undefined;
  const stay = (before?.facts ?? []).filter((fact) => ![...facts, ...gone].some((other) => sameFact(other, fact)));
  return {
    registration: { version: 1, ...next },
    facts: [...stay, ...facts],
    summary: summary ?? before?.summary ?? { insurances: {} },
  };
}

const byKey = (lines: readonly Line[]): Map<string, { Key: Item; Item: Item; text: string }> =>
  new Map(
    lines.map(({ home, member }) => {
      const [Key, Item] = [keyOf.member(home, member.personId), itemOf.member(home, member)];
      return [`${Key["pk"]?.S} ${Key["sk"]?.S}`, { Key, Item, text: JSON.stringify(Item) }];
    }),
  );

type Options = { client: DynamoDBClient; table: string };
export type Households = ReturnType<typeof readHouseholds>;

/** Read by who counts and who gives out visits. It holds no name and no number of anybody; a record is opened by its own door. */
export function readHouseholds({ client, table: TableName }: Options) {
  return {
    /** A village's lines, household after household: one Query, or as many as its megabytes need. `most` lines; `after` which household. */
    async linesIn(village: Village, { after, most }: { after?: HouseholdId | undefined; most: number }): Promise<Member[]> {
      const input = {
        TableName,
        IndexName: "villages",
        KeyConditionExpression: after ? "villageKey = :village AND householdKey > :after" : "villageKey = :village",
        ExpressionAttributeValues: toAttributes({
          ":village": partitionOf.village(village),
          ...(after && { ":after": `${after}#~` }), // sorts behind every person of that household
        }),
      };
      return (await queryAll(client, input, most + 1)).map(read.member); // one more, and there is more
    },

    /** Everybody of a household, also whom an agency places in another village. */
    async household(id: HouseholdId): Promise<Member[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: toAttributes({ ":pk": `HOUSEHOLD#${id}` }),
        }),
      );
      return Items.map(read.member);
    },

    async villages(division: DivisionCode): Promise<string[]> {
      const input = {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.villages(division) }),
      };
      return (await queryAll(client, input)).map((item) => v.parse(v.string(), item["sk"]?.S));
    },
  };
}

export type Villages = ReturnType<typeof villagesIn>;
const MOST_REMEMBERED = 20_000; // a province has as many; some 2 MB

/** The villages that agencies' files name. Thousands of rows name one: each worker writes it down once. */
export function villagesIn({ client, table: TableName }: Options) {
  const remembered = new Set<string>();
  return {
    /** As often as it comes: it is of no person, and says the same every time. */
    async note(rows: readonly InsuredRow[]): Promise<void> {
      for (const { household, hukou, division } of rows) {
        if (!household?.village) continue;
        const Item = keyOf.village({ division: hukou?.division ?? division, village: household.village });
        const said = JSON.stringify(Item);
        if (remembered.has(said)) continue;
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        await client.send(new PutItemCommand({ TableName, Item }));
        remembered.add(said);
      }
    },
  };
}

/** Who of a household may be told apart by no more than their place in it. */
export const inOrder = (members: readonly Member[]): Member[] =>
  members.toSorted((a, b) => (a.relation + idOf(a) < b.relation + idOf(b) ? -1 : 1));
const idOf = ({ personId }: { personId: PersonId }) => personId;
