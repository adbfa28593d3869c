// From a name with a day of birth to the people who have both, without either: as aliases do it for numbers. Many people may
// share them, so each has an item of their own under the one key. Nobody is told anything on the strength of it: it only finds
// whom the desk should compare with somebody who says that they are new.
import type { DynamoDBClient, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { nameKey } from "../../shared/kernel/names.ts";
import type { Identity } from "../../shared/registration.ts";
import { type AliasSecret, keyedDigest } from "../alias.ts";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import { keyOf, partitionOf } from "./table.ts";

type Named = Pick<Identity, "name" | "birth">;

/** `<secret version>#<HMAC>` under every version that is known; none for whom no day of birth is known. */
export const namedOf = ({ versions }: AliasSecret, { name, birth }: Named): string[] =>
  birth
    ? Object.keys(versions)
        .map(Number)
        .map((current) => `${current}#${keyedDigest({ current, versions }, "named", `${nameKey(name)}|${birth}`)}`)
    : [];

/**
 * For the transaction that moves a person from one identity to another; nothing where name and birth stay. No condition: of two
 * that write it at once both say the same, and the registration beside it decides who may.
 */
export function namesWrites(
  TableName: string,
  secret: AliasSecret,
  before: Named | undefined,
  after: Named | undefined,
  personId: PersonId,
): TransactWriteItem[] {
  const [held, next] = [before ? namedOf(secret, before) : [], after ? namedOf(secret, after) : []];
  return [
    ...held
      .filter((named) => !next.includes(named))
      .map((named) => ({ Delete: { TableName, Key: keyOf.named(named, personId) } })),
    ...next.filter((named) => !held.includes(named)).map((named) => ({ Put: { TableName, Item: keyOf.named(named, personId) } })),
  ];
}

type Options = { client: DynamoDBClient; table: string; secret: () => Promise<AliasSecret> };

/** Everybody with this name, however it is typed, and this day of birth. */
export const peopleNamedIn = ({ client, table: TableName, secret }: Options) =>
  async function peopleNamed(name: string, birth: PlainDate): Promise<PersonId[]> {
    const found = await Promise.all(
      namedOf(await secret(), { name, birth }).map(async (named) => {
        const input = {
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.named(named) }),
          ConsistentRead: true,
        };
        return (await queryAll(client, input)).map((item) => v.parse(PersonId, item["sk"]?.S));
      }),
    );
    return [...new Set(found.flat())];
  };
