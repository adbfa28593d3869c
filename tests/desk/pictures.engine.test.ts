import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { receiptFor } from "../../functions/casework/table.ts";
import { evidenceDoor } from "../../functions/evidence/open.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { savePictures } from "../../scripts/desk/pictures.ts";
import { NamedEvidence } from "../../shared/evidence/contract.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import { type Hall, openHall, piece, put } from "../evidence/desk.ts";
import { aChange } from "../support/build.ts";
import { everythingIn } from "../support/table.ts";

let hall: Hall;
let folder: string;
beforeAll(async () => {
  hall = await openHall();
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterAll(async () => {
  await hall.stop();
  await rm(folder, { recursive: true });
});

test("whoever decides sees the pictures that came with a matter, and the person sees who did", async () => {
  const { personId, browser } = await hall.someone();
  const at = piece();
  await put(browser, at);
  const named = v.parse(NamedEvidence, { draft: at.draft, ids: [at.id] });
  const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const now = hall.started.now();
  const evidence = (await hall.started.uploads.named(personId, named)).map(({ id, purpose }) => ({ id, purpose }));
  const using = hall.started.uploads.sends(personId, named, receiptFor(personId, sent.key), now);
  const content = { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: now } as const;
  const stored = await openCasework({ client: hall.client, table: "casework" }).submit(personId, sent, content, {
    using,
    evidence,
  });
  if (stored.stored !== "now") throw new Error("not stored");

  const looks = openLooks({ client: hall.client, table: "looks", now: hall.started.now });
  const openEvidence = evidenceDoor({ uploads: hall.started.uploads, looks, read: hall.read });
  const files = await savePictures({ openEvidence, folder, by: "王审核" }, stored.submission);

  expect(files).toHaveLength(1);
  expect((await readFile(files[0]!)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8])); // a JPEG
  expect((await stat(files[0]!)).mode & 0o077).toBe(0);
  const rows = (await everythingIn(hall.client, "looks")).filter(({ kind }) => kind === "staff");
  expect(rows).toMatchObject([{ pk: `PERSON#${personId}`, by: "王审核", evidence: at.id }]);
});
