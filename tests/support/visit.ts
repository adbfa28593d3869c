// What is around every browser test: Chromium, the built pages, what answers them, and contexts that are closed again.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { asChromium88, browserOfAll } from "../browser/chrome.ts";
import { startEngine, type TestEngine } from "./engine.ts";
import { type Api, openSite, type Site } from "./site.ts";

export type Cookies = Iterable<readonly [name: string, value: string]>;

/** How somebody comes: with a phone's screen and Chromium 88, the oldest that we serve, unless it is said. */
export type Look = BrowserContextOptions & {
  width?: number;
  height?: number;
  /** Who is signed in. */
  cookies?: Cookies;
  /** What time it is, and stays, in the browser. */
  at?: string;
  /** In large print. */
  elder?: boolean;
  /** With everything that Chromium can do today. */
  newest?: boolean;
};

type Around = {
  /** What is under /api; asked at each request, so it may use what the file makes later. Unless it is said: an outage. */
  api?: Api;
  /** With the tables of the embedded engine. */
  engine?: boolean;
};
export type Visit = ReturnType<typeof visit>;

/** Once, at the top of a file: it starts before the first test and ends after the last. What a test opened is closed after that test. */
export function visit({ api, engine: tables = false }: Around = {}) {
  let engine: TestEngine | undefined;
  let site: Site;
  let browser: Browser;
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    [engine, site, browser] = await Promise.all([tables ? startEngine() : undefined, openSite(api), browserOfAll()]);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
    await site?.close();
    await engine?.stop();
  });

  const here = {
    get client(): DynamoDBClient {
      if (!engine) throw new Error("visit({ engine: true }) has tables, from the first beforeAll on");
      return engine.client;
    },
    get origin(): string {
      return site.origin;
    },
    get folder(): string {
      return site.folder;
    },
    get browser(): Browser {
      return browser;
    },
    async context({ width = 360, height = 800, cookies, at, elder, newest, ...options }: Look = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width, height }, ...options });
      opened.push(context);
      if (cookies) await here.signIn(context, cookies);
      if (at) await context.clock.setFixedTime(at);
      if (elder) await context.addInitScript(() => localStorage.setItem("elder", "1"));
      if (!newest) await asChromium88(context);
      return context;
    },
    page: async (look?: Look): Promise<Page> => (await here.context(look)).newPage(),
    /** A cookie of ours is only set where it is safe: to Playwright the same address is. */
    async signIn(context: BrowserContext, cookies: Cookies): Promise<void> {
      const url = site.origin.replace("http:", "https:");
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true })));
    },
  };
  return here;
}
