// A submission as the person sees it: what was asked, where it is, what happens next.
import type { Change } from "../change/contract.ts";
import { firstExpiry } from "../declaration/expiry.ts";
import type { DelegationAccepted, GuardianshipEndAccepted } from "../delegation/accepted.ts";
import { duplicateAsked, duplicateItem } from "../duplicates/view.ts";
import { enrolmentAsked, enrolmentItem, paymentOf } from "../enrolment/view.ts";
import { dateOf } from "../kernel/calendar.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import { saidAnew } from "../registration/said.ts";
import type { Submission } from "../submission.ts";
import type { ShownStatus, SubmissionView } from "./contract.ts";

export function viewOf(
  { receipt, status, sender, content, history, queuedAt, findings = [], reason }: Submission,
  placeName: (code: string) => string,
): SubmissionView {
  const steps: SubmissionView["history"] = [...history];
  // The relay may be slower than the worker: the queue then comes after the outcome in time, and says nothing any more.
  if (queuedAt) steps.push({ status: "queued", at: queuedAt });
  steps.sort((a, b) => order(a.status) - order(b.status) || (a.at < b.at ? -1 : 1));
  const expires =
    content.slice === "declaration" ? firstExpiry(content.declaration.reasons, dateOf(content.acceptedAt)) : undefined;
  const pay = content.slice === "enrolment" && status !== "refused" ? paymentOf(content, placeName) : undefined;
  return {
    receipt,
    slice: content.slice,
    item: itemOf(content),
    status: status === "received" && queuedAt ? "queued" : status,
    history: steps,
    ...(sender && { sender: { channel: sender.channel, agency: sender.agency, workNumber: sender.workNumber } }),
    asked: askedFor(content, placeName),
    findings,
    ...(reason && { reason }),
    ...(expires && { expires }),
    ...(pay && { pay }),
    withdrawable: status === "in-review",
  };
}

const order = (status: ShownStatus) => (status === "received" ? 0 : status === "queued" ? 1 : status === "in-review" ? 2 : 3);

function itemOf(content: Submission["content"]): string {
  switch (content.slice) {
    case "change":
      return content.change.item;
    case "declaration":
      return content.declaration.insurance;
    case "duplicate":
      return duplicateItem(content);
    case "enrolment":
      return enrolmentItem(content);
    case "phone-replacement":
      return "phone";
    case "transfer":
      return `transfer.${content.wish.kind}`;
    case "transfer-step":
      return `transfer-step.${content.event}`;
    case "registration":
    case "newcomer":
    case "newborn":
    case "challenge":
    case "delegation":
    case "delegation-end":
    case "guardianship-end":
      return content.slice;
    case "objection": // the desk has a word of that name, for somebody who says that a report is not so
      return "guardian-objection";
  }
}

/** Declared reasons and the fields of a form are told by their codes: the page has the words. */
function askedFor(content: Submission["content"], placeName: (code: string) => string): string {
  if (content.slice === "phone-replacement") return masked("phone", content.phone);
  if (content.slice === "declaration") return content.declaration.reasons.map(({ code }) => code).join(" ");
  if (content.slice === "enrolment") return enrolmentAsked(content, placeName);
  if (content.slice === "duplicate") return duplicateAsked(content, placeName);
  if (content.slice === "newcomer" || content.slice === "newborn") return masked("name", content.identity.name);
  if (content.slice === "delegation") return delegationAsked(content);
  if (content.slice === "delegation-end") return content.calls;
  if (content.slice === "guardianship-end") return guardianshipEndAsked(content);
  if (content.slice === "objection") return content.words ?? "";
  if (content.slice === "challenge") return dateOf(content.lookedAt);
  if (content.slice === "transfer") return [content.wish.from, content.wish.to].map(placeName).join(" → ");
  if (content.slice === "transfer-step") return content.transfer;
  if (content.slice === "registration") return saidAnew(content).join(" ");
  return changeAsked(content.change, placeName);
}

/**
 * Who, what for and by which papers: whoever decides it has not seen these. Codes, but for the name; in full, for in a family all are
 * alike when they are masked.
 */
const delegationAsked = ({ named, calls, scopes, papers }: DelegationAccepted): string =>
  [oneWord(named ?? calls.delegate), ...scopes.map((scope) => `scope.${scope}`), `papers.${papers}`].join(" ");

const guardianshipEndAsked = ({ named, calls, paper }: GuardianshipEndAccepted): string =>
  [oneWord(`${named ?? calls.delegate} ${paper}`), "papers.court"].join(" ");

const oneWord = (text: string): string => text.replaceAll(" ", "\u00a0");

function changeAsked(change: Change, placeName: (code: string) => string): string {
  switch (change.item) {
    case "phone":
      return masked("phone", change.phone);
    case "employment":
      return [change.status, change.employer?.name].filter(Boolean).join(" ");
    case "card":
      return change.hasCard ? "card.yes" : "card.no";
    case "name":
      return masked("name", change.name);
    case "sex":
      return `sex.${change.sex}`;
    case "birth":
      return change.birth;
    case "number":
      return maskedNumber(change);
    case "death":
      return masked("name", change.name);
    default:
      return masked(change.item, `${placeName(change.address.division)}${change.address.lines}`);
  }
}
