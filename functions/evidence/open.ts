// For staff, through a look. Not by an address that works by itself: whoever had it could pass it on.
import type { EvidenceId, EvidenceType } from "../../shared/evidence/contract.ts";
import type { Looks } from "../looks/looks.ts";
import type { Look } from "../looks/table.ts";
import type { ObjectName } from "../uploads/table.ts";
import type { Uploads } from "../uploads/uploads.ts";

type Options = { uploads: Uploads; looks: Looks; read: (name: ObjectName) => Promise<Uint8Array> };
export type StaffLook = Omit<Extract<Look, { kind: "staff" }>, "kind" | "evidence">;
export type Opened = { type: EvidenceType; bytes: Uint8Array; headers: Record<string, string> };

/** First the look is written down, with the person whose it is; if that fails, nothing is read. Undefined: it is not there. */
export const evidenceDoor = ({ uploads, looks, read }: Options) =>
  async function openEvidence(id: EvidenceId, look: StaffLook): Promise<Opened | undefined> {
    const piece = await uploads.find(id);
    if (piece?.state !== "sent") return undefined; // what nobody has sent is nobody else's business
    await looks.note(piece.personId, { kind: "staff", ...look, evidence: id });
    return { type: piece.type, bytes: await read(piece.object), headers: headersOf(piece.type) };
  };

/** However it was made, it is shown as what it is, runs nothing and is kept nowhere. */
const headersOf = (type: EvidenceType): Record<string, string> => ({
  "content-type": type,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "content-disposition": type === "application/pdf" ? 'attachment; filename="evidence.pdf"' : "inline",
});
