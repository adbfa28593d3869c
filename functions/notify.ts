// From the queues `codes` and `notices` to people's telephones.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { DelegationRef } from "../shared/delegation/whom.ts";
import { instantAt } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { NewcomerAccepted } from "../shared/newcomer/contract.ts";
import { isAgencysStep } from "../shared/transfer/agencys-step.ts";
import { openCasework } from "./casework/casework.ts";
import { openDelegations } from "./delegations/delegations.ts";
import { locationOf, settingOf } from "./environment.ts";
import { Fault, logFailure, logMetric } from "./log.ts";
import { addresseeIn } from "./notify/addressee.ts";
import { type CodeToSend, Delivered, type NoticeToSend, type WordToSend } from "./notify/delivered.ts";
import { openDeskMessages } from "./notify/desk-messages.ts";
import { formerPhone } from "./notify/former-phone.ts";
import { GatewaySecret, openGateway } from "./notify/gateway.ts";
import { newcomerNotice, noticeFor, PHONE_REPLACED, replacedNotice, type Written, wordFor } from "./notify/notice-for.ts";
import { type Notice, openNotices } from "./notify/notices.ts";
import { parentsOfIn } from "./notify/parents.ts";
import type { Sender, Text } from "./notify/sender.ts";
import { type NoticeName, textOf, toParents, wishIn } from "./notify/texts.ts";
import { readRegister } from "./register/reader.ts";
import { openSecret } from "./secrets.ts";
import { openMessages } from "./sessions/messages.ts";

type Event = { Records: { messageId: string; body: string }[] };
type Context = { awsRequestId: string };
type Options = { sender: Sender; client?: DynamoDBClient; now?: () => number; againMs?: readonly number[] };

/** The function behind both queues, with whatever carries its messages out. `now` in seconds. */
export function createNotify({ sender, client = new DynamoDBClient({}), now = epochSeconds, againMs = [300, 1000] }: Options) {
  const table = locationOf("sessions");
  const messages = openMessages({ client, table });
  const ofStaff = openDeskMessages({ client, desk: locationOf("desk"), sessions: table });
  const notices = openNotices({ client, table });
  const casework = openCasework({ client, table: locationOf("casework") });
  const register = readRegister({ client, table: locationOf("register") });
  const delegations = openDelegations({ client, table: locationOf("casework") });
  const addresseeOf = addresseeIn(delegations);
  const parentsOf = parentsOfIn({ register, casework, delegations });

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

  async function sendCode({ message: id, from }: v.InferOutput<typeof CodeToSend>) {
    const there = from === "desk" ? ofStaff : messages;
    const outgoing = await there.take(id, now());
    if (!outgoing) return; // another delivery has it, and says what becomes of it
    if (outgoing.kind !== "nothing") {
      const { kind: template, to, calls, code } = outgoing;
      const params = { calls, code, ...("by" in outgoing && wishIn(outgoing)) };
      if (!(await sendOut({ id, to, template, params, text: textOf(template, params) }))) {
        await there.giveBack(id);
        throw new Fault("notify.not-sent");
      }
    }
    if (!from) await messages.remove(id); // from `desk` it goes by itself
  }

  async function sendNotice(notice: v.InferOutput<typeof NoticeToSend>) {
    const { personId, receipt } = notice;
    const submission = await casework.submission({ personId, receipt });
    if (submission?.content.slice === "newcomer") return tellNewcomer(notice, submission.content);
    const record = await register.atTheDoor(submission ? await addresseeOf(submission, instantAt(now() * 1000)) : personId);
    if (!record) return;
    const written = noticeFor(record, submission?.content, notice);
    const told = written ? await tellOnce(notice, written) : true;
    if (!written && notice.status === "applied") {
      if (isAgencysStep(submission?.content)) await tellParents(personId, "transfer-moved", receipt);
      if (submission?.content.slice === "guardianship-end") await tellParents(personId, "guardianship-changed", receipt);
    }
    const acceptedAt = notice.status === "applied" ? submission?.content.acceptedAt : undefined;
    const to = acceptedAt && !submission?.by && (await formerPhone(register, record, { personId, receipt, acceptedAt }));
    const formerTold = to ? await tellOnce({ ...notice, status: PHONE_REPLACED }, replacedNotice(record, to, receipt)) : true;
    if (!told || !formerTold) throw new Fault("notify.not-sent");
  }

  async function sendWord({ personId, notice, key, count }: v.InferOutput<typeof WordToSend>) {
    const record = await register.atTheDoor(personId);
    const written = record && wordFor(record, notice, count);
    if (written && notice === "delegation-begun") {
      const ref = v.safeParse(DelegationRef, key);
      const begun = ref.success ? await delegations.one(personId, ref.output) : undefined;
      if (begun) written.params["by"] = begun.calls.delegate;
    }
    if (written) return tellWord(personId, notice, key, written);
    if (record) await tellParents(personId, notice, key);
  }

  /** Of a child that has no phone. */
  async function tellParents(personId: PersonId, notice: NoticeName, key: Notice["receipt"]): Promise<void> {
    const template = toParents[notice];
    if (!template) return;
    for (const parent of await parentsOf(personId, instantAt(now() * 1000))) {
      const theirs = await register.atTheDoor(parent);
      const ofChild = theirs && wordFor(theirs, template);
      // Under the same name as their own: one message a day, whosever reminders come first. The page shows all of them.
      if (ofChild) await tellWord(parent, notice, key, ofChild);
    }
  }

  async function tellWord(personId: PersonId, status: NoticeName, receipt: Notice["receipt"], written: Written): Promise<void> {
    if (!(await tellOnce({ personId, receipt, status }, written))) throw new Fault("notify.not-sent");
  }

  /** To the phone that they named, whether or not anybody stands in the register: nobody shall hear the difference. */
  async function tellNewcomer(notice: v.InferOutput<typeof NoticeToSend>, content: NewcomerAccepted) {
    const written = newcomerNotice(content, notice);
    if (written && !(await tellOnce(notice, written))) throw new Fault("notify.not-sent");
  }

  /** False: it surely did not go out, and may be tried again. */
  async function tellOnce(notice: Notice, written: Written): Promise<boolean> {
    if (!(await notices.claim(notice, now()))) return true;
    const { personId, receipt, status } = notice;
    const id = createHash("sha256").update(`${personId} ${receipt} ${status}`).digest("base64url").slice(0, 22);
    const out = await sendOut({ id, ...written, text: textOf(written.template, written.params) });
    if (!out) await notices.giveBack(notice);
    return out;
  }

  /** Each for itself: nobody's message waits for another's. */
  return async function handler({ Records }: Event, { awsRequestId }: Context) {
    const failed = await Promise.all(
      Records.map(async ({ messageId, body }) => {
        try {
          const delivered = v.parse(Delivered, JSON.parse(body));
          if ("message" in delivered) await sendCode(delivered);
          else await ("notice" in delivered ? sendWord(delivered) : sendNotice(delivered));
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
