// What CloudFront runs before it looks for a page: /contact and /contact/ are the page contact/index.html.
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";

/** Longest function that CloudFront takes. */
const LIMIT_BYTES = 10_240;

const notFound = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有这个页面 · No such page</title><h1>没有这个页面</h1><p><a href="/">回到首页</a></p>
<div lang="en"><h2>There is no such page</h2><p><a href="/en/">Back to the start page</a></p></div>`;

/** Paths of the pages of a built site, without slash at the end: "", "/contact", "/en". */
export function pagesOf(site: string): string[] {
  if (!existsSync(`${site}/index.html`)) throw new Error(`${site}/index.html is not there: build the site first (npm run build)`);
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => `/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith("/index.html"))
    .map((file) => dirname(file).replace(/^\/$/, ""))
    .sort();
}

/** The function's code. It answers 404 itself: an error page of the distribution would also replace the API's own 404s. */
export function pageAt(pages: readonly string[]): string {
  const code = `var pages = ${JSON.stringify(pages)};
function handler(event) {
  var request = event.request;
  var path = request.uri.replace(/\\/+$/, "");
  if (pages.indexOf(path) >= 0) request.uri = path + "/index.html";
  else if (!/\\.[a-z0-9]+$/.test(path))
    return {
      statusCode: 404,
      statusDescription: "Not Found",
      headers: { "content-type": { value: "text/html; charset=utf-8" }, "cache-control": { value: "no-store" } },
      body: { encoding: "text", data: ${JSON.stringify(notFound)} },
    };
  return request;
}
`;
  if (Buffer.byteLength(code) > LIMIT_BYTES)
    throw new Error(`${pages.length} pages are too many to name in a CloudFront function: give it a key-value store`);
  return code;
}
