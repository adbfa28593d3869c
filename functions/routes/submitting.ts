// What every submission begins and ends with.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Context } from "hono";
import type { EvidenceId, NamedEvidence, SentEvidence } from "../../shared/evidence/contract.ts";
import type { Received } from "../../shared/kernel/answers.ts";
import { type Instant, momentAfter } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Submission } from "../../shared/submission.ts";
import type { FormDeps } from "../app.ts";
import type { Sent, SubmitResult } from "../casework/casework.ts";
import { receiptFor } from "../casework/table.ts";
import { problem } from "../http/problem.ts";
import { recordOf, type Subject } from "./subject.ts";

/** `answer`: there is nothing left to decide. Else the record, what was sent before, and the moment at which what is sent now counts. */
type Opened = { answer: Response } | { answer?: undefined; record: RecordPage; submissions: readonly Submission[]; now: Instant };

/** Looked up before any rule: what was accepted once would break the rules the second time. */
export async function openSubmission(c: Context, deps: FormDeps, subject: Subject, sent: Sent): Promise<Opened> {
  const { personId } = subject;
  const submissions = await deps.casework.submissions(personId);
  const mine = receiptFor(personId, sent.key);
  const earlier = submissions.find(({ receipt }) => receipt === mine);
  if (earlier) return { answer: answerTo(c, sent, { stored: "before", submission: earlier }) };

  const record = await recordOf(deps, subject);
  if (!record) return { answer: problem(c, "not-found") };
  return { record, submissions, now: momentAfter(submissions[0]?.content.acceptedAt, deps.now()) };
}

/** `writes` go into the transaction that stores the submission; `causes` say which of them is to blame if it is not stored. */
type Taken =
  | { answer: Response }
  | { answer?: undefined; evidence: SentEvidence[]; writes: TransactWriteItem[]; causes: Finding[] };
/** `owner`: in whose drafts it lies, who is signed in. `about`: whose submission it is. */
type Naming = { owner: PersonId; about: PersonId; named: NamedEvidence | undefined; at: Instant };

/** The pictures and PDFs that a body names. Each has to be there, of this draft and not sent yet. */
export async function takeEvidence(c: Context, deps: FormDeps, { owner, about, named, at }: Naming, sent: Sent): Promise<Taken> {
  if (!named) return { evidence: [], writes: [], causes: [] };
  const ids = [...new Set(named.ids)];
  const uploads = await deps.uploads();
  const found = await uploads.named(owner, named);
  const gone = (id: EvidenceId) => finding("evidence.gone", "evidence", "ids", String(named.ids.indexOf(id)));
  const missing = ids.filter((id) => !found.some((piece) => piece.id === id));
  if (missing.length > 0) {
    // A second tap may find it sent by the first, which was stored a moment ago.
    const twin = await deps.casework.attempted(about, sent.key);
    return {
      answer: twin
        ? answerTo(c, sent, { stored: "before", submission: twin })
        : problem(c, "refused", { findings: missing.map(gone) }),
    };
  }
  const evidence = found.map(({ id, purpose }) => ({ id, purpose }));
  return { evidence, writes: uploads.sends(owner, named, receiptFor(about, sent.key), at), causes: ids.map(gone) };
}

/**
 * The same body gets the same receipt again; another body learns what arrived before it. `causes`: what to say of each write
 * that stood or fell with it, in their order.
 */
export function answerTo(c: Context, sent: Sent, result: SubmitResult, causes: readonly Finding[] = []) {
  if (result.stored === "no") {
    const cause = causes[result.failed];
    return cause ? problem(c, "refused", { findings: [cause] }) : problem(c, "conflict");
  }
  const { receipt, fingerprint } = result.submission;
  return fingerprint === sent.fingerprint
    ? c.json({ receipt, status: "received" } satisfies Received, 202)
    : problem(c, "attempt-reused", { receipt });
}
