// Somebody at a browser that nobody is signed in at, asking for another phone.
import type { Started } from "../support/app.ts";
import type { Browser } from "../support/post.ts";

export type Asked = { number: string; name: string; phone: string };

export const attemptOf = (key: string = crypto.randomUUID()) => ({ headers: { "idempotency-key": key } });

export const askFor = (browser: Browser, { number, name, phone }: Asked) =>
  browser.post("/phone-replacements/codes", { number, name, phone });

export const bring = (browser: Browser, { number, name, phone }: Asked, code = "000000", key?: string) =>
  browser.post("/phone-replacements", { number, name, phone, code }, attemptOf(key));

/** From the first field to the receipt. */
export async function askToReplace(started: Started, asked: Asked, browser: Browser = started.browser()) {
  await askFor(browser, asked);
  return bring(browser, asked, started.codeAt(asked.phone));
}
