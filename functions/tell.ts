// Tells somebody something that is no outcome of a submission. Keys only: what it says, and to which phone, is notify's.
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { NoticeName } from "./notify/texts.ts";

/** Says what it is about, and nothing of the person: a receipt and a step, a day. */
export const TellKey = v.pipe(v.string(), v.regex(/^[\w#-]{1,80}$/), v.brand("TellKey"));
export type TellKey = v.InferOutput<typeof TellKey>;

export type Tell = ReturnType<typeof tellTo>;

/** Under one key each notice goes out once, however often it is asked for. `count`: of how many things it speaks. */
export const tellTo = ({ sqs, queueUrl }: { sqs: SQSClient; queueUrl: string }) =>
  async function tell(personId: PersonId, notice: NoticeName, key: string, count?: number): Promise<void> {
    const MessageBody = JSON.stringify({ personId, notice, key: v.parse(TellKey, key), count });
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
  };
