// A page's rules ask for few of the numbers of policy: its script knows the units of those alone, not of all hundred.
import type { Plugin } from "rolldown";
import { catalogue, isKey, type Key } from "../shared/policy/keys.ts";

const KEYS_FILE = /\/shared\/policy\/keys\.ts$/;
const TEXT = /"([\w.-]+)"|'([\w.-]+)'|`([^`]+)`/g;

/** Of the catalogue, what no other module of a bundle names. `retirement.${group}.delay-cap` names every group's. */
export function keysNobodyReads(modules: Readonly<Record<string, { code: string | null }>>): Key[] {
  if (!Object.keys(modules).some((id) => KEYS_FILE.test(id))) return [];
  const code = Object.entries(modules).flatMap(([id, module]) => (KEYS_FILE.test(id) ? [] : (module.code ?? [])));
  const named = [...code.join("\n").matchAll(TEXT)].flatMap(([, double, single, template = ""]) => double ?? single ?? template);
  const texts = new Set(named);
  const patterns = [...texts].filter((text) => text.includes("${") && /^[\w.$ {}-]+$/.test(text)).map(asPattern);
  return Object.keys(catalogue)
    .filter(isKey)
    .filter((key) => !texts.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

const asPattern = (template: string) => new RegExp(`^${template.replace(/\./g, "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`);

/** Takes these keys out of the catalogue: each stands on a line, or begins one and ends with `),`. */
export const withoutKeys = (keys: readonly Key[]): Plugin => ({
  name: "without-keys",
  transform: {
    filter: { id: KEYS_FILE },
    handler: (code) =>
      keys.reduce(
        (left, key) => left.replace(new RegExp(`^ *"${key.replace(/\./g, "\\.")}": (?:\\w+|\\w+\\([^)]*\\)),\n`, "m"), ""),
        code,
      ),
  },
});
