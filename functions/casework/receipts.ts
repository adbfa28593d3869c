import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";

/** Whose receipt it is, through the index of receipts: keys only, and of submissions only. As good as always one person. */
export const receiptsIn = ({ client, table: TableName }: { client: DynamoDBClient; table: string }) =>
  async function whoseReceipt(receipt: Receipt): Promise<PersonId[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: "receipts",
        KeyConditionExpression: "foundBy = :receipt",
        ExpressionAttributeValues: toAttributes({ ":receipt": receipt }),
      }),
    );
    return [...new Set(Items.map((item) => v.parse(PersonId, item["pk"]?.S?.replace("PERSON#", ""))))];
  };
