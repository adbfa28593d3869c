import type { SQSClient } from "@aws-sdk/client-sqs";
import { impatient } from "./impatient.ts";
import { unlogged } from "./unlogged.ts";

/**
 * A queue whose client is loaded when it is first needed: most requests send no message, and in front of every cold start the
 * SDK's queues weigh more than all of our own code.
 */
export function lazyQueue(queueUrl: () => string) {
  let loading: Promise<{ sqs: SQSClient; sdk: typeof import("@aws-sdk/client-sqs") }> | undefined;
  const load = () => {
    loading ??= import("@aws-sdk/client-sqs").then((sdk) => ({ sdk, sqs: unlogged(new sdk.SQSClient(impatient)) }));
    return loading;
  };
  return {
    async send(body: object): Promise<void> {
      const { sqs, sdk } = await load();
      await sqs.send(new sdk.SendMessageCommand({ QueueUrl: queueUrl(), MessageBody: JSON.stringify(body) }));
    },
    /** Throws when it does not answer. */
    async answers(): Promise<void> {
      const { sqs, sdk } = await load();
      await sqs.send(new sdk.GetQueueAttributesCommand({ QueueUrl: queueUrl(), AttributeNames: ["QueueArn"] }));
    },
  };
}
