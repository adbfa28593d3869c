// Over a real socket: what no test of ours could say through fetch.
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { startApp } from "../support/app.ts";
import { withEngine, withServer } from "../support/around.ts";
import { ORIGIN } from "../support/post.ts";

const engine = withEngine();
const server = withServer(() => startApp(engine).app);

/** Writes these pieces to a socket, one after the other, until somebody answers; the first line of the answer. */
async function say(...pieces: (string | Uint8Array)[]): Promise<{ status: number; sent: number }> {
  const socket = connect(server.port, "127.0.0.1");
  let heard = "";
  let sent = 0;
  socket.on("data", (data) => {
    heard += data.toString("latin1");
  });
  socket.on("error", () => {});
  await once(socket, "connect");
  for (const piece of pieces) {
    if (heard || socket.destroyed) break;
    if (!socket.write(piece))
      await Promise.race([once(socket, "drain"), once(socket, "close"), new Promise((done) => setTimeout(done, 200))]);
    sent += piece.length;
    await new Promise((done) => setImmediate(done));
  }
  for (let waited = 0; !heard.includes("\r\n") && !socket.destroyed && waited < 20_000; waited += 20)
    await new Promise((done) => setTimeout(done, 20));
  socket.destroy();
  return { status: Number(heard.split(" ")[1]), sent };
}

const head = (...lines: string[]) =>
  ["POST /api/session/codes HTTP/1.1", "Host: x", `Origin: ${ORIGIN}`, "Content-Type: application/json", ...lines, "", ""].join(
    "\r\n",
  );
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe("over the wire", () => {
  test("a body that never says its length is cut off soon after 64 KiB, not collected", async () => {
    const { status, sent } = await say(
      head("Transfer-Encoding: chunked"),
      ...Array.from({ length: 4000 }, () => chunk("x".repeat(16_384))),
    );

    expect(status).toBe(413);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  test("a body that announces 10 GB is turned away before it comes", async () => {
    expect((await say(head("Content-Length: 10000000000"))).status).toBe(413);
  });

  test("a body in pieces is one body", async () => {
    const pieces = ['{"number":"3404691903', '0303001X","na', 'me":"林"}'].map((piece) => Buffer.from(piece));
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);

    expect((await say(head(`Content-Length: ${length}`), ...pieces)).status).toBe(422);
  });

  test.each([
    { what: "two lengths", lines: ["Content-Length: 2", "Content-Length: 3"] },
    { what: "a length and chunks", lines: ["Content-Length: 2", "Transfer-Encoding: chunked"] },
    { what: "a length below nought", lines: ["Content-Length: -1"] },
    { what: "a NUL in a header", lines: ["X-Name: a\0b"] },
    { what: "endless headers", lines: [`X-Name: ${"a".repeat(100_000)}`] },
    { what: "an expectation", lines: ["Expect: the-spanish-inquisition", "Content-Length: 0"] },
  ])("$what is a 4xx", async ({ lines }) => {
    const { status } = await say(head(...lines), "{}");

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test.each([
    "TRACE /api/check",
    "CONNECT /api/check",
    "GET /api/check/../../..",
    "GET //api//",
    "GET http://[::1/api",
    "BREW /api/check",
  ])("%s is not a 5xx", async (line) => {
    const { status } = await say(`${line} HTTP/1.1\r\nHost: x\r\n\r\n`);

    expect(Number.isNaN(status) || status < 500).toBe(true);
  });
});
