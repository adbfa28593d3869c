// What was handed in is what its bytes say, whatever its name or header says. It comes out cleaned, or not at all.
import type { EvidenceType } from "../../shared/evidence/contract.ts";
import type { EvidenceFinding } from "../../shared/evidence/findings.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPdf } from "./pdf.ts";
import { cleanPng, PNG } from "./png.ts";

/** Why the content itself is not taken. */
export type Reason = Exclude<EvidenceFinding, "evidence.sent" | "evidence.changed" | "evidence.gone">;
export type Clean = { type: EvidenceType; bytes: Buffer };

export async function lookAt(bytes: Buffer): Promise<Result<Clean, Reason>> {
  if (bytes.length === 0) return refused("evidence.empty");
  const type = typeOf(bytes);
  if (!type) return refused("evidence.wrong-type");
  const clean = await cleaners[type](bytes);
  return clean.ok ? accepted({ type, bytes: clean.value }) : clean;
}

const cleaners = {
  "image/jpeg": async (bytes) => cleanJpeg(bytes),
  "image/png": cleanPng,
  "application/pdf": cleanPdf,
} satisfies Record<EvidenceType, (bytes: Buffer) => Promise<Result<Buffer, Reason>>>;

/** By the very first bytes: what begins with something else may be that something else to somebody. */
function typeOf(bytes: Buffer): EvidenceType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (bytes.subarray(0, PNG.length).equals(PNG)) return "image/png";
  return /^%PDF-[12]\.\d[\r\n ]/.test(bytes.toString("latin1", 0, 9)) ? "application/pdf" : undefined;
}
