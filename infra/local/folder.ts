import { accessSync, chmodSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { Complaint } from "./complaint.ts";

/** The data folder, made if need be, for nobody's eyes but ours. */
export function prepareFolder(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Complaint(`The data folder ${path} cannot be written (${code}): set DATA_DIR to a folder of yours.`);
  }
  return path;
}
