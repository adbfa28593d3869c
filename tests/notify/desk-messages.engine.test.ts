import { describe, expect, test } from "vitest";
import type { Sent, Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { openMessages } from "../../functions/sessions/messages.ts";
import { newId } from "../../functions/sessions/seal.ts";
import { withEngine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { listen } from "../support/leak.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();

const NOW = 1_774_929_600;

function notifyWith(...answers: Sent[]) {
  const tried: Text[] = [];
  const send = async (text: Text) => answers[Math.min(tried.push(text), answers.length) - 1] ?? "sent";
  const handler = createNotify({ sender: { send }, client: engine.client, now: () => NOW, againMs: [1, 1] });
  const deliver = (...bodies: object[]) =>
    handler({ Records: bodies.map((body, i) => ({ messageId: `d${i}`, body: JSON.stringify(body) })) }, { awsRequestId: "r1" });
  return { tried, deliver };
}

/** As staff-api leaves it: it may write `desk` and not `sessions`. */
async function aConsentCode(since = NOW) {
  const message = newId();
  const { phone } = aPhone() as Extract<ReturnType<typeof aPhone>, { name: "phone" }>;
  const said = { kind: "consent-code", to: phone, calls: "林*禾", code: "123456" } as const;
  await openMessages({ client: engine.client, table: "desk" }).keep(message, said, since);
  return { message, from: "desk" };
}

describe("a code that staff send for who is on the phone", () => {
  test("says who asks, and to whom alone it may be read out", async () => {
    const { tried, deliver } = notifyWith("sent");
    await deliver(await aConsentCode());

    expect(tried[0]?.text).toBe(
      "【参保通】林*禾，12333接线员要您的验证码：123456，10分钟内有效。是您自己打的12333，才念给接线员；不是的，不要告诉任何人。",
    );
  });

  test("goes out once, however often and however much at once the queue delivers it; `desk` is not written", async () => {
    const { tried, deliver } = notifyWith("sent");
    const code = await aConsentCode();
    const before = await everythingIn(engine.client, "desk");
    await Promise.all([deliver(code), deliver(code)]);
    await deliver(code);

    expect(tried).toHaveLength(1);
    expect(await everythingIn(engine.client, "desk")).toEqual(before);
  });

  test("goes out after all when at first it surely did not", async () => {
    listen();
    const { tried, deliver } = notifyWith("not-sent", "not-sent", "not-sent", "sent");
    const code = await aConsentCode();

    expect(await deliver(code)).toEqual({ batchItemFailures: [{ itemIdentifier: "d0" }] });
    expect(await deliver(code)).toEqual({ batchItemFailures: [] });
    expect(tried).toHaveLength(4);
  });

  test("is not said any more when its ten minutes are over, nor when it is only named as a resident's", async () => {
    const { tried, deliver } = notifyWith("sent");
    const { message } = await aConsentCode();
    await deliver(await aConsentCode(NOW - 601), { message });

    expect(tried).toEqual([]);
  });
});
