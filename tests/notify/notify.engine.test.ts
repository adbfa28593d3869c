import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGateway } from "../../functions/notify/gateway.ts";
import type { Sender, Sent, Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { openMessages } from "../../functions/sessions/messages.ts";
import { newId } from "../../functions/sessions/seal.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { aPhone } from "../support/build.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { gatewaySecret, startGateway } from "../support/gateway.ts";
import { listen } from "../support/leak.ts";
import { someoneNew } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const NOW = 1_774_929_600;

/** Notify with somebody who answers so, one answer for each try; the last one from then on. */
function notifyWith(...answers: Sent[]) {
  const tried: Text[] = [];
  const sender: Sender = { send: async (text) => answers[Math.min(tried.push(text), answers.length) - 1] ?? "sent" };
  const handler = createNotify({ sender, client: engine.client, now: () => NOW, againMs: [1, 1] });
  const deliver = (...bodies: object[]) =>
    handler({ Records: bodies.map((body, i) => ({ messageId: `d${i}`, body: JSON.stringify(body) })) }, { awsRequestId: "r1" });
  return { tried, deliver };
}

const messages = () => openMessages({ client: engine.client, table: "sessions" });
async function aCodeToSend(since = NOW) {
  const message = newId();
  const { phone } = aPhone() as Extract<ReturnType<typeof aPhone>, { name: "phone" }>;
  await messages().keep(message, { kind: "sign-in-code", to: phone, calls: "林*禾", code: "123456" }, since);
  return { message };
}
const kept = async ({ message }: { message: string }) =>
  (await everythingIn(engine.client, "sessions")).filter(({ pk }) => pk === `MESSAGE#${message}`);
const done = { batchItemFailures: [] };
const failed = { batchItemFailures: [{ itemIdentifier: "d0" }] };

describe("a code", () => {
  test("goes out once, however often the queue delivers it, and nothing of it is kept", async () => {
    const { tried, deliver } = notifyWith("sent");
    const code = await aCodeToSend();

    expect(await deliver(code)).toEqual(done);
    expect(await deliver(code)).toEqual(done);
    expect(tried).toHaveLength(1);
    expect(await kept(code)).toEqual([]);
  });

  test("goes out once when it is delivered twice at the same time", async () => {
    const { tried, deliver } = notifyWith("sent");
    const code = await aCodeToSend();
    await Promise.all([deliver(code), deliver(code)]);

    expect(tried).toHaveLength(1);
  });

  test("is tried again at once, under the same id, when it surely did not go out", async () => {
    const { tried, deliver } = notifyWith("not-sent", "not-sent", "sent");

    expect(await deliver(await aCodeToSend())).toEqual(done);
    expect(new Set(tried.map(({ id }) => id)).size).toBe(1);
    expect(tried).toHaveLength(3);
  });

  test("goes back to the queue when it did not go out at all, and goes out with the next delivery", async () => {
    const heard = listen();
    const code = await aCodeToSend();

    expect(await notifyWith("not-sent").deliver(code)).toEqual(failed);
    expect(heard.lines.map((line) => JSON.parse(line))).toEqual([{ code: "notify.not-sent", path: "notify", requestId: "r1" }]);
    const { tried, deliver } = notifyWith("sent");
    expect(await deliver(code)).toEqual(done);
    expect(tried).toHaveLength(1);
  });

  test("is not tried again when nobody can tell whether it went out; a figure says so", async () => {
    const heard = listen();
    const { tried, deliver } = notifyWith("unknown");
    const code = await aCodeToSend();

    expect(await deliver(code)).toEqual(done);
    expect(await deliver(code)).toEqual(done);
    expect(tried).toHaveLength(1);
    expect(heard.lines.map((line) => JSON.parse(line)["MessagesUncertain"])).toEqual([1]);
  });

  test("that is too old is not sent any more", async () => {
    const { tried, deliver } = notifyWith("sent");

    expect(await deliver(await aCodeToSend(NOW - 600))).toEqual(done);
    expect(tried).toEqual([]);
  });

  test("goes through a silent gateway once: its report is asked, the message not repeated", async () => {
    const gateway = await startGateway([{ answer: "silence", goesOut: true, report: { state: "accepted", fromQuestion: 2 } }]);
    const sender = openGateway({ url: gateway.url, secret: async () => gatewaySecret, timeoutMs: 150, askAgainMs: [10, 20] });
    const handler = createNotify({ sender, client: engine.client, now: () => NOW, againMs: [1, 1] });
    const Records = [{ messageId: "d0", body: JSON.stringify(await aCodeToSend()) }];

    expect(await handler({ Records }, { awsRequestId: "r1" })).toEqual(done);
    expect(gateway.phones).toEqual(["19900001234"]);
    await gateway.stop();
  });
});

describe("an outcome", () => {
  const receipt = "C7K2-94MD-61QX";
  const outcome = (personId: PersonId, status = "applied") => ({ personId, receipt, status });

  test("is told once to the leading phone: what became of it, under which receipt, and nothing else", async () => {
    const { tried, deliver } = notifyWith("sent");
    const { record, phone } = await someoneNew(engine.client);
    const notice = outcome(record.registration.personId);
    await deliver(notice);
    await deliver(notice, notice);

    expect(tried.map(({ to, text }) => ({ to, text }))).toEqual([
      { to: phone, text: `【参保通】林*禾，您提交的变更已生效，回执号 ${receipt}。不是您办的，请打12333。` },
    ]);
  });

  test("is told again when it is another one: first in review, then refused", async () => {
    const { tried, deliver } = notifyWith("sent");
    const { personId } = (await someoneNew(engine.client)).record.registration;
    await deliver(outcome(personId, "in-review"));
    await deliver(outcome(personId, "refused"));

    expect(tried.map(({ template }) => template)).toEqual(["in-review", "refused"]);
  });

  test("is told to nobody where there is no phone", async () => {
    const { tried, deliver } = notifyWith("sent");
    const { record } = await someoneNew(engine.client, { phone: "none" });

    expect(await deliver(outcome(record.registration.personId))).toEqual(done);
    expect(tried).toEqual([]);
  });

  test("that surely did not go out is told with the next delivery", async () => {
    listen();
    const { personId } = (await someoneNew(engine.client)).record.registration;

    expect(await notifyWith("not-sent").deliver(outcome(personId))).toEqual(failed);
    const { tried, deliver } = notifyWith("sent");
    expect(await deliver(outcome(personId))).toEqual(done);
    expect(tried).toHaveLength(1);
  });
});

test("a message with content in it is not believed, and stops nobody else's", async () => {
  const heard = listen();
  const { tried, deliver } = notifyWith("sent");

  expect(await deliver({ message: newId(), to: "19900001234" }, await aCodeToSend())).toEqual(failed);
  expect(tried).toHaveLength(1);
  heard.holdsNone(["19900001234"]);
});
