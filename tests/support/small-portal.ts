// A portal with small functions of its own, in a process that can be killed: `node small-portal.ts FOLDER SITE PORT`.
// POST /api/notes {person, note} → outbox → relay → effects → worker, which writes the note once and counts its deliveries.
import { type AttributeValue, DynamoDBClient, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Complaint, complain } from "../../infra/local/complaint.ts";
import type { Functions } from "../../infra/local/functions.ts";
import { startPlatform } from "../../infra/local/platform.ts";
import { leaveWith } from "../../scripts/start/leaving.ts";

type StreamEvent = { Records: { dynamodb: { NewImage: Record<string, { S: string }> } }[] };
type QueueEvent = { Records: { body: string }[] };

const SLOW_MS = Number(process.env["SLOW_MS"] ?? 0); // how long the worker takes for each
let accepted = 0;

const handlers: Record<string, () => (event: never) => Promise<unknown>> = {
  relay: () => {
    const sqs = new SQSClient({});
    return async ({ Records }: StreamEvent) => {
      for (const { dynamodb } of Records) {
        const { person, note } = dynamodb.NewImage;
        await sqs.send(
          new SendMessageCommand({
            QueueUrl: process.env["EFFECTS"],
            MessageBody: JSON.stringify({ person: person!.S, note: note!.S }),
            MessageGroupId: person!.S,
            MessageDeduplicationId: `${person!.S}-${note!.S}`,
          }),
        );
      }
    };
  },
  worker: () => {
    const client = new DynamoDBClient({});
    return async ({ Records }: QueueEvent) => {
      for (const { body } of Records) {
        const { person, note } = JSON.parse(body);
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        await client.send(
          new UpdateItemCommand({
            TableName: process.env["REGISTER"],
            Key: { pk: { S: `PERSON#${person}` }, sk: { S: `NOTE#${note}` } },
            UpdateExpression: "ADD deliveries :one",
            ExpressionAttributeValues: { ":one": { N: "1" } },
          }),
        );
      }
    };
  },
};

const functions: Functions = {
  handlerOf: async (fn) => handlers[fn]?.() ?? (async () => {}),
  apiOf: async () => {
    const client = new DynamoDBClient({});
    return async (request) => {
      const { person, note } = await request.json();
      const Item = { pk: "OUTBOX#0", sk: `${String(++accepted).padStart(6, "0")}#${crypto.randomUUID()}`, person, note };
      const texts = Object.entries(Item).map(([name, value]): [string, AttributeValue] => [name, { S: String(value) }]);
      await client.send(new PutItemCommand({ TableName: process.env["CASEWORK"], Item: Object.fromEntries(texts) }));
      return new Response(null, { status: 202 });
    };
  },
};

const [folder = "", site = "", port = "0"] = process.argv.slice(2);
try {
  const portal = await startPlatform({ folder, port: Number(port), site: async () => site, functions });
  leaveWith(portal);
  console.log(portal.address);
} catch (error) {
  if (error instanceof Complaint) complain(error.message);
  throw error;
}
