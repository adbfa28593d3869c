// A gateway for text messages that behaves as gateways do: it keeps silent, answers twice, reports late.
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const gatewaySecret = {
  keyId: "k1",
  secret: "sixteen characters",
  templates: { "sign-in-code": "SMS_1", applied: "SMS_2" },
};

/** What it does with the nth message that arrives. `after`: what it does with it although the answer says otherwise or nothing. */
export type Mood = {
  answer: number | "silence" | "hang-up";
  /** Says it a second time, unasked. */
  twice?: boolean;
  /** Whether the message goes out to the phone. */
  goesOut?: boolean;
  /** What its report says, and from which question on. */
  report?: { state: string; fromQuestion?: number };
};

export async function startGateway(moods: Mood[]) {
  const arrived: { id: string; to: string; template: string; params: object }[] = [];
  const phones: string[] = [];
  const forged: string[] = [];
  let questions = 0;

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    if (!isSigned(request, body)) forged.push(request.url ?? "");
    if (request.method === "GET") return report(response);

    const message = JSON.parse(body);
    const mood = moods[Math.min(arrived.push(message) - 1, moods.length - 1)]!;
    if (mood.goesOut) phones.push(message.to);
    if (mood.answer === "hang-up") return void request.socket.destroy();
    if (mood.answer !== "silence") respond(response, mood.answer, { id: message.id });
    if (mood.twice) request.socket.write("HTTP/1.1 500 Once More\r\ncontent-length: 0\r\n\r\n");
  });
  function report(response: ServerResponse) {
    questions++;
    const known = moods[Math.min(arrived.length - 1, moods.length - 1)]?.report;
    if (!known || questions < (known.fromQuestion ?? 1)) return respond(response, known ? 202 : 404, {});
    return respond(response, 200, { state: known.state });
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms/v1`,
    arrived,
    phones,
    forged,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const respond = (response: ServerResponse, status: number, body: object) =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

function isSigned({ headers, method, url }: IncomingMessage, body: string): boolean {
  const digest = createHash("sha256").update(body).digest("hex");
  const signed = [headers["x-timestamp"], method, url, digest].join("\n");
  const ours = `HMAC-SHA256 ${createHmac("sha256", gatewaySecret.secret).update(signed).digest("hex")}`;
  return headers["x-key-id"] === gatewaySecret.keyId && headers["x-signature"] === ours;
}
