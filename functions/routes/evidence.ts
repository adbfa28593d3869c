import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { type EvidenceView, listEvidence, putEvidence, removeEvidence } from "../../shared/evidence/contract.ts";
import type { EvidenceFinding } from "../../shared/evidence/findings.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env } from "../app.ts";
import { lookAt } from "../evidence/look-at.ts";
import { newObjectName } from "../evidence/objects.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";
import type { Allowance } from "../uploads/allowance.ts";
import type { ObjectName, Piece } from "../uploads/table.ts";
import { orphanUntil, type Uploads } from "../uploads/uploads.ts";

export type EvidenceDeps = {
  uploads: Uploads;
  spend: Allowance;
  putObject(name: ObjectName, bytes: Buffer, type: Piece["type"]): Promise<void>;
  now(): Instant;
};

export const evidence = ({ uploads, spend, putObject, now }: EvidenceDeps) =>
  new Hono<Env>()
    .put(putEvidence.path, accept(putEvidence), async (c) => {
      const { personId } = c.var.session;
      const { id } = c.req.valid("param");
      const { draft, purpose } = c.req.valid("query");
      const before = await uploads.find(id);
      if (before && (before.personId !== personId || before.draft !== draft)) return problem(c, "not-found");
      if (before?.state === "sent") return conflict(c, "evidence.sent");
      const fingerprint = createHash("sha256").update(c.var.body).digest("base64url");
      if (before?.fingerprint === fingerprint && before.purpose === purpose) return c.json(viewOf(before));

      const putAt = now();
      const wait = await spend(personId, c.var.body.length, putAt);
      if (wait) return problem(c, "wait", wait);
      const looked = await lookAt(c.var.body);
      if (!looked.ok) return problem(c, "refused", { findings: [finding(looked.refusal, "evidence")] });

      const { type, bytes } = looked.value;
      const object = newObjectName();
      await uploads.announce(id, object, putAt);
      await putObject(object, bytes, type);
      const piece: Piece = {
        ...{ id, personId, draft, purpose, object, fingerprint, type, putAt },
        ...{ bytes: bytes.length, state: "open", dueAt: orphanUntil(putAt) },
      };
      return (await uploads.tie(piece, before)) ? c.json(viewOf(piece)) : conflict(c, "evidence.changed");
    })
    .delete(removeEvidence.path, accept(removeEvidence), async (c) => {
      const piece = await uploads.find(c.req.valid("param").id);
      const mine = piece?.personId === c.var.session.personId && piece.draft === c.req.valid("query").draft;
      if (!piece || !mine) return problem(c, "not-found");
      if (piece.state === "sent") return conflict(c, "evidence.sent");
      return (await uploads.remove(piece, now())) ? c.body(null, 204) : conflict(c, "evidence.changed");
    })
    .get(listEvidence.path, accept(listEvidence), async (c) => {
      const pieces = await uploads.evidenceOf(c.var.session.personId, c.req.valid("param").draft);
      return c.json({ evidence: pieces.map(viewOf) });
    });

const conflict = (c: Context, code: EvidenceFinding) => problem(c, "conflict", { findings: [finding(code, "evidence")] });

const viewOf = ({ id, purpose, type, bytes, putAt }: Piece): EvidenceView => ({ id, purpose, type, bytes, putAt });
