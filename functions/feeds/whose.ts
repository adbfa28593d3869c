// Whom rows are about: the person whom their number leads to, or for someone unknown an id that this feed proposes.
import { BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { isCalled } from "../../shared/identity.ts";
import type { FeedId } from "../../shared/insured/delta.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type AliasSecret, aliasesOf } from "../alias.ts";
import type { RegisterReader } from "../register/reader.ts";
import { type Alias, type Item, keyOf, read } from "../register/table.ts";
import { proposedId } from "./ids.ts";

/** `known`: the number leads there already. */
export type Whose = { personId: PersonId; known: boolean };
export type Named = Pick<InsuredRow, "docType" | "number" | "name" | "former">;

/** One person in several rows: any of them may say what the number replaces. */
export function personIn(rows: readonly InsuredRow[]): Named {
  const [{ docType, number, name }] = rows as [InsuredRow, ...InsuredRow[]];
  const former = rows.find((row) => row.former)?.former;
  return { docType, number, name, ...(former && { former }) };
}

type Options = { client: DynamoDBClient; table: string; register: RegisterReader };

const KEYS_A_BATCH = 100;

export function whoseIn({ client, table, register }: Options) {
  return async function whose(secret: AliasSecret, feed: FeedId, people: readonly Named[]): Promise<Whose[]> {
    const aliases = people.map(({ docType, number }) => aliasesOf(secret, docType, number));
    const earlier = people.map(({ former }) => (former ? aliasesOf(secret, former.docType, former.number) : []));
    const known = await batchOf([...aliases, ...earlier].flat());
    const peopleUnder = (names: readonly string[]) => [
      ...new Set(names.flatMap((alias) => known.get(alias)?.people ?? []).map(({ personId }) => personId)),
    ];
    return Promise.all(
      people.map(async ({ name }, index) => {
        const personId =
          (await theOneNamed(name, peopleUnder(aliases[index]!))) ?? (await theOneNamed(name, peopleUnder(earlier[index]!)));
        return { personId: personId ?? proposedId(secret, feed, aliases[index]![0], name), known: personId !== undefined };
      }),
    );
  };

  /** Of several with one number, the one with this name. None of them: the worker will see, so the first one will do. */
  async function theOneNamed(name: string, [first, ...others]: PersonId[]): Promise<PersonId | undefined> {
    if (!first || others.length === 0) return first;
    const registrations = await Promise.all([first, ...others].map((id) => register.registration(id)));
    return registrations.find((held) => held && isCalled(held.identity, name))?.personId ?? first;
  }

  async function batchOf(aliases: readonly string[]): Promise<Map<string, Alias>> {
    const found = new Map<string, Alias>();
    const wanted = [...new Set(aliases)].map((alias) => keyOf.alias(alias));
    while (wanted.length > 0) {
      const request = { [table]: { Keys: wanted.splice(0, KEYS_A_BATCH), ConsistentRead: true } };
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(new BatchGetItemCommand({ RequestItems: request }));
      for (const item of Responses[table] ?? []) found.set(aliasOf(item), read.alias(item));
      wanted.push(...(UnprocessedKeys[table]?.Keys ?? []));
    }
    return found;
  }
}

const aliasOf = (item: Item) => (item["pk"]?.S ?? "").replace(/^ALIAS#/, "");
