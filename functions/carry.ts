import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Message } from "../shared/submission.ts";

/** From an outbox onto the queue: the person's group keeps order, the eventId keeps out a second copy. Keys, no content. */
export const carryTo =
  ({ sqs, queueUrl }: { sqs: SQSClient; queueUrl: string }) =>
  async (message: Message): Promise<void> => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(message),
        MessageGroupId: message.personId,
        MessageDeduplicationId: message.eventId,
      }),
    );
  };
