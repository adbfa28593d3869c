import lighthouse from "lighthouse";
import { openChromium } from "../chromium.ts";
import { type Figure, figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { type SitePage, sitePages } from "../pages.ts";
import type { Portal } from "../portal.ts";
import { freshIn, type Someone, staleIn } from "../resident.ts";
import { rounded } from "../statistics.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const ATTEMPTS = 2; // the machine's noise is not the page's fault, a fault comes twice

type Score = { path: string; shown: string; lcpSeconds: number; scores: Record<string, number>; complaints: string[] };

/** Every page kind on the phone that Lighthouse plays, against the running portal; with --all every page in both languages. */
export const lighthouseScores: Measure = {
  names: ["page.lighthouse", "page.lcp"],
  async run({ portal, say, all }) {
    const running = await portal();
    const people = running.people();
    const paths = (all ? sitePages() : onePerKind(sitePages())).map(({ path }) => path);
    const seen = await visitAll(running, freshIn(people), paths, say);
    const led = seen.filter(leadsAway).map(({ path }) => path);
    const asLimited = led.length > 0 ? await visitAll(running, staleIn(people), led, say) : [];
    const scores = [...seen.filter((score) => !leadsAway(score)), ...asLimited];
    return [worstScore(scores), worstLcp(scores)];
  },
};

/** Cards and parameters are many pages of one kind each: the heaviest stands for them. */
function onePerKind(pages: readonly SitePage[]): SitePage[] {
  const kindOf = ({ path }: SitePage) => path.replace(/^(\/policy(?:\/parameters)?)\/(?!pay$|parameters$)[^/]+$/, "$1/…");
  const kinds = Map.groupBy(
    pages.filter(({ english }) => !english),
    kindOf,
  );
  return [...kinds.values()].flatMap((alike) => alike.toSorted((a, b) => b.html.length - a.html.length).slice(0, 1));
}

async function visitAll(
  portal: Portal,
  someone: Someone,
  paths: readonly string[],
  say: (text: string) => void,
): Promise<Score[]> {
  const { port, close } = await openChromium(portal, someone);
  const scores: Score[] = [];
  try {
    for (const path of paths) {
      say(path);
      scores.push(await bestOf(`${portal.address}${path}`, path, port));
    }
  } finally {
    await close();
  }
  return scores;
}

async function bestOf(url: string, path: string, port: number): Promise<Score> {
  const scores: Score[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const score = await visit(url, path, port);
    if (lowest(score) === 1) return score;
    scores.push(score);
  }
  return scores.toSorted((a, b) => lowest(b) - lowest(a) || a.lcpSeconds - b.lcpSeconds)[0]!;
}

async function visit(url: string, path: string, port: number): Promise<Score> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: CATEGORIES,
    disableStorageReset: true,
    logLevel: "silent",
    output: "json",
  });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not look at ${path}: ${result?.lhr.runtimeError?.code}`);
  const { categories, audits, finalDisplayedUrl } = result.lhr;
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    path,
    shown: new URL(finalDisplayedUrl).pathname,
    lcpSeconds: (audits["largest-contentful-paint"]?.numericValue ?? Number.POSITIVE_INFINITY) / 1000,
    scores: Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score ?? 0])),
    complaints: counted.flatMap(({ id }) => {
      const { score = 1, displayValue = "" } = audits[id] ?? {};
      return (score ?? 1) < 0.9 ? [`${id} ${displayValue}`.trim()] : [];
    }),
  };
}

const lowest = ({ scores }: Score) => Math.min(...Object.values(scores));

/** A page that goes on to another one at once, for want of what was typed before it: then it is that one that was measured. */
const leadsAway = ({ path, shown }: Score) => shown.replace(/(.)\/$/, "$1") !== path.replace(/(.)\/$/, "$1");

function worstScore(pages: readonly Score[]): Figure {
  const short = pages.filter((page) => lowest(page) < 1);
  const told = short.map(({ path, scores, complaints }) => {
    const missing = Object.entries(scores).filter(([, score]) => score < 1);
    const why = complaints.length > 0 ? ` (${complaints.join(", ")})` : "";
    return `${path} ${missing.map(([name, score]) => `${name} ${score}`).join(", ")}${why}`;
  });
  const led = pages.filter(leadsAway).map(({ path, shown }) => `${path} by itself leads to ${shown}`);
  const note = [`${pages.length} pages`, ...told, ...led].join("; ");
  return figureOf("page.lighthouse", { value: Math.min(...pages.map(lowest)), unit: "of 1", note });
}

function worstLcp(pages: readonly Score[]): Figure {
  const [slowest] = pages.filter((page) => !leadsAway(page)).toSorted((a, b) => b.lcpSeconds - a.lcpSeconds);
  if (!slowest) throw new Error("the site has no page");
  return figureOf("page.lcp", {
    value: rounded(slowest.lcpSeconds),
    unit: "s",
    note: `${slowest.path}; simulated slow 4G, mobile`,
  });
}
