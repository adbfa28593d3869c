// The service worker of the visitors' page: this page and its files, so that it opens where there is no network. It never sees
// /api, keeps nothing about people, and knows no other page. build-worker.ts puts FILES and VERSION before it.
declare const FILES: readonly string[];
/** Of their contents: another one is another worker, which browsers notice by themselves. */
declare const VERSION: string;
declare const clients: { claim(): Promise<void> };
declare function skipWaiting(): Promise<void>;

type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
const isExtended = (event: Event): event is Extended => "waitUntil" in event;
const isFetching = (event: Event): event is Fetching => "respondWith" in event;

const PAGE = FILES[0]!;
/** One cache for each language: `visits/staff/visits 3f2a…`. */
const FAMILY = `visits${PAGE} `;
const NAME = FAMILY + VERSION;
const PATIENCE_MS = 2500; // on a bad network the page that is here opens rather than none
const TOWNSHIPS = /^\/divisions\/\d{4}\.json$/;

addEventListener("install", (event) => {
  if (isExtended(event)) event.waitUntil(install());
});
addEventListener("activate", (event) => {
  if (isExtended(event)) event.waitUntil(activate());
});
addEventListener("fetch", (event) => {
  if (!isFetching(event) || event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  const path = url.pathname.replace(/\/$/, "");
  if (url.origin !== location.origin) return;
  if (path === PAGE) event.respondWith(newest(path));
  else if (FILES.includes(path) || TOWNSHIPS.test(path)) event.respondWith(kept(path));
});

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((path) => new Request(path, { cache: "reload" })));
  await skipWaiting();
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

/** A new version of the form is taken wherever there is a network. */
async function newest(path: string): Promise<Response> {
  const here = await (await caches.open(NAME)).match(path);
  const asked = fetch(path).then((answer) => (answer.ok || !here ? answer : here));
  if (!here) return asked;
  return Promise.race([asked.catch(() => here), new Promise<Response>((done) => setTimeout(() => done(here), PATIENCE_MS))]);
}

/** Files whose content does not change within a version; the townships of a city are taken along once they were asked for. */
async function kept(path: string): Promise<Response> {
  const cache = await caches.open(NAME);
  const here = await cache.match(path);
  if (here) return here;
  const answer = await fetch(path);
  if (answer.ok) await cache.put(path, answer.clone());
  return answer;
}
