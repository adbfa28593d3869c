// A submission as the person sees it: what was asked, where it is, what happens next.
import type { Change } from "../change/contract.ts";
import { mask } from "../kernel/masking.ts";
import type { Submission } from "../submission.ts";
import type { ShownStatus, SubmissionView } from "./contract.ts";

export function viewOf(
  { receipt, status, content, history, queuedAt, findings = [], reason }: Submission,
  placeName: (code: string) => string,
): SubmissionView {
  const steps: SubmissionView["history"] = [...history];
  // The relay may be slower than the worker: the queue then comes after the outcome in time, and says nothing any more.
  if (queuedAt) steps.push({ status: "queued", at: queuedAt });
  steps.sort((a, b) => order(a.status) - order(b.status) || (a.at < b.at ? -1 : 1));
  return {
    receipt,
    slice: content.slice,
    item: content.slice === "change" ? content.change.item : "phone",
    status: status === "received" && queuedAt ? "queued" : status,
    history: steps,
    asked: content.slice === "change" ? askedFor(content.change, placeName) : mask("phone", content.phone),
    findings,
    ...(reason && { reason }),
    withdrawable: status === "in-review",
  };
}

const order = (status: ShownStatus) => (status === "received" ? 0 : status === "queued" ? 1 : status === "in-review" ? 2 : 3);

function askedFor(change: Change, placeName: (code: string) => string): string {
  switch (change.item) {
    case "phone":
      return mask("phone", change.phone);
    case "employment":
      return [change.status, change.employer?.name].filter(Boolean).join(" ");
    case "card":
      return change.hasCard ? "card.yes" : "card.no";
    default:
      return mask("address", `${placeName(change.address.division)}${change.address.lines}`);
  }
}
