// A page carries the styles that it can need and no others: a rule goes whose class, id or element is named nowhere on the
// page, not in its markup and not in a text of its scripts. So a script writes the names of classes whole, never put together.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { browserslistToTargets, type Selector, type SelectorComponent, type Targets, transform } from "lightningcss";
import { parseSync, Visitor } from "rolldown/utils";

const STYLES = /<style[^>]*>([\s\S]*?)<\/style>/g;
const SCRIPTS = /<script([^>]*)>([\s\S]*?)<\/script>/g;
const MARKUP = /<([\w-]+)|\s(?:class|id)="([^"]*)"/g;
const LATER = /"(\/_astro\/[\w.-]+\.js)"/g;
const IMPLIED = ["html", "head", "body", "tbody"]; // a browser puts them in by itself

export const pageStyles = (browsers: string[]): AstroIntegration => ({
  name: "page-styles",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const site = fileURLToPath(dir);
      const targets = targetsOf(browsers);
      const files = await readdir(site, { recursive: true });
      for (const file of files.filter((name) => name.endsWith(".html"))) {
        const html = await readFile(`${site}/${file}`, "utf8");
        const later = [...html.matchAll(LATER)].map(([, address = ""]) => readFile(site + address, "utf8"));
        await writeFile(`${site}/${file}`, withOwnStyles(html, await Promise.all(later), targets));
      }
    },
  },
});

/** One style element where there were several. `scripts`: what the page loads besides. */
export function withOwnStyles(html: string, scripts: readonly string[] = [], targets: Targets = {}): string {
  const css = [...html.matchAll(STYLES)].map(([, content]) => content).join("");
  if (!css) return html;
  const inline = [...html.matchAll(SCRIPTS)].flatMap(([, kind = "", code = ""]) => (kind.includes("json") ? [] : [code]));
  const markup = [...html.replace(STYLES, "").replace(SCRIPTS, "").matchAll(MARKUP)].map(([, tag, names]) => tag ?? names);
  const texts = [...inline, ...scripts].flatMap(textsIn);
  const named = new Set([...markup, ...texts, ...IMPLIED].join(" ").match(/[\w-]+/g));
  const style = `<style>${withoutUnread(withoutUnnamed(css, named, targets), targets)}</style>`;
  let written = false;
  return html.replace(STYLES, () => {
    if (written) return "";
    written = true;
    return style;
  });
}

const read = new Map<string, string[]>();

/** The texts in a script: a class that it may set stands in one of them. */
function textsIn(code: string): string[] {
  const known = read.get(code);
  if (known) return known;
  const texts: string[] = [];
  new Visitor({
    Literal({ value }) {
      if (typeof value === "string") texts.push(value);
    },
    TemplateElement({ value }) {
      texts.push(value.raw);
    },
  }).visit(parseSync("page.js", code).program);
  read.set(code, texts);
  return texts;
}

function withoutUnnamed(css: string, named: ReadonlySet<string>, targets: Targets): string {
  return styled(css, targets, { Selector: (selector) => (canMatch(selector, named) ? undefined : []) });
}

/** Attributes and states come and go without a script: `details[open]`. What `:not()` names need not be there. `:is()` stays
 * whole: it weighs as much as the heaviest of its list. */
const canMatch = (selector: Selector, named: ReadonlySet<string>): boolean =>
  selector.every((part) => {
    if (part.type === "class" || part.type === "id" || part.type === "type") return named.has(part.name);
    return !isOneOf(part) || part.selectors.some((each) => canMatch(each, named));
  });

type OneOf = Extract<SelectorComponent, { kind: "is" | "where" }>;
const isOneOf = (part: SelectorComponent): part is OneOf =>
  part.type === "pseudo-class" && (part.kind === "is" || part.kind === "where");

/** Colours and lengths that no rule is left to read, and those that only they read. */
function withoutUnread(css: string, targets: Targets): string {
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name));
  const left = styled(css, targets, {
    Declaration: { custom: ({ name }) => (name.startsWith("--") && !read.has(name) ? [] : undefined) },
  });
  return left === css ? css : withoutUnread(left, targets);
}

const styled = (css: string, targets: Targets, visitor: Parameters<typeof transform>[0]["visitor"]): string =>
  transform({ filename: "page.css", code: Buffer.from(css), minify: true, targets, visitor }).code.toString();

const targetsOf = (browsers: string[]): Targets =>
  browserslistToTargets(browsers.map((name) => name.replace(/^ios/, "ios_saf").replace(/(?<=[a-z])(?=\d)/, " ")));
