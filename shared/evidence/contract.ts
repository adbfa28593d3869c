import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { Purpose } from "./purposes.ts";

/** Made by the page for each picture or PDF, and kept over retries and over another picture in its place. */
export const EvidenceId = v.pipe(v.string(), v.uuid(), v.toLowerCase(), v.brand("EvidenceId"));
export type EvidenceId = v.InferOutput<typeof EvidenceId>;

/** Made by the page when a form is opened; it stays with the draft until there is a receipt. */
export const DraftId = v.pipe(v.string(), v.uuid(), v.toLowerCase(), v.brand("DraftId"));
export type DraftId = v.InferOutput<typeof DraftId>;

export const EvidenceType = v.picklist(["image/jpeg", "image/png", "application/pdf"]);
export type EvidenceType = v.InferOutput<typeof EvidenceType>;

/** 4 MiB are 5.6 MB in base64, in which it reaches a function behind an HTTP API; an event may be 6 MB. */
export const UPLOAD_BYTES = 4 * 1024 * 1024;
export const UPLOADS_PER_HOUR = 60;
export const UPLOAD_BYTES_PER_HOUR = 120 * 1024 * 1024;
export const PIECES_PER_SUBMISSION = 20;

/** What a submission's body says of its evidence. */
export const NamedEvidence = v.strictObject({
  draft: DraftId,
  ids: v.pipe(v.array(EvidenceId), v.maxLength(PIECES_PER_SUBMISSION)),
});
export type NamedEvidence = v.InferOutput<typeof NamedEvidence>;

/** What a submission keeps of each piece that it was sent with. */
export const SentEvidence = v.object({ id: EvidenceId, purpose: Purpose });
export type SentEvidence = v.InferOutput<typeof SentEvidence>;

/** As the person sees it: nothing of the content. */
export const EvidenceView = v.object({
  id: EvidenceId,
  purpose: Purpose,
  type: EvidenceType,
  bytes: v.number(),
  putAt: Instant,
});
export type EvidenceView = v.InferOutput<typeof EvidenceView>;

const ofDraft = { draft: DraftId };

/** The body is the picture or PDF itself. Again under the same id: it takes the place of what was there. */
export const putEvidence = {
  method: "PUT",
  path: "/evidence/:id",
  title: "Hand in a picture or PDF for a draft, or another one in its place",
  signedIn: true,
  newcomer: true,
  params: v.strictObject({ id: EvidenceId }),
  query: v.strictObject({ ...ofDraft, purpose: Purpose }),
  upload: { types: EvidenceType.options, bytes: UPLOAD_BYTES },
  status: 200,
  reply: EvidenceView,
  problems: ["refused", "wait", "conflict"],
} as const;

export const removeEvidence = {
  method: "DELETE",
  path: "/evidence/:id",
  title: "Take a picture or PDF away before anything was sent",
  signedIn: true,
  newcomer: true,
  params: v.strictObject({ id: EvidenceId }),
  query: v.strictObject(ofDraft),
  status: 204,
  problems: ["conflict"],
} as const;

export const listEvidence = {
  method: "GET",
  path: "/evidence/drafts/:draft",
  title: "What was handed in for a draft and not sent yet",
  signedIn: true,
  newcomer: true,
  params: v.strictObject(ofDraft),
  status: 200,
  reply: v.object({ evidence: v.array(EvidenceView) }),
} as const;
