// The numbers of policy while pages are built: all that is loaded, also what has ended.
/// <reference types="vite/types/importMeta.d.ts" />
import { rowsIn } from "../scripts/policy/rows.ts";
import { examineRows } from "../shared/policy/examine.ts";
import type { Parameter } from "../shared/policy/parameter.ts";

const files = import.meta.glob<string>("../shared/policy/data/*.csv", { query: "?raw", import: "default", eager: true });

/** Names of the files, one a region: `340400.csv`. */
export const parameterFiles = Object.keys(files).map((file) => file.replace(/^.*\//, ""));

export const loadedParameters: readonly Parameter[] = Object.entries(files).flatMap(([file, text]) => {
  const examined = examineRows(rowsIn(file, text), null);
  if (!examined.ok) throw new Error(`${file}: npm run policy -- check says what is wrong with it`);
  return examined.value;
});
