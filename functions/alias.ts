// From a number to a person, without the number: HMAC-SHA-256 of type and normalised number (design 3, Person keys).
// A decision record says what SM3 in its place would require.
import { createHmac } from "node:crypto";
import * as v from "valibot";
import type { DocType } from "../shared/registration.ts";

/** `{"current":2,"versions":{"1":"<base64>","2":"<base64>"}}`. A version is dropped once every alias is rewritten. */
export const AliasSecret = v.pipe(
  v.object({ current: v.number(), versions: v.record(v.string(), v.pipe(v.string(), v.minLength(43))) }),
  v.check(({ current, versions }) => String(current) in versions),
);
export type AliasSecret = v.InferOutput<typeof AliasSecret>;

/** All 18-digit numbers with the MOD 11-2 check share one space: nobody has to know which card a number is printed on. */
const spaceOf = (docType: DocType) => (["RIC", "HK_MO_RP", "TW_RP", "FPR_ID"].includes(docType) ? "ID18" : docType);

const digest = (secret: string, text: string) =>
  createHmac("sha256", Buffer.from(secret, "base64")).update(text).digest("base64url");

/** The alias under one version of the secret: `<version>#<HMAC>`. */
export const aliasUnder = ({ versions }: AliasSecret, version: number, docType: DocType, number: string): string => {
  const secret = versions[String(version)];
  if (!secret) throw new Error("alias secret version is gone");
  return `${version}#${digest(secret, `${spaceOf(docType)}|${number}`)}`;
};

/** Under which a person may be found: the current version first, then older ones while a rotation runs. */
export function aliasesOf(secret: AliasSecret, docType: DocType, number: string): [string, ...string[]] {
  const older = Object.keys(secret.versions)
    .map(Number)
    .filter((version) => version !== secret.current)
    .sort((a, b) => b - a);
  return [
    aliasUnder(secret, secret.current, docType, number),
    ...older.map((version) => aliasUnder(secret, version, docType, number)),
  ];
}

/**
 * What a browser seals the unsent forms of a person with (web/drafts.ts): nobody but this person is ever given it. Under every
 * version that is known, the one in use first: a form that was kept before a rotation is still read, and then sealed anew.
 */
export const draftKeysOf = ({ current, versions }: AliasSecret, personId: string): string[] =>
  [String(current), ...Object.keys(versions).filter((version) => version !== String(current))].map((version) =>
    digest(versions[version] ?? "", `draft|${personId}`),
  );

/** A keyed digest for counters and proposals, apart from every alias: `label` keeps the spaces apart. */
export const keyedDigest = (secret: AliasSecret, label: string, text: string): string =>
  digest(secret.versions[String(secret.current)] ?? "", `${label}|${text}`);
