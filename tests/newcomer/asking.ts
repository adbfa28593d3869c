// Somebody at a browser who says that the register does not know them.
import type { Started } from "../support/app.ts";
import { aJpeg } from "../support/files.ts";
import { someoneElse } from "../support/people.ts";
import type { Browser } from "../support/post.ts";

export type Asked = { docType: string; country?: string; number: string; name: string; phone: string };

let nth = 0;
/** Nobody has this number, and nobody else in this test file this phone. */
export const aStranger = (more: Partial<Asked> = {}): Asked => ({
  docType: "RIC",
  number: someoneElse(500 + ++nth),
  name: "沈知夏",
  phone: `1543333${String(nth).padStart(4, "0")}`,
  ...more,
});

export const attemptOf = (key: string = crypto.randomUUID()) => ({ headers: { "idempotency-key": key } });
const only = ({ docType, country, number, name, phone }: Asked) => ({ docType, country, number, name, phone });

export const askFor = (browser: Browser, asked: Asked) => browser.post("/registrations/new/codes", only(asked));
export const open = (browser: Browser, asked: Asked, code = "000000") =>
  browser.post("/registrations/new/sessions", { ...only(asked), code });

/** From the first field to the session. */
export async function comeIn(started: Started, asked: Asked, browser: Browser = started.browser()): Promise<Browser> {
  await askFor(browser, asked);
  const response = await open(browser, asked, started.codeAt(asked.phone));
  if (response.status !== 201) throw new Error(`no session: ${response.status}`);
  return browser;
}

export const residence = { division: "340403", lines: "龙泉街道学院路8号" };

/** The body of a form, with a picture that has arrived. */
export async function formOf(browser: Browser, asked: Asked, more: Record<string, unknown> = {}) {
  const evidence = await photo(browser, "registration");
  return { ...only(asked), residence, status: "FLEXIBLE", evidence, ...more };
}

export async function photo(browser: Browser, purpose: string) {
  const [draft, id] = [crypto.randomUUID(), crypto.randomUUID()];
  await browser.put(`/evidence/${id}?draft=${draft}&purpose=${purpose}`, new Uint8Array(aJpeg({ width: 8 })), "image/jpeg");
  return { draft, ids: [id] };
}

export const send = async (browser: Browser, asked: Asked, more: Record<string, unknown> = {}, key?: string) =>
  browser.post("/registrations/new", await formOf(browser, asked, more), attemptOf(key));
