import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as v from "valibot";
import { operationsOn, queueIn } from "./operations.ts";
import { badParameter, type Operation, QueueRefusal, type Requests, requests } from "./protocol.ts";
import { openQueueStore } from "./store.ts";

const LOOK_AGAIN_MS = 50; // for messages whose time in hand has passed
const FORGET_MS = 60_000;

type Job = { run(): object; response: ServerResponse; waits?: { queue: string; until: number } };

/** Serves the queues kept in that file on a free loopback port, in the words of SQS. */
export async function serveQueues(file: string): Promise<{ port: number; stop(): Promise<void> }> {
  const store = openQueueStore(file);
  const server = createServer((request, response) => {
    accept(request, response).catch((error) => refuse(response, error));
  });
  const operations = operationsOn(store, (queue) => `http://127.0.0.1:${port}/000000000000/${queue}`);
  let due: Job[] = [];
  let waiting: Job[] = [];

  async function accept(request: IncomingMessage, response: ServerResponse) {
    const operation = String(request.headers["x-amz-target"]).replace(/^AmazonSQS\./, "");
    const asked: unknown = JSON.parse(await text(request));
    due.push({ ...jobOf(operation, asked), response });
    if (due.length === 1) setImmediate(workTogether); // all that came in this turn shares one write to disk
  }

  function jobOf(operation: string, asked: unknown): Omit<Job, "response"> {
    const understood = <Name extends Operation>(name: Name) => ({ run: () => operations[name](valid(name, asked)) });
    if (operation !== "ReceiveMessage") return understood(known(operation));

    const { QueueUrl, WaitTimeSeconds } = valid("ReceiveMessage", asked);
    const until = Date.now() + WaitTimeSeconds * 1000;
    return { ...understood("ReceiveMessage"), ...(WaitTimeSeconds > 0 && { waits: { queue: queueIn(QueueUrl), until } }) };
  }

  function workTogether() {
    const jobs = due.filter(({ response }) => !response.closed); // nobody would take the messages
    due = [];
    try {
      const outcomes = store.together(() => jobs.map((job) => [job, outcomeOf(job)] as const));
      for (const [job, outcome] of outcomes) {
        if (outcome instanceof QueueRefusal) refuse(job.response, outcome);
        else if (job.waits && job.waits.until > Date.now() && !("Messages" in outcome)) waiting.push(job);
        else reply(job.response, 200, outcome);
      }
    } catch (error) {
      for (const { response } of jobs) refuse(response, error);
    }
    lookAgain();
  }

  function lookAgain() {
    if (waiting.length === 0) return;
    const still = waiting.filter(({ response }) => !response.closed);
    const isDue = ({ waits }: Job) => waits!.until <= Date.now() || store.isDue(waits!.queue);
    const ready = new Set(still.filter(isDue)); // asked once: a moment later it is another answer
    waiting = still.filter((job) => !ready.has(job));
    if (ready.size === 0) return;
    if (due.length === 0) setImmediate(workTogether);
    due.push(...ready);
  }

  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const timers = [setInterval(lookAgain, LOOK_AGAIN_MS), setInterval(() => store.forgetOld(), FORGET_MS)];

  return {
    port,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      store.close();
    },
  };
}

function outcomeOf({ run }: Job): object {
  try {
    return run();
  } catch (error) {
    if (error instanceof QueueRefusal) return error;
    throw error;
  }
}

function known(operation: string): Operation {
  if (Object.hasOwn(requests, operation)) return operation as Operation;
  throw new QueueRefusal("InvalidAction", `${operation} is not served here.`);
}

function valid<Name extends Operation>(name: Name, asked: unknown): Requests[Name] {
  const schema: v.GenericSchema<unknown, Requests[Name]> = requests[name];
  const checked = v.safeParse(schema, asked);
  if (checked.success) return checked.output;
  const issue = checked.issues[0];
  throw badParameter(`${v.getDotPath(issue) ?? name}: ${issue.message}`);
}

function reply(response: ServerResponse, status: number, body: object) {
  const json = JSON.stringify(body);
  response
    .writeHead(status, { "content-type": "application/x-amz-json-1.0", "content-length": Buffer.byteLength(json) })
    .end(json);
}

function refuse(response: ServerResponse, error: unknown) {
  if (response.headersSent || response.closed) return;
  if (error instanceof QueueRefusal) {
    response.setHeader("x-amzn-query-error", `${error.legacyCode};Sender`);
    reply(response, 400, { __type: `com.amazonaws.sqs#${error.code}`, message: error.message });
  } else reply(response, 500, { __type: "com.amazonaws.sqs#InternalFailure", message: "The queue store failed." });
}
