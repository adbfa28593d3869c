import { type DynamoDBClient, type Put, PutItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Document, documentsOf } from "../../shared/identity.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { isTurnedAway } from "../../shared/newcomer/turned-away.ts";
import { type AliasSecret, aliasesOf } from "../alias.ts";
import { toAttributes } from "../attributes.ts";
import { Fault } from "../log.ts";
import { namesWrites } from "./names.ts";
import { phoneOf, phonesWrites } from "./phones.ts";
import type { Register } from "./register.ts";
import { type Alias, itemOf, keyOf } from "./table.ts";

/**
 * A number leads to one more person. Conditioned on what was read: of two that claim a new number at once, one loses and has
 * to look again. `held` undefined: nobody had it.
 */
export function claim(TableName: string, alias: string, held: Alias | undefined, personId: PersonId, from: PlainDate): Put {
  const people = [...(held?.people ?? []), { personId, from }];
  const unchanged = held
    ? { ConditionExpression: "people = :held", ExpressionAttributeValues: toAttributes({ ":held": held.people }) }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  return { TableName, Item: itemOf.alias(alias, { people }), ...unchanged };
}

/** A number leads to this person no longer; nothing where it never did. Conditioned on what was read, as a claim is. */
export function release(TableName: string, alias: string, { people }: Alias, personId: PersonId): TransactWriteItem[] {
  const left = people.filter((person) => person.personId !== personId);
  if (left.length === people.length) return [];
  const unchanged = {
    TableName,
    ConditionExpression: "people = :held",
    ExpressionAttributeValues: toAttributes({ ":held": people }),
  };
  return left.length > 0
    ? [{ Put: { ...unchanged, Item: itemOf.alias(alias, { people: left }) } }]
    : [{ Delete: { ...unchanged, Key: keyOf.alias(alias) } }];
}

/** Numbers that nobody may have yet, under every version of the secret: functions that know fewer versions see them too. */
export const claimsOf = (
  TableName: string,
  secret: AliasSecret,
  documents: readonly Document[],
  personId: PersonId,
  from: PlainDate,
): { Put: Put }[] =>
  documents
    .flatMap(({ docType, number }) => aliasesOf(secret, docType, number))
    .map((alias) => ({ Put: claim(TableName, alias, undefined, personId, from) }));

type Options = { client: DynamoDBClient; table: string; register: Register; secret: () => Promise<AliasSecret> };

/**
 * Writes whatever alias of a person is missing under the versions of the secret that are in use, their name and phone: after a rotation,
 * or when a number was added. The person's own items are not touched, so it may run at any time and any number of times.
 */
export const rekeyIn = ({ client, table, register, secret }: Options) =>
  async function rekey(personId: PersonId, today: PlainDate): Promise<void> {
    const registration = await register.registration(personId);
    if (!registration) throw new Fault("settle.unknown-person");
    if (isTurnedAway(registration)) return;
    const versions = await secret();
    const aliases = documentsOf(registration.identity).flatMap(({ docType, number }: Document) =>
      aliasesOf(versions, docType, number),
    );
    for (const alias of aliases) {
      const held = await register.alias(alias);
      if (held?.people.some((person) => person.personId === personId)) continue;
      await client.send(new PutItemCommand(claim(table, alias, held, personId, today)));
    }
    const phone = phoneOf((await register.atTheDoor(personId))?.facts ?? []);
    const led = [
      ...namesWrites(table, versions, undefined, registration.identity, personId),
      ...phonesWrites(table, versions, undefined, phone, personId),
    ];
    for (const { Put } of led) if (Put) await client.send(new PutItemCommand(Put));
  };
