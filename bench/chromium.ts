// A Chromium with a resident signed in to the portal, for whatever measures pages.
import { once } from "node:events";
import { createServer } from "node:net";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { instantAt } from "../shared/kernel/calendar.ts";
import { launch } from "../tests/browser/chrome.ts";
import type { Portal } from "./portal.ts";
import { codeFor, type Someone } from "./resident.ts";

export type SignedIn = { context: BrowserContext; port: number; close(): Promise<void> };

/** The default context, which a tool that connects by the debugging port sees too. */
export async function openChromium(portal: Portal, someone: Someone): Promise<SignedIn> {
  const port = await freePort();
  const launched = await launch([`--remote-debugging-port=${port}`]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  await signInWithin(context, portal, someone);
  return { context, port, close: () => closed(browser, launched) };
}

/** As a page does it, so that the cookies are where a page has them. */
async function signInWithin(context: BrowserContext, portal: Portal, someone: Someone): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${portal.address}/contact`);
  const send = (path: string, body: object) =>
    page.evaluate(
      async ([address, text]) => {
        const headers = { "content-type": "application/json" };
        return (await fetch(`/api${address}`, { method: "POST", headers, body: text })).status;
      },
      [path, JSON.stringify(body)] as const,
    );
  const { number, name } = someone;
  const since = instantAt(Date.now());
  await send("/session/codes", { number, name });
  const status = await send("/sessions", { number, name, code: await codeFor(portal, someone, since) });
  if (status !== 201) throw new Error(`signing in within the browser answered ${status}`);
  await page.close();
}

async function closed(...browsers: Browser[]): Promise<void> {
  for (const browser of browsers) await browser.close();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((closing) => server.close(closing));
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}
