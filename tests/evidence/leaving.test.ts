import * as v from "valibot";
import { expect, test } from "vitest";
import { leaveEvidenceIn } from "../../functions/leave-evidence.ts";
import { SentEvidence } from "../../shared/evidence/contract.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { Submission } from "../../shared/submission.ts";
import { aPersonId, noon } from "../support/build.ts";

const RECEIPT = v.parse(Receipt, "C7K2-94MD-61QX");
const piece = (purpose: string) => v.parse(SentEvidence, { id: crypto.randomUUID(), purpose });

/** On 31 March a student who graduates in June 2027 sent a paper; today is 10 April 2026. */
async function leaving(status: Submission["status"], ...purposes: string[]): Promise<string[]> {
  const left: string[] = [];
  const leave = leaveEvidenceIn({
    uploads: { leave: async (_ids, _receipt, dueAt) => void left.push(dueAt) },
    now: () => noon("2026-04-10"),
  });
  const reasons = [{ code: "O05", graduation: "2027-06" }];
  const submission = v.parse(Submission, {
    personId: aPersonId(),
    receipt: RECEIPT,
    status,
    evidence: purposes.map(piece),
    content: { slice: "declaration", declaration: { insurance: "pension", reasons }, acceptedAt: noon("2026-03-31") },
    fingerprint: "f",
    history: [{ status: "received", at: noon("2026-03-31") }],
  });
  await leave(submission, status);
  return left;
}

test("a picture goes ninety days after the outcome, at the end of the day in Shanghai", async () => {
  expect(await leaving("refused", "reason")).toEqual(["2026-07-10T00:00:00.000+08:00"]);
});

test("what proves a reason stays as long as the reason holds; what only identifies somebody does not", async () => {
  expect(await leaving("applied", "reason", "name-correction")).toEqual([
    "2027-10-30T00:00:00.000+08:00", // 31 July 2027 and ninety days
    "2026-07-10T00:00:00.000+08:00",
  ]);
});

test("while somebody still has to look nothing is said of leaving", async () => {
  expect(await leaving("in-review", "reason")).toEqual([]);
});
