import { PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { itemOf as caseworkItem } from "../../functions/casework/table.ts";
import { openGateway } from "../../functions/notify/gateway.ts";
import type { Sender, Sent, Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import { openMessages } from "../../functions/sessions/messages.ts";
import { newId } from "../../functions/sessions/seal.ts";
import { type PersonId, Receipt } from "../../shared/kernel/fields.ts";
import type { Changes } from "../../shared/registration.ts";
import { Submission } from "../../shared/submission.ts";
import { withEngine } from "../support/around.ts";
import { aFact, aPhone, noon } from "../support/build.ts";
import { gatewaySecret, startGateway } from "../support/gateway.ts";
import { listen } from "../support/leak.ts";
import { type About, someoneNew } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();

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

  test("that is delivered again while it is being sent is still there when it surely did not go out", async () => {
    listen();
    const code = await aCodeToSend();
    const twin = notifyWith("sent");
    const sender: Sender = {
      send: async () => {
        expect(await twin.deliver(code)).toEqual(done);
        return "not-sent";
      },
    };
    const handler = createNotify({ sender, client: engine.client, now: () => NOW, againMs: [] });
    const Records = [{ messageId: "d0", body: JSON.stringify(code) }];

    expect(await handler({ Records }, { awsRequestId: "r1" })).toEqual(failed);
    expect(await twin.deliver(code)).toEqual(done);
    expect(twin.tried).toHaveLength(1);
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
    const sender = openGateway({ url: gateway.url, secret: async () => gatewaySecret, timeoutMs: 1000, askAgainMs: [10, 20] });
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
      { to: phone, text: `【参保通】林*禾，您提交的事项已经办好，回执号 ${receipt}。不是您办的，请打12333。` },
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

describe("a phone that is no longer registered", () => {
  const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
  const told = ({ tried }: ReturnType<typeof notifyWith>) => tried.map(({ to, template }) => ({ to, template }));

  /** Somebody whose register moved under the receipt, as the worker writes it. */
  async function moved(changes: Changes, about: About = {}) {
    const person = await someoneNew(engine.client, about);
    const { personId } = person.record.registration;
    const register = openRegister({ client: engine.client, table: "register" });
    const before = await register.page(personId);
    const origin = { by: personId, channel: "web" as const, personId, before, receipt };
    const moves = register.moves({ ...origin, changes, recordedAt: noon("2026-03-31") });
    const submission = v.parse(Submission, {
      personId,
      receipt,
      status: "applied",
      content: { slice: "change", change: { item: "card", hasCard: true }, acceptedAt: noon("2026-03-31") },
      fingerprint: "f",
      history: [],
    });
    const put = { Put: { TableName: "casework", Item: caseworkItem.submission(submission) } };
    await engine.client.send(new TransactWriteItemsCommand({ TransactItems: [...moves, put] }));
    return { ...person, notice: { personId, receipt, status: "applied" } };
  }
  const today = { asOf: "2026-03-31", recordedAt: noon("2026-03-31"), acceptedAt: noon("2026-03-31") };
  const newPhone = (phone = "19811110001") =>
    aPhone(phone, { ...today, source: "resident", confirmedOn: "2026-03-31", from: "2026-03-31" });

  test("is told as well, once, and not which one took its place", async () => {
    const heard = notifyWith("sent");
    const { phone, notice } = await moved({ facts: [newPhone()] });
    await heard.deliver(notice);
    await heard.deliver(notice);

    expect(told(heard)).toEqual([
      { to: "19811110001", template: "applied" },
      { to: phone, template: "phone-replaced" },
    ]);
    expect(heard.tried[1]?.text).toBe(
      `【参保通】林*禾，您登记的手机号已换成别的号码，回执号 ${receipt}。不是您办的，请打12333。`,
    );
  });

  test("is the one that led until then, also when the person had given it themselves", async () => {
    const heard = notifyWith("sent");
    const phone = aPhone("19811110002", { source: "resident", confirmedOn: "2026-02-01" });
    await heard.deliver((await moved({ facts: [newPhone("19811110003")] }, { phone })).notice);

    expect(told(heard).map(({ to }) => to)).toEqual(["19811110003", "19811110002"]);
  });

  test.each([
    {
      when: "something else changed",
      changes: { facts: [aFact({ ...today, name: "card", hasCard: true, source: "resident" })] },
    },
    { when: "the same phone was confirmed again", changes: { facts: [newPhone("19811110004")] }, phone: aPhone("19811110004") },
  ])("is nobody's when $when", async ({ changes, phone }) => {
    const heard = notifyWith("sent");
    await heard.deliver((await moved(changes, phone ? { phone } : {})).notice);

    expect(told(heard)).toHaveLength(1);
  });

  test("is told with the next delivery when it surely was not, and then nobody is told twice", async () => {
    listen();
    const { phone, notice } = await moved({ facts: [newPhone("19811110005")] });
    const first = notifyWith("sent", "not-sent");
    expect(await first.deliver(notice)).toEqual(failed);
    const second = notifyWith("sent");

    expect(await second.deliver(notice)).toEqual(done);
    expect(told(second)).toEqual([{ to: phone, template: "phone-replaced" }]);
  });

  test("is told also when the new one cannot be reached", async () => {
    listen();
    const { phone, notice } = await moved({ facts: [newPhone("19811110006")] });
    const heard = notifyWith("not-sent", "not-sent", "not-sent", "sent");

    expect(await heard.deliver(notice)).toEqual(failed);
    expect(told(heard).at(-1)).toEqual({ to: phone, template: "phone-replaced" });
  });
});

test("to tell an outcome no address is read", async () => {
  const residence = aFact({ name: "residence", division: "340403", lines: "某路1号" });
  const person = await someoneNew(engine.client);
  const { personId } = person.record.registration;
  await engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(personId, residence) }));
  const page = await openRegister({ client: engine.client, table: "register" }).atTheDoor(personId);

  expect(page?.facts.map(({ name }) => name)).toEqual(["phone"]);
  expect(page?.registration).toEqual(person.record.registration);
});

test("a message with content in it is not believed, and stops nobody else's", async () => {
  const heard = listen();
  const { tried, deliver } = notifyWith("sent");

  expect(await deliver({ message: newId(), to: "19900001234" }, await aCodeToSend())).toEqual(failed);
  expect(tried).toHaveLength(1);
  heard.holdsNone(["19900001234"]);
});
