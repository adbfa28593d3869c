import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The key under which numbers lead to people (design: person keys). Made once; whoever loses it loses the way to the register. */
export function makeAliasSecret(file: string): void {
  if (existsSync(file)) return;

  const secret = { current: 1, versions: { 1: randomBytes(32).toString("base64") } };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(secret), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file); // whole or not at all
}
