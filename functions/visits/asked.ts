// Who has asked for somebody to come: open work of the desk's, of a county.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";
import { isWork, read } from "../desk/table.ts";
import { queryAll } from "../query.ts";

/** One Query of what is due in a county, for a list that is given out; pages that show a village ask with it. */
export const askedIn = ({ client, table: TableName }: { client: DynamoDBClient; table: string }) =>
  async function asked(division: DivisionCode): Promise<ReadonlySet<PersonId>> {
    const input = {
      TableName,
      IndexName: "due",
      KeyConditionExpression: "dueRegion = :region",
      FilterExpression: "#work = :visit",
      ExpressionAttributeNames: { "#work": "work" },
      ExpressionAttributeValues: toAttributes({ ":region": `REGION#${division}`, ":visit": "ASSISTED_VISIT" }),
    };
    return new Set((await queryAll(client, input)).filter(isWork).map((item) => read.work(item).personId));
  };
