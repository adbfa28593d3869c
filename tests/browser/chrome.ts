// Real Chromium purely from npm: no apt, no CDN download.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";
import * as v from "valibot";

const require = createRequire(import.meta.url);
const cache = path.resolve(import.meta.dirname, "../../node_modules/.cache/chromium");
const INSTALLED = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

async function launchOptions(): Promise<LaunchOptions> {
  const chosen = process.env["CHROME_PATH"];
  if (chosen) return { executablePath: chosen, args: ["--no-sandbox"] };
  if (process.platform !== "linux" || process.arch !== "x64") {
    const installed = INSTALLED.find((file) => existsSync(file));
    if (!installed) throw new Error("Set CHROME_PATH to a Chrome or Chromium binary.");
    return { executablePath: installed };
  }
  // The package unpacks into os.tmpdir() under fixed names and trusts whatever is there: it gets a folder of its own,
  // with its version in the name, so that no stale or half-written /tmp/chromium is ever used.
  const home = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "..");
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")),
  );
  const folder = path.join(cache, version);
  mkdirSync(folder, { recursive: true });
  const executablePath = await withTemporaryFolder(folder, async () => {
    const { default: packed, inflate } = await import("@sparticuz/chromium");
    const binary = await packed.executablePath();
    await inflate(path.join(home, "bin", "al2023.tar.br")); // libnss3, libnspr4, libexpat
    return binary;
  });
  const fonts = path.join(folder, "fonts.conf");
  const noto = path.dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const folders = [`${noto}/400Regular`, `${noto}/700Bold`, `${folder}/fonts`].map((name) => `<dir>${name}</dir>`).join("");
  writeFileSync(fonts, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${folder}/fc-cache</cachedir></fontconfig>`);
  return {
    executablePath,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"],
    env: { ...definedOnly(process.env), LD_LIBRARY_PATH: path.join(folder, "al2023", "lib"), FONTCONFIG_FILE: fonts },
  };
}

export async function launch(extra: string[] = []): Promise<Browser> {
  const options = await launchOptions();
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...extra] });
}

/** One for all test files that share a process: it ends with that. */
export async function browserOfAll(): Promise<Browser> {
  const kept: typeof globalThis & { chromium?: Browser } = globalThis; // modules are loaded anew for each file
  if (!kept.chromium?.isConnected()) kept.chromium = await launch();
  return kept.chromium;
}

/** A browser that remembers: what it keeps lies in `folder`. Playwright does not tell its process, so that goes by the folder. */
export async function launchKept(folder: string): Promise<{ context: BrowserContext; kill(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(folder, {
    ...(await launchOptions()),
    viewport: { width: 360, height: 800 },
  });
  const isOurs = (command: string) => command.includes(folder) && !command.includes("--type="); // its helpers end with it
  const ours = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isOurs(commandOf(name)));
  return {
    context,
    async kill() {
      if (ours.length === 0) throw new Error("no browser to kill");
      const ended = context.waitForEvent("close");
      for (const pid of ours) process.kill(Number(pid), "SIGKILL");
      await ended;
    },
  };
}

function commandOf(process: string): string {
  try {
    return readFileSync(`/proc/${process}/cmdline`, "utf8");
  } catch {
    return ""; // it has ended
  }
}

/** Takes away what came after Chromium 88: the pages must do without. */
export async function asChromium88(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const taken: [object, string[]][] = [
      [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with", "group"]],
      [String.prototype, ["at", "isWellFormed", "toWellFormed"]],
      [Object, ["hasOwn", "groupBy"]],
      [Promise, ["withResolvers", "try"]],
      [AbortSignal, ["timeout", "any", "abort"]],
      [Response, ["json"]],
      [URL, ["canParse", "parse"]],
      [crypto.constructor.prototype, ["randomUUID"]],
      [HTMLElement.prototype, ["showPopover", "popover", "inert"]],
      [globalThis, ["structuredClone", "navigation", "reportError"]],
    ];
    for (const [holder, names] of taken) for (const name of names) Reflect.deleteProperty(holder, name);
  });
}

async function withTemporaryFolder<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

const definedOnly = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
