// From an empty clone to a portal that answers, and once more.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { startPortal } from "../portal.ts";
import { rounded } from "../statistics.ts";

const WARM_STARTS = 3;

export const start: Measure = {
  names: ["start.first", "start.warm"],
  async run({ folder, say }) {
    const root = join(folder, "clone");
    const data = join(root, ".data");
    say("copying what a clone would hold");
    copyTree(root);
    say("first start");
    const first = await startPortal({ folder: data, root, command: ["npm", "start"] });
    await first.stop();
    const warm: number[] = [];
    for (let nth = 0; nth < WARM_STARTS; nth++) {
      say("second start");
      const second = await startPortal({ folder: data, root, command: ["npm", "start"] });
      warm.push(second.readyMs / 1000);
      await second.stop();
    }
    const people = first.people().length;
    return [
      figureOf("start.first", {
        value: rounded(first.readyMs / 1000, 1),
        unit: "s",
        note: `npm start: npm ci from this machine's cache, pages, engine, 2,000 people fed in; ${people} can sign in`,
      }),
      figureOf("start.warm", { value: rounded(Math.max(...warm), 1), unit: "s", note: `the longest of ${WARM_STARTS}` }),
    ];
  },
};

/** The files that git knows or would take, as they are now. */
function copyTree(to: string): void {
  const { status, stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
    maxBuffer: 64e6,
  });
  if (status !== 0) throw new Error("this is no clone of the project");
  for (const file of stdout.split("\0").filter(Boolean)) {
    const target = join(to, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
  if (!readFileSync(join(to, "package-lock.json"), "utf8")) throw new Error("the clone has no lockfile");
}
