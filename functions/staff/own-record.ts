// Which record is whose own, of people who work here: nobody decides about it or about their household, and an auditor sees who of
// them looked there. Said by the operator alone: whoever gives out roles reads nobody's record, not even whether there is one.
import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Document } from "../../shared/identity.ts";
import type { StaffId } from "../../shared/staff/staff.ts";
import { type AliasSecret, aliasesOf } from "../alias.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf } from "../desk/table.ts";
import type { RegisterReader } from "../register/reader.ts";

type Options = {
  client: DynamoDBClient;
  /** The desk's. */
  table: string;
  register: Pick<RegisterReader, "alias">;
  secret(): Promise<AliasSecret>;
};

export const ownRecordsIn = ({ client, table: TableName, register, secret }: Options) =>
  /** `nobody`: the number leads to none, or to several. `not-staff`: they were never appointed to anything. */
  async function owns(staffId: StaffId, documents: readonly Document[]): Promise<"noted" | "nobody" | "not-staff"> {
    const versions = await secret();
    const aliases = documents.flatMap(({ docType, number }) => aliasesOf(versions, docType, number));
    const found = await Promise.all(aliases.map((alias) => register.alias(alias)));
    const [personId, ...others] = new Set(found.flatMap((alias) => alias?.people.map((one) => one.personId) ?? []));
    if (!personId || others.length > 0) return "nobody";
    const write = new UpdateItemCommand({
      TableName,
      Key: keyOf.member(staffId),
      // A new revision: whoever appoints them in this very moment looks again, and does not write it away (grants.ts).
      UpdateExpression: "SET personId = :person, revision = :revision",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: toAttributes({ ":person": personId, ":revision": crypto.randomUUID() }),
    });
    try {
      await client.send(write);
      return "noted";
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return "not-staff";
      throw error;
    }
  };
