// The built pages over the real API, relay and worker on the embedded engine, for browser tests.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll } from "vitest";
import { type Started, signInAs, startApp } from "./app.ts";
import { startEngine } from "./engine.ts";
import { startMachine } from "./machine.ts";
import type { Known } from "./people.ts";
import { openSite } from "./site.ts";
import { through } from "./through.ts";
import { type Look, visit } from "./visit.ts";

/** A visit to the residents' portal: once, at the top of a file. */
export function visitPortal() {
  let started: Started;
  const here = visit({ engine: true, api: (request) => through(started.app, request) });
  beforeAll(() => {
    started = startApp(here);
  });
  const cookiesOf = async (person: Known) => (await signInAs(started, person)).browser.cookies;
  return {
    get client() {
      return here.client;
    },
    get origin() {
      return here.origin;
    },
    get browser() {
      return here.browser;
    },
    app: () => started,
    /** Another day begins: counters and clock are new. Relay and worker run when the test says so. */
    begin() {
      started = startApp(here);
      return startMachine(here.client);
    },
    /** A page of somebody who is signed in, or of anybody. */
    page: async (person?: Known, look: Look = {}): Promise<Page> =>
      here.page({ ...look, ...(person && { cookies: await cookiesOf(person) }) }),
    async signIn(context: BrowserContext, person: Known): Promise<void> {
      await here.signIn(context, await cookiesOf(person));
    },
  };
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

export async function openPortal() {
  const engine = await startEngine();
  let started: Started = startApp(engine);
  const site = await openSite((request) => through(started.app, request));
  return {
    client: engine.client,
    origin: site.origin,
    app: () => started,
    /** Another day begins: counters and clock are new. Relay and worker run when the test says so. */
    async begin() {
      started = startApp(engine);
      return startMachine(engine.client);
    },
    /** A browser in which this person is signed in. */
    async signedIn(browser: Browser, person: Known, options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
      await this.signIn(context, person);
      return context;
    },
    async signIn(context: BrowserContext, person: Known): Promise<void> {
      const { browser } = await signInAs(started, person);
      const url = site.origin.replace("http:", "https:"); // a cookie of this kind is only set where it is safe
      const cookies = [...browser.cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true }));
      await context.addCookies(cookies);
    },
    async close() {
      await site.close();
      await engine.stop();
    },
  };
}
