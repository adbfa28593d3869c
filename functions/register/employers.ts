// The employers that agencies' files name. Thousands of rows name one employer: each worker asks the table about it once.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type EmployerRecord, isNews } from "../../shared/employers/employer.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf, read } from "./table.ts";

export type Employers = ReturnType<typeof employersIn>;
type Told = Omit<EmployerRecord, "since">;

const MOST_REMEMBERED = 20_000; // some 3 MB

export function employersIn({ client, table: TableName }: { client: DynamoDBClient; table: string }) {
  const remembered = new Map<string, string>();

  async function one(code: string): Promise<EmployerRecord | undefined> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.employer(code) }));
    return Item && read.employer(Item);
  }

  /** The day since which it is known stays. Of two workers at once the newer word wins. */
  async function write({ code, ...told }: Told): Promise<void> {
    const update = new UpdateItemCommand({
      TableName,
      Key: keyOf.employer(code),
      UpdateExpression:
        "SET code = :code, #name = :name, division = :division, #source = :source, asOf = :asOf, since = if_not_exists(since, :asOf)",
      ConditionExpression: "attribute_not_exists(pk) OR asOf < :asOf",
      ExpressionAttributeNames: { "#name": "name", "#source": "source" },
      ExpressionAttributeValues: toAttributes({
        ":code": code,
        ":name": told.name,
        ":division": told.division,
        ":source": told.source,
        ":asOf": told.asOf,
      }),
    });
    await client.send(update).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error; // somebody said something newer
    });
  }

  return {
    one,

    /** What accepted rows say of employers. As often as they come; it is of no person and needs no version. */
    async note(rows: readonly InsuredRow[], receivedAt: Instant): Promise<void> {
      for (const told of rows.flatMap((row) => toldBy(row, receivedAt))) {
        const said = `${told.division} ${told.name}`;
        if (remembered.get(told.code) === said) continue;
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        remembered.set(told.code, said); // those beside it need not ask
        try {
          if (isNews(await one(told.code), told)) await write(told);
        } catch (error) {
          remembered.delete(told.code);
          throw error;
        }
      }
    },
  };
}

function toldBy({ enrolment, division, asOf }: InsuredRow, receivedAt: Instant): Told[] {
  const { code, name } = enrolment?.employer ?? {};
  return code && name ? [{ code, name, division, source: `insured-${division}`, asOf: asOf ?? dateOf(receivedAt) }] : [];
}
