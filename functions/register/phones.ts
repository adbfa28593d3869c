// From a phone to the people whose leading phone it is, without the phone: as names.ts does it for names. A family shares one, so
// each has an item of their own under the one key. Written by the worker in the transaction that changes a leading phone.
import type { DynamoDBClient, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { leading } from "../../shared/facts.ts";
import { PersonId, type Phone } from "../../shared/kernel/fields.ts";
import { isTurnedAway } from "../../shared/newcomer/turned-away.ts";
import type { Changes, Fact, RecordPage } from "../../shared/registration.ts";
import { type AliasSecret, keyedDigest } from "../alias.ts";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import { keyOf, partitionOf } from "./table.ts";

/** `<secret version>#<HMAC>` under every version that is known. */
export const phonedOf = ({ versions }: AliasSecret, phone: Phone | undefined): string[] =>
  phone
    ? Object.keys(versions)
        .map(Number)
        .map((current) => `${current}#${keyedDigest({ current, versions }, "phoned", phone)}`)
    : [];

export const phoneOf = (facts: readonly Fact[]): Phone | undefined => leading(facts, "phone")?.phone;

/** For the transaction that moves a person; nothing where the leading phone stays. No condition, as for names. */
export function phonesWrites(
  TableName: string,
  secret: AliasSecret,
  before: Phone | undefined,
  after: Phone | undefined,
  personId: PersonId,
): TransactWriteItem[] {
  if (before === after) return [];
  return [
    ...phonedOf(secret, before).map((phoned) => ({ Delete: { TableName, Key: keyOf.phoned(phoned, personId) } })),
    ...phonedOf(secret, after).map((phoned) => ({ Put: { TableName, Item: keyOf.phoned(phoned, personId) } })),
  ];
}

/** The leading phone before and after what moves. Nothing leads to who is turned away. */
export function phoneMoves(
  before: Pick<RecordPage, "facts"> | undefined,
  changes: Changes,
): [Phone | undefined, Phone | undefined] {
  const held = before?.facts ?? [];
  const isSame = (one: Fact, other: Fact) => one.name === other.name && one.source === other.source;
  const told = changes.facts ?? [];
  if (changes.registration && isTurnedAway({ ...changes.registration, version: 1 })) return [phoneOf(held), undefined];
  const left = held.filter((fact) => ![...told, ...(changes.gone ?? [])].some((other) => isSame(fact, other)));
  return [phoneOf(held), phoneOf([...left, ...told])];
}

type Options = { client: DynamoDBClient; table: string; secret: () => Promise<AliasSecret> };

/** What belongs into the transaction that moves somebody; the secret is asked for only where the leading phone changes. */
export const withPhoneIn = ({ table, secret }: Pick<Options, "table" | "secret">) =>
  async function withPhone(
    personId: PersonId,
    before: Pick<RecordPage, "facts"> | undefined,
    changes: Changes,
  ): Promise<TransactWriteItem[]> {
    const [was, is] = phoneMoves(before, changes);
    return was === is ? [] : phonesWrites(table, await secret(), was, is, personId);
  };

/** Everybody whose leading phone this is. `most`: no more than so many are read. */
export const peoplePhonedIn = ({ client, table: TableName, secret }: Options) =>
  async function peoplePhoned(phone: Phone, most: number): Promise<PersonId[]> {
    const found = await Promise.all(
      phonedOf(await secret(), phone).map(async (phoned) => {
        const input = {
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.phoned(phoned) }),
          Limit: most,
        };
        return (await queryAll(client, input, most)).map((item) => v.parse(PersonId, item["sk"]?.S));
      }),
    );
    return [...new Set(found.flat())];
  };
