// One number, two names: the desk has decided whether these are two people. Said yes, the second one enters the register.
import { type TransactWriteItem, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Task } from "../shared/desk/task.ts";
import { documentsOf } from "../shared/identity.ts";
import { settleRows } from "../shared/insured/effect.ts";
import { dateOf } from "../shared/kernel/calendar.ts";
import type { Message } from "../shared/submission.ts";
import { aliasesOf } from "./alias.ts";
import { conditionFailed, reasonsOf } from "./cancellation.ts";
import { locationOf } from "./environment.ts";
import { openFeeds } from "./feeds/bucket.ts";
import { openChunks } from "./feeds/chunk-rows.ts";
import { proposedId } from "./feeds/ids.ts";
import { partsOf } from "./feeds/parts.ts";
import { Fault } from "./log.ts";
import { leaveOutbox } from "./outbox.ts";
import { claim } from "./register/aliases.ts";
import { namesWrites } from "./register/names.ts";
import { withPhoneIn } from "./register/phones.ts";
import type { SettleDeltaDeps } from "./settle-delta.ts";

/** What is behind a task that no submission stands behind. Rows beyond one transaction come with the agency's next file. */
export function settleSameNumberIn({ client, s3, register, desk, secret, now }: Omit<SettleDeltaDeps, "tell">) {
  const rowsAbout = openChunks(openFeeds({ s3, bucket: locationOf("feeds") }));

  return async function settleSameNumber(message: Message): Promise<void> {
    const { personId, receipt, eventId } = message;
    const [task, decision] = [await desk.task(personId, receipt), await desk.decision(personId, receipt)];
    if (!task?.rows || decision?.eventId !== eventId) throw new Fault("settle.unknown-submission");
    const ends = [leaveOutbox(desk.table, message), desk.closes(personId, receipt)];
    const enters = decision.verdict === "applied" ? await entranceOf(message, task.rows, decision.by.join("+")) : [];
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...ends, ...enters] }));
    } catch (error) {
      if (conditionFailed(reasonsOf(error)[0])) return; // it left the outbox with an earlier delivery
      throw error;
    }
  };

  async function entranceOf({ receipt }: Message, where: NonNullable<Task["rows"]>, by: string): Promise<TransactWriteItem[]> {
    const { rows, file, receivedAt } = await rowsAbout(where);
    const [part] = partsOf(rows);
    if (!part) throw new Fault("feed.row-not-taken");
    const { docType, number, name } = part[0].insured;
    const versions = await secret();
    const [alias] = aliasesOf(versions, docType, number);
    const personId = proposedId(versions, where.feed, `same-number ${alias}`, name);
    const at = now();
    const telling = { personId, file, acceptedAt: receivedAt, now: at };
    const { changes } = settleRows(
      undefined,
      part.map(({ insured }) => insured),
      telling,
    );
    if (!changes?.registration) throw new Fault("feed.row-not-taken");
    const aliases = documentsOf(changes.registration.identity).flatMap((document) =>
      aliasesOf(versions, document.docType, document.number),
    );
    const claims = aliases.map(async (each) => ({
      Put: claim(locationOf("register"), each, await register.alias(each), personId, dateOf(at)),
    }));
    return [
      ...register.moves({ by, channel: "desk", personId, before: undefined, changes, receipt, recordedAt: at }),
      ...(await Promise.all(claims)),
      ...namesWrites(locationOf("register"), versions, undefined, changes.registration.identity, personId),
      ...(await withPhoneIn({ table: locationOf("register"), secret })(personId, undefined, changes)),
    ];
  }
}
