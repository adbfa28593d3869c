// What somebody sent as proof, for who has to look at it: copied out of the bucket, each after a look of its own.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { evidenceDoor } from "../../functions/evidence/open.ts";
import type { EvidenceType } from "../../shared/evidence/contract.ts";
import type { Submission } from "../../shared/submission.ts";

const endings = { "image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf" } as const satisfies Record<
  EvidenceType,
  string
>;

type Options = { openEvidence: ReturnType<typeof evidenceDoor>; folder: string; by: string };

/** The files it wrote, readable by who runs it alone. They are copies: whoever looked deletes them. What is gone already is left out. */
export async function savePictures(
  { openEvidence, folder, by }: Options,
  { receipt, evidence = [] }: Pick<Submission, "receipt" | "evidence">,
): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const saved: string[] = [];
  for (const [index, { id, purpose }] of evidence.entries()) {
    const opened = await openEvidence(id, { lookId: crypto.randomUUID(), by, reason: `desk ${receipt}` });
    if (!opened) continue;
    const file = join(folder, `${receipt}-${index + 1}-${purpose}.${endings[opened.type]}`);
    await writeFile(file, opened.bytes, { mode: 0o600 });
    saved.push(file);
  }
  return saved;
}
