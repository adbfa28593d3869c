// The clock on the embedded engine, minute by minute, with a kill at every call. What it puts on the queue of messages goes through
// the real function that sends them, so that "once" is said of what a telephone hears.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { vi } from "vitest";
import type { Job } from "../../functions/clock/job.ts";
import type { Text } from "../../functions/notify/sender.ts";
import { tellTo } from "../../functions/tell.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { startEngine } from "../support/engine.ts";

/** `before`: the call never happens. `after`: it does, and the process is gone with it. `lost`: it does, its answer is lost, and all goes on. */
const MODES = ["before", "after", "lost"] as const;
type Mode = (typeof MODES)[number];

export async function openStage() {
  const engine = await startEngine();
  const { createNotify } = await import("../../functions/notify.ts");
  const heard: Text[] = [];
  const sender = {
    send: async (text: Text) => {
      heard.push(text);
      return "sent" as const;
    },
  };
  const [dynamo, sqs] = [DynamoDBClient.prototype.send, SQSClient.prototype.send];
  const waiting: string[] = [];
  const made: string[] = [];
  let kill: { call: number; mode: Mode } | undefined;

  async function leave<Answer>(label: string, really: () => Promise<Answer>): Promise<Answer> {
    made.push(label);
    const at = kill && made.length - kill.call;
    if (at !== undefined && kill && kill.mode !== "lost" && (at > 0 || (at === 0 && kill.mode === "before")))
      throw new Error("gone");
    const answer = await really();
    if (at === 0) throw new Error("gone");
    return answer;
  }
  DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...given: unknown[]) {
    return leave(labelOf(given[0]), () => Reflect.apply(dynamo, this, given));
  } as typeof dynamo;
  SQSClient.prototype.send = ((command: SendMessageCommand) =>
    leave("SendMessage", async () => {
      if (command instanceof SendMessageCommand) waiting.push(command.input.MessageBody ?? "");
      return {};
    })) as typeof sqs;

  const stage = {
    ...engine,
    heard,
    tell: tellTo({ sqs: new SQSClient({}), queueUrl: "https://notices" }),

    /** A minute of the clock: what failed in it. */
    async minute(now: Instant, ...jobs: Job[]): Promise<unknown[]> {
      const failures: unknown[] = [];
      const failed = (error: unknown) => void failures.push(error);
      for (const job of jobs) await job(now, failed, () => false).catch(failed);
      return failures;
    },

    /** What is on the queue comes to people, every message twice, as a queue may bring it. */
    async bring(now: Instant): Promise<void> {
      const bodies = waiting.splice(0);
      const notify = createNotify({ sender, client: engine.client, now: () => Math.floor(Date.parse(now) / 1000), againMs: [] });
      const Records = [...bodies, ...bodies].map((body, nth) => ({ messageId: String(nth), body }));
      const { batchItemFailures } = await notify({ Records }, { awsRequestId: "stage" });
      if (batchItemFailures.length > 0) throw new Error("a message did not go out");
    },

    /**
     * One minute in peace, then one for each call in it and each way in which that call can end it; each followed by two whole ones.
     * `holds` looks at what came of it. Of calls that are alike `npm run prove` ends every one, here the first two.
     */
    async everyKill<Subject>(
      begin: () => Promise<Subject>,
      { now, later, jobs }: { now: Instant; later: Instant; jobs: readonly Job[] },
      holds: (subject: Subject, point: string) => Promise<void>,
    ): Promise<number> {
      const run = async (at?: { call: number; mode: Mode }) => {
        const subject = await begin();
        made.length = 0;
        kill = at;
        await stage.minute(now, ...jobs);
        const calls = [...made];
        kill = undefined;
        for (const minute of [later, later]) {
          const failures = await stage.minute(minute, ...jobs);
          if (failures.length > 0) throw failures[0];
        }
        await stage.bring(later);
        await holds(subject, at ? `call ${at.call}, ${calls.at(at.call - 1)}, ${at.mode}` : "in peace");
        return calls;
      };
      const calls = await run();
      let kills = 0;
      for (const [index, label] of calls.entries()) {
        const alike = calls.slice(0, index).filter((earlier) => earlier === label).length;
        if (alike >= 2 && !process.env["PROVE"]) continue;
        for (const mode of MODES) await run({ call: index + 1, mode });
        kills += MODES.length;
      }
      return kills;
    },

    async stop() {
      DynamoDBClient.prototype.send = dynamo;
      SQSClient.prototype.send = sqs;
      await engine.stop();
    },
  };
  return stage;
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

export const silent = () => {
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
};

const labelOf = (command: unknown) => {
  const { input } = command as { input: { TableName?: string; IndexName?: string; TransactItems?: object[] } };
  return [command?.constructor.name, input.TableName, input.IndexName, input.TransactItems?.length].filter(Boolean).join(" ");
};
