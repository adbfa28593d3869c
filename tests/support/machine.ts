// Relay and worker as the platform drives them: what lies in an outbox travels until nothing is open.
import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { type SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { vi } from "vitest";
import { noon } from "./build.ts";

type Sent = { queue: string; body: string; group: string; id: string };
const context = { awsRequestId: "machine" };
const realNow = Date.now.bind(Date);
const AHEAD_MS = Date.parse(noon("2026-11-22")) - realNow();

/** Its queue is a list: the local platform's own tests have the real one. Its clock goes on from a noon of which the calendar is known. */
export async function startMachine(client: DynamoDBClient) {
  vi.spyOn(Date, "now").mockImplementation(() => realNow() + AHEAD_MS);
  const queue: Sent[] = [];
  vi.spyOn(SQSClient.prototype, "send").mockImplementation((async (command: SendMessageCommand) => {
    const { QueueUrl = "", MessageBody = "", MessageGroupId = "", MessageDeduplicationId = "" } = command.input;
    queue.push({ queue: QueueUrl, body: MessageBody, group: MessageGroupId, id: MessageDeduplicationId });
    return {};
  }) as never);
  const { handler: relay } = await import("../../functions/relay.ts");
  const { handler: worker } = await import("../../functions/worker.ts");

  async function outboxOf(TableName: string): Promise<Record<string, AttributeValue>[]> {
    const asked = {
      TableName,
      FilterExpression: "begins_with(pk, :outbox)",
      ExpressionAttributeValues: { ":outbox": { S: "OUTBOX#" } },
    };
    const { Items = [] } = await client.send(new ScanCommand(asked));
    return Items.sort((a, b) => (a["sk"]!.S! < b["sk"]!.S! ? -1 : 1));
  }

  return {
    queue,
    outboxOf,
    /** One round: relay everything, then work everything. Answers what the worker handed back. */
    async run() {
      for (const table of ["casework", "desk"]) {
        const images = await outboxOf(table);
        await relay(
          { Records: images.map((NewImage, index) => ({ dynamodb: { SequenceNumber: `${index}`, NewImage } })) },
          context,
        );
      }
      const Records = queue
        .splice(0)
        .filter(({ queue: url }) => url.endsWith(".fifo"))
        .map(({ queue: eventSourceARN, body, group, id }) => ({
          messageId: id,
          body,
          eventSourceARN,
          attributes: { MessageGroupId: group, ApproximateReceiveCount: "1" },
        }));
      return (await worker({ Records }, context)).batchItemFailures;
    },
  };
}
