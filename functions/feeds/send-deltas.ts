import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Delta, TransferDelta } from "../../shared/insured/delta.ts";

const MESSAGES_A_BATCH = 10;
const BATCHES_AT_ONCE = 4;

/** The person's group keeps order, the eventId keeps out a second copy. */
export const sendDeltasBy =
  ({ sqs, queueUrl: QueueUrl }: { sqs: SQSClient; queueUrl: string }) =>
  async (deltas: readonly (Delta | TransferDelta)[]): Promise<void> => {
    const batches = Array.from({ length: Math.ceil(deltas.length / MESSAGES_A_BATCH) }, (_, batch) =>
      deltas.slice(batch * MESSAGES_A_BATCH, (batch + 1) * MESSAGES_A_BATCH).map((delta, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(delta),
        MessageGroupId: delta.personId,
        MessageDeduplicationId: delta.eventId,
      })),
    );
    for (let sent = 0; sent < batches.length; sent += BATCHES_AT_ONCE) {
      const answers = await Promise.all(
        batches
          .slice(sent, sent + BATCHES_AT_ONCE)
          .map((Entries) => sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))),
      );
      if (answers.some(({ Failed = [] }) => Failed.length > 0)) throw new Error("deltas not sent");
    }
  };
