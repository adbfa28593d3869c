import { openChromium } from "../chromium.ts";
import { type FigureName, figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { packed, type SitePage, sitePages, type Weight, weigh } from "../pages.ts";
import { freshIn } from "../resident.ts";

const SCRIPT_BYTES = 1_000;
const CDN_QUALITY = 5; // what a CDN packs with on its way; ours is packed as well as it can be

type Weighed = SitePage & Weight;

/** Brotli bytes of all that a first visit loads, in a real browser, with somebody signed in where that matters. */
export const pageBytes: Measure = {
  names: ["page.public.bytes", "page.journey.bytes"],
  async run({ portal, say }) {
    const running = await portal();
    const { context, close } = await openChromium(running, freshIn(running.people()));
    const weighed: Weighed[] = [];
    try {
      for (const page of sitePages()) {
        say(page.path);
        weighed.push({ ...page, ...(await weigh(context, running.address, page)) });
      }
    } finally {
      await close();
    }
    const [journeys, publics] = [weighed.filter(({ journey }) => journey), weighed.filter(({ journey }) => !journey)];
    return [worst("page.public.bytes", publics, SCRIPT_BYTES), worst("page.journey.bytes", journeys)];
  },
};

function worst(name: FigureName, pages: readonly Weighed[], mostScript = Number.POSITIVE_INFINITY) {
  const [heaviest] = pages.toSorted((a, b) => b.bytes - a.bytes);
  if (!heaviest) throw new Error("the site has no such page");
  const script = Math.max(...pages.map((page) => page.script));
  const note =
    `${heaviest.path} of ${pages.length} pages, ${heaviest.requests} request(s); largest script ${script}; ` +
    `as a CDN packs (brotli ${CDN_QUALITY}) its document has ${packed(Buffer.from(heaviest.html), CDN_QUALITY)}`;
  return figureOf(name, {
    value: heaviest.bytes,
    unit: "bytes",
    judged: script <= mostScript ? heaviest.bytes : Number.POSITIVE_INFINITY,
    note,
  });
}
