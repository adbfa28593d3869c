import { existsSync } from "node:fs";
import path from "node:path";

/** A file named on the command line. npm runs scripts in the project's folder and tells in INIT_CWD where the person was. */
export const givenFile = (typed: string): string =>
  existsSync(typed) ? typed : path.relative("", path.resolve(process.env["INIT_CWD"] ?? "", typed)) || typed;
