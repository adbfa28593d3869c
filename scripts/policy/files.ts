// The parameters on disk: shared/policy/data/<division>.csv, 000000 for the whole country.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Complaint, examineRows, type Row } from "../../shared/policy/examine.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { rowsIn } from "./rows.ts";

export const DATA_FOLDER = path.resolve(import.meta.dirname, "../../shared/policy/data");

/** Throws one line about a file that cannot be read or is no table of parameters. */
export const readRows = (file: string): Row[] => rowsIn(file, textOf(file));

function textOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${file} cannot be read: it is not UTF-8 text.`);
    throw new Error(`${file} cannot be read: ${error instanceof Error && "code" in error ? error.code : "unknown reason"}.`);
  }
}

/** The file an entry belongs to. */
export const fileOf = ({ region }: Parameter): string => `${region === "national" ? "000000" : region}.csv`;

/** All files of the folder, by name of their division. */
export const dataFiles = (folder = DATA_FOLDER): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{6}\.csv$/.test(name))
    .sort();

/**
 * What is loaded. Throws where a file in the folder is not fit to be used: nobody may compute with half of it. A clock that is
 * behind stops nobody: only what is loaded anew is asked when it was verified.
 */
export function loadedPolicy(folder = DATA_FOLDER): Parameter[] {
  return dataFiles(folder).flatMap((name) => {
    const examined = examineRows(readRows(path.join(folder, name)), null);
    if (!examined.ok) throw new Error(examined.refusal.map((complaint) => `${name}, ${said(complaint)}`).join("\n"));
    return examined.value;
  });
}

const reasons: Readonly<Record<Complaint["code"], string>> = {
  "policy.key-unknown": "no rule knows this key",
  "policy.region-unknown": "the region is neither national nor a division code that was ever issued",
  "policy.from-no-date": "effective_from is no date like 2027-01-01",
  "policy.to-no-date": "effective_to is no date like 2027-12-31, and not empty",
  "policy.ends-before-it-begins": "effective_to lies before effective_from",
  "policy.unit-wrong": "the unit is not the one of this key",
  "policy.value-not-in-unit": "the value cannot be read in the unit of this key, or is out of all reason (8 % is 0.08)",
  "policy.source-missing": "source_doc is empty: every number says who said so",
  "policy.source-unreadable": "source_doc is not one line of text of at most 120 characters",
  "policy.source-no-address": "source_url is no address",
  "policy.verified-no-date": "verified_on is no date",
  "policy.verified-in-future": "verified_on lies in the future",
  "policy.confidence-unknown": "confidence is not high, medium or low",
  "policy.validity-overlaps": "another entry of the same key and region holds on the same days",
};

export const said = ({ line, key, code }: Complaint): string => `line ${line}, ${key || "no key"}: ${reasons[code]}`;
