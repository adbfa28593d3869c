import * as v from "valibot";
import { describe, expect, onTestFinished, test } from "vitest";
import { openGateway } from "../../functions/notify/gateway.ts";
import { Phone } from "../../shared/kernel/fields.ts";
import { gatewaySecret, type Mood, startGateway } from "../support/gateway.ts";

const text = {
  id: "m1",
  to: v.parse(Phone, "19900001234"),
  text: "【参保通】林*禾，登录验证码 123456，10分钟内有效。不要告诉别人。",
  template: "sign-in-code" as const,
  params: { calls: "林*禾", code: "123456" },
};

/** Time enough for whoever does answer, also beside other work: who waits for silence to end waits beside others. */
const timeoutMs = 2000;

async function sendingThrough(finished: typeof onTestFinished, ...moods: Mood[]) {
  const gateway = await startGateway(moods);
  finished(gateway.stop);
  const { send } = openGateway({ url: gateway.url, secret: async () => gatewaySecret, timeoutMs, askAgainMs: [20, 40] });
  return { gateway, send: () => send(text) };
}

describe("the gateway", () => {
  test("gets a signed request with the operator's template number, and never the ready text", async () => {
    const { gateway, send } = await sendingThrough(onTestFinished, { answer: 202, goesOut: true });

    expect(await send()).toBe("sent");
    expect(gateway.arrived).toEqual([
      { id: "m1", to: "19900001234", template: "SMS_1", params: { calls: "林*禾", code: "123456" } },
    ]);
    expect(gateway.forged).toEqual([]);
  });

  const silent = { answer: "silence", goesOut: true } as const;
  test.concurrent.for<{ when: string; mood: Mood; says: string }>([
    { when: "it answers with an error of ours", mood: { answer: 400 }, says: "not-sent" },
    { when: "it has too much to do", mood: { answer: 429 }, says: "not-sent" },
    { when: "it is closed", mood: { answer: 503 }, says: "not-sent" },
    { when: "it has had this id before", mood: { answer: 409, goesOut: false }, says: "sent" },
    {
      when: "it keeps silent, but its report knows the message",
      mood: { ...silent, report: { state: "accepted" } },
      says: "sent",
    },
    {
      when: "it keeps silent, and its report comes late",
      mood: { ...silent, report: { state: "delivered", fromQuestion: 2 } },
      says: "sent",
    },
    {
      when: "it keeps silent, and its report comes too late",
      mood: { ...silent, report: { state: "delivered", fromQuestion: 9 } },
      says: "unknown",
    },
    { when: "it keeps silent, and never had the message", mood: { answer: "silence" }, says: "not-sent" },
    {
      when: "it keeps silent, and the message came back from the network",
      mood: { ...silent, report: { state: "failed" } },
      says: "not-sent",
    },
    {
      when: "it hangs up, and its report makes no sense",
      mood: { answer: "hang-up", report: { state: "perhaps" } },
      says: "unknown",
    },
    {
      when: "it breaks down over it, and the message went out",
      mood: { answer: 500, goesOut: true, report: { state: "accepted" } },
      says: "sent",
    },
  ])("leads to '$says' when $when", async ({ mood, says }, context) => {
    context.expect(await (await sendingThrough(context.onTestFinished, mood)).send()).toBe(says);
  });

  test("may answer twice: the second answer is nobody's, and the next message has an answer of its own", async () => {
    const { gateway, send } = await sendingThrough(onTestFinished, { answer: 202, twice: true, goesOut: true });

    expect([await send(), await send(), await send()]).toEqual(["sent", "sent", "sent"]);
    expect(gateway.phones).toHaveLength(3);
  });

  test("surely got nothing when there is nobody at its address", async () => {
    const { gateway, send } = await sendingThrough(onTestFinished, { answer: 202 });
    await gateway.stop();

    expect(await send()).toBe("not-sent");
  });

  test("is never spoken to without encryption, but on this machine", () => {
    const to = (url: string) => () => openGateway({ url, secret: async () => gatewaySecret });

    expect(to("http://sms.example.com/v1")).toThrow("gateway.not-encrypted");
    expect(to("http://localhost.example.com/v1")).toThrow("gateway.not-encrypted");
    expect(to("https://sms.example.com/v1")).not.toThrow();
  });
});
