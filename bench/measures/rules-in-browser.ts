// What an estimate fetches when its first question is touched, and how much of that are the rules of social insurance.
import { transform } from "esbuild";
import { chunkOf } from "../../web/slice-scripts.ts";
import { type FigureName, figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { packed, sitePages } from "../pages.ts";

const RULES = /\/shared\//;

type Answer = { name: string; script: number; rules: number };

export const rulesInBrowser: Measure = {
  names: ["page.answer.bytes", "rules.browser.bytes"],
  async run({ say, portal }) {
    await portal(); // it has built the site
    const names = new Set(
      sitePages().flatMap(({ html }) => html.match(/ data-then="\/_astro\/estimate-([\w-]+)\.\w+\.js"/)?.[1] ?? []),
    );
    const answers: Answer[] = [];
    for (const name of names) {
      say(name);
      answers.push(await weighed(name));
    }
    return [heaviest("page.answer.bytes", "script", answers), heaviest("rules.browser.bytes", "rules", answers)];
  },
};

/** The rules as they are in that script, packed alone: with the rest around them they cost less. */
async function weighed(name: string): Promise<Answer> {
  const { code, modules } = await chunkOf(`estimate/${name}`);
  const rules = Object.entries(modules).flatMap(([id, module]) => (RULES.test(id) ? [module.code ?? ""] : []));
  const small = await transform(rules.join("\n"), { minify: true, format: "esm", target: "es2021" });
  return { name, script: packed(Buffer.from(code)), rules: packed(Buffer.from(small.code)) };
}

function heaviest(figure: FigureName, part: "script" | "rules", answers: readonly Answer[]) {
  const [most] = answers.toSorted((a, b) => b[part] - a[part]);
  if (!most) throw new Error("the site has no estimate");
  const note = answers.map((answer) => `${answer.name} ${answer[part]}`).join(", ");
  return figureOf(figure, { value: most[part], unit: "bytes", note });
}
