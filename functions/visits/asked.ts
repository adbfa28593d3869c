// Who has asked for somebody to come: open work of the desk's, of a county.
import { type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";
import { isWork, read } from "../desk/table.ts";

/** One Query of what is due in a county, for a list that is given out; pages that show a village ask with it. */
export const askedIn = ({ client, table: TableName }: { client: DynamoDBClient; table: string }) =>
  async function asked(division: DivisionCode): Promise<ReadonlySet<PersonId>> {
    const found = new Set<PersonId>();
    const input = {
      TableName,
      IndexName: "due",
      KeyConditionExpression: "dueRegion = :region",
      FilterExpression: "#work = :visit",
      ExpressionAttributeNames: { "#work": "work" },
      ExpressionAttributeValues: toAttributes({ ":region": `REGION#${division}`, ":visit": "ASSISTED_VISIT" }),
    };
    for await (const page of paginateQuery({ client }, input))
      for (const item of (page.Items ?? []).filter(isWork)) found.add(read.work(item).personId);
    return found;
  };
