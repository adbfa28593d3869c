// Bytes on a real socket: noise, and real requests that were cut, doubled, turned round or flipped on their way.
import { maxHeaderSize } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contracts } from "../../shared/contracts.ts";
import { addressOf } from "../support/address.ts";
import { startApp } from "../support/app.ts";
import { withEngine, withServer } from "../support/around.ts";
import { listen } from "../support/leak.ts";
import { someoneElse } from "../support/people.ts";
import { ORIGIN } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";
import { times } from "../support/times.ts";

const TOO_LONG_MS = 20_000;

const engine = withEngine();
const server = withServer(() => startApp(engine).app);

const body = JSON.stringify({ number: someoneElse(1), name: "林晓禾", code: "123456" });
const real = contracts.map(({ method, path }) => {
  const content = method === "GET" ? "" : body;
  const lines = [
    `${method} /api${addressOf(path)} HTTP/1.1`,
    "Host: localhost",
    `Origin: ${ORIGIN}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(content)}`,
    "Idempotency-Key: 00000000-0000-4000-8000-000000000000",
    `Cookie: __Host-session=${"a".repeat(43)}; __Host-ask=${"b".repeat(43)}`,
    "Connection: close",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${content}`);
});

const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
const chunk = fc.oneof(
  noise,
  fc.constantFrom(
    ...[
      "\r\n\r\n",
      "\0",
      "Transfer-Encoding: chunked\r\n",
      "Content-Length: -1\r\n",
      "Expect: 100-continue\r\n",
      "Upgrade: websocket\r\n",
      "HTTP/9.9",
      " ",
      ":",
      "%00",
      "ffffffffffffffff\r\n",
      "x".repeat(20_000),
    ].map((text) => Buffer.from(text)),
  ),
);
/** Where, as parts of a thousand of its length. */
const place = fc.nat({ max: 1000 });
const at = (bytes: Buffer, part: number) => Math.floor((bytes.length * part) / 1000);
const damages = fc.array(
  fc.oneof(
    fc.tuple(place, chunk).map(
      ([part, added]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, at(bytes, part)), added, bytes.subarray(at(bytes, part))]),
    ),
    fc.tuple(place, place).map(
      ([a, b]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, at(bytes, Math.min(a, b))), bytes.subarray(at(bytes, Math.max(a, b)))]),
    ),
    fc.tuple(place, fc.nat({ max: 255 })).map(([part, value]) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[Math.min(at(bytes, part), changed.length - 1)] = value;
      return changed;
    }),
    place.map((part) => (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(at(bytes, part))])),
  ),
  { minLength: 1, maxLength: 3 },
);
const damaged = fc
  .tuple(fc.constantFrom(...real), damages)
  .map(([bytes, all]) => all.reduce((whole, damage) => damage(whole), bytes));
/** As a failure shows them: what is said again and again once, with how often; and no more than a screen of it. */
const legible = (bytes: Buffer): Buffer => {
  const shown = () => {
    const text = bytes.toString("latin1").replace(/(.)\1{20,5000}/gs, (run, one) => `${one}(${run.length} times)`);
    return JSON.stringify(text.slice(0, 1500));
  };
  return Object.assign(bytes, { [fc.toStringMethod]: shown });
};
const anyBytes = fc.oneof({ weight: 1, arbitrary: noise }, { weight: 5, arbitrary: damaged }).map(legible);

/** Who talks on beyond the longest head, unheard, may be hung up on in the middle of a word: the answer goes with the line. */
const mayBeCutOff = (bytes: Buffer) => bytes.length > maxHeaderSize;

/** All that comes back until the other side closes, after we have said everything and nothing more will come. */
async function say(bytes: Buffer): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  const heard: Buffer[] = [];
  let broken: NodeJS.ErrnoException | undefined;
  socket.on("data", (data) => heard.push(data));
  socket.on("error", (error) => {
    broken = error;
  });
  const closed = new Promise((resolve) => socket.once("close", resolve)); // node's own once() would reject for an error
  socket.end(bytes);
  const tooLong = setTimeout(() => socket.destroy(new Error("it hangs")), TOO_LONG_MS);
  await closed;
  clearTimeout(tooLong);
  const isCutOff = ["ECONNRESET", "EPIPE"].includes(broken?.code ?? "");
  if (broken && !(isCutOff && mayBeCutOff(bytes))) throw broken;
  return Buffer.concat(heard).toString("latin1");
}

const statusesIn = (heard: string) => [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

test("no bytes make the server stumble, hang, print or write anything about a person", {
  timeout: times(120_000, 24 * 3_600_000),
}, async () => {
  const heard = listen();
  const before = await everythingIn(engine.client, "register", "casework", "desk", "looks");
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const statuses = statusesIn(await say(bytes));
      for (const status of statuses) seen.add(status);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
    }),
    { numRuns: times(2000, 200_000), examples: [[legible(Buffer.alloc(1_000_000, "x"))]] },
  );

  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
  expect(await everythingIn(engine.client, "register", "casework", "desk", "looks")).toEqual(before);
  expect(statusesIn(await say(real.at(-1)!))).toEqual([200]);
  expect(heard.lines).toEqual([]);
});
