// From the queues `codes` and `notices` to people's telephones.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { leading } from "../shared/facts.ts";
import { PersonId, Receipt } from "../shared/kernel/fields.ts";
import { mask } from "../shared/kernel/masking.ts";
import { locationOf, settingOf } from "./environment.ts";
import { Fault, logFailure, logMetric } from "./log.ts";
import { GatewaySecret, openGateway } from "./notify/gateway.ts";
import { openNotices } from "./notify/notices.ts";
import type { Sender, Text } from "./notify/sender.ts";
import { textOf } from "./notify/texts.ts";
import { openRegister } from "./register/register.ts";
import { openSecret } from "./secrets.ts";
import { openMessages } from "./sessions/messages.ts";

const CodeToSend = v.strictObject({ message: v.string() });
const Outcome = v.picklist(["applied", "refused", "in-review", "overtaken", "withdrawn"]);
const NoticeToSend = v.strictObject({ personId: PersonId, receipt: Receipt, status: Outcome });
const Delivered = v.union([CodeToSend, NoticeToSend]);

type Event = { Records: { messageId: string; body: string }[] };
type Context = { awsRequestId: string };
type Options = { sender: Sender; client?: DynamoDBClient; now?: () => number; againMs?: readonly number[] };

/** The function behind both queues, with whatever carries its messages out. `now` in seconds. */
export function createNotify({ sender, client = new DynamoDBClient({}), now = epochSeconds, againMs = [300, 1000] }: Options) {
  const table = locationOf("sessions");
  const messages = openMessages({ client, table });
  const notices = openNotices({ client, table });
  const register = openRegister({ client, table: locationOf("register") });

  /** Again at once, while a person waits, if it surely did not go out. True: it did, or may have. */
  async function sendOut(text: Text): Promise<boolean> {
    for (const wait of [...againMs, undefined]) {
      const sent = await sender.send(text);
      if (sent === "unknown") logMetric("MessagesUncertain", 1);
      if (sent !== "not-sent") return true;
      if (wait !== undefined) await pause(wait);
    }
    return false;
  }

  async function sendCode({ message: id }: v.InferOutput<typeof CodeToSend>) {
    const outgoing = await messages.take(id, now());
    if (outgoing && outgoing.kind !== "nothing") {
      const { kind: template, to, calls, code } = outgoing;
      const params = { calls, code };
      if (!(await sendOut({ id, to, template, params, text: textOf(template, params) }))) {
        await messages.giveBack(id);
        throw new Fault("notify.not-sent");
      }
    }
    await messages.remove(id);
  }

  async function sendNotice(notice: v.InferOutput<typeof NoticeToSend>) {
    const { personId, receipt, status } = notice;
    const record = await register.page(personId);
    const phone = record && leading(record.facts, "phone");
    if (!phone || !(await notices.claim(notice, now()))) return;

    const params = { calls: mask("name", record.registration.identity.name), receipt };
    const id = createHash("sha256").update(`${personId} ${receipt} ${status}`).digest("base64url").slice(0, 22);
    if (!(await sendOut({ id, to: phone.phone, template: status, params, text: textOf(status, params) }))) {
      await notices.giveBack(notice);
      throw new Fault("notify.not-sent");
    }
  }

  /** Each for itself: nobody's message waits for another's. */
  return async function handler({ Records }: Event, { awsRequestId }: Context) {
    const failed = await Promise.all(
      Records.map(async ({ messageId, body }) => {
        try {
          const delivered = v.parse(Delivered, JSON.parse(body));
          await ("message" in delivered ? sendCode(delivered) : sendNotice(delivered));
          return [];
        } catch (error) {
          logFailure(error, { path: "notify", requestId: awsRequestId });
          return [{ itemIdentifier: messageId }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  };
}

const epochSeconds = () => Math.floor(Date.now() / 1000);

let notify: ReturnType<typeof createNotify> | undefined;

/** On AWS, through the operator's gateway. */
export async function handler(event: Event, context: Context) {
  notify ??= createNotify({
    sender: openGateway({ url: settingOf("GATEWAY_URL"), secret: openSecret("gateway", GatewaySecret) }),
  });
  return notify(event, context);
}
