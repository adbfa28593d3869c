// A journey page carries its own script, whole, so that it is there with the first packets and holds nothing of other pages.
// (Chunks shared between pages hold what any two of them need: every new page would make all the others heavier.)
// What a page needs only after its first question is touched, or while it waits for a record, it names in `data-then`: each a file
// of its own.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { type Plugin, rolldown } from "rolldown";
import type { ESTree } from "rolldown/utils";
import { keysNobodyReads, withoutKeys } from "./slice-keys.ts";

// As the pages are checked (tests/web/site.test.ts): Chromium 88 reads it but for one form, `call?.(...list)`, which nobody
// writes, and would otherwise get every `?.` spelt out.
const LANGUAGE = "es2021";
const COMMON = /<script type="module">([\s\S]*?)<\/script>/;
const PLACE = /<script type="module" data-slice="([\w/-]+)"><\/script>/g;
const LATER = / data-then="([\w/-]+)"/g;

export const sliceScripts = (): AstroIntegration => ({
  name: "slice-scripts",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const scripts = new Map<string, Promise<string>>();
      const scriptOf = (slice: string) => {
        if (!scripts.has(slice)) scripts.set(slice, bundle(slice));
        return scripts.get(slice)!;
      };
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((name) => name.endsWith(".html"))) {
        const path = `${fileURLToPath(dir)}/${file}`;
        const html = await readFile(path, "utf8");
        const slices = [...html.matchAll(PLACE)].map(([, slice = ""]) => slice);
        if (slices.length === 0) continue;
        const later = new Map<string, string>();
        for (const [, slice = ""] of html.matchAll(LATER))
          later.set(slice, await fileFor(slice, await scriptOf(slice), fileURLToPath(dir)));
        const written = new Map(await Promise.all(slices.map(async (slice) => [slice, await scriptOf(slice)] as const)));
        const [element = "", common = ""] = html.match(COMMON) ?? []; // every page's, which then needs no hash of its own
        const filled = html
          .replace(element, "")
          .replace(PLACE, (_, slice: string) => `<script type="module">{${common}}${written.get(slice)}</script>`);
        await writeFile(
          path,
          filled.replace(LATER, (_, slice: string) => ` data-then="${later.get(slice)}"`),
        );
      }
    },
  },
});

/** Its name holds its hash: it never changes, and a browser keeps it. */
async function fileFor(slice: string, code: string, site: string): Promise<string> {
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
  const address = `/_astro/${slice.replace(/\//g, "-")}.${hash}.js`;
  await mkdir(`${site}/_astro`, { recursive: true });
  await writeFile(site + address, code);
  return address;
}

async function bundle(slice: string): Promise<string> {
  const { code } = await chunkOf(slice);
  return code.trim().replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/** The script of a slice, whole (`code`) and by the modules it is made of. */
export async function chunkOf(slice: string) {
  const whole = await built(slice, []);
  const cut = keysNobodyReads(whole.modules);
  return cut.length > 0 ? built(slice, [withoutKeys(cut)]) : whole;
}

async function built(slice: string, more: Plugin[]) {
  const build = await rolldown({
    input: fileURLToPath(new URL(`slices/${slice}.ts`, import.meta.url)),
    plugins: [withoutWhatServersNeed, withoutWhatCompilersNeed, nothingButValues, ...more],
    resolve: { alias: { valibot: valibotSmall } },
    transform: { target: LANGUAGE },
    // No module of ours does anything by being loaded, no getter by being read: what is not used can go.
    treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
    onLog(_, { code, message }) {
      throw new Error(`${slice}: ${code} ${message}`); // for instance a function that valibot-small.ts does not have
    },
  });
  const { output } = await build.generate({ format: "esm", minify: true, comments: false, codeSplitting: false });
  return output[0];
}

const valibotSmall = fileURLToPath(new URL("valibot-small.ts", import.meta.url));

/** A schema that nobody uses goes too, as with valibot itself. */
const nothingButValues: Plugin = {
  name: "nothing-but-values",
  transform: {
    filter: { id: /\/(?:valibot-small|shared\/policy\/units)\.ts$/ },
    handler: (code) => code.replace(/^(?=(?:export )?const \w+ = .*=>)/gm, "/* @__NO_SIDE_EFFECTS__ */ "),
  },
};

/** Brands are checked before anything runs. */
const withoutWhatCompilersNeed: Plugin = {
  name: "without-what-compilers-need",
  transform: {
    filter: { id: /\/shared\/.*\.ts$/ },
    handler: (code) => code.replace(/,\s*v\.(?:brand\("\w+"\)|readonly\(\))/g, ""),
  },
};

const FOR_SERVERS = ["title", "body", "params", "query", "problems", "delegable", "limited", "newcomer", "attempt"];

/** A page sends what the compiler has checked and reads the reply: only the API reads requests and writes documents. */
const withoutWhatServersNeed: Plugin = {
  name: "without-what-servers-need",
  transform: {
    filter: { id: /\/shared\/[\w-]+\/(?:[\w-]+-)?contract\.ts$/ },
    handler(code) {
      const cuts = this.parse(code, { lang: "ts" }).body.flatMap((statement) => contractsIn(statement).flatMap(cutsIn));
      return cuts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s*,/, ""), code);
    },
  },
};

function contractsIn(statement: ESTree.Program["body"][number]): ESTree.ObjectExpression[] {
  if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") return [];
  return statement.declaration.declarations.flatMap(({ init }) => {
    const value = init?.type === "TSAsExpression" ? init.expression : init;
    return value?.type === "ObjectExpression" && named(value, ["method", "path"]).length === 2 ? [value] : [];
  });
}

const cutsIn = (contract: ESTree.ObjectExpression) => named(contract, FOR_SERVERS);

const named = ({ properties }: ESTree.ObjectExpression, names: string[]) =>
  properties.filter(
    (property) => property.type === "Property" && property.key.type === "Identifier" && names.includes(property.key.name),
  );
