// What a form does to the register when its turn comes.
import { leading } from "../facts.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import type { Receipt } from "../kernel/fields.ts";
import { finding } from "../kernel/rule.ts";
import type { Changes } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import { dutiesAt, type Sending, situationOf } from "./decide.ts";
import { doubtsAbout } from "./doubts.ts";
import type { RegistrationAccepted } from "./form.ts";
import { type News, newsIn } from "./news.ts";
import { examineForm } from "./rules.ts";

/** `receipt`: of the form, by which the register remembers who confirmed it first. */
export type Turn = Sending & { receipt: Receipt };

/** Signed by another person, or against what the register holds: somebody looks first. All else, and a plain confirmation, at once. */
export function settleRegistration(content: RegistrationAccepted, turn: Turn, now: Instant): Outcome<"submitted"> {
  const { acceptedAt } = content;
  const duties = dutiesAt(turn.policy, turn.record, content.filled.residence.division, acceptedAt);
  // Consent to the notice of that day holds; a newer one is shown before the next form.
  const findings = examineForm(situationOf(content, turn, duties)).filter(({ code }) => code !== "consent.older-notice");
  if (findings.length > 0) return { status: "refused", findings };

  const news = newsFor(content, turn, now);
  if (cameTooLate(news)) return overtaken(news);
  const doubts = doubtsAbout(content, turn, duties);
  if (doubts.length > 0) return { status: "in-review", kind: "registration", findings: doubts };
  return applied(news, turn, acceptedAt);
}

/** The desk said yes: it has looked at what the rules would say today. A registration that was closed meanwhile stays closed. */
export function settleReviewedRegistration(
  content: RegistrationAccepted,
  turn: Turn,
  decidedAt: Instant,
  now: Instant,
): Outcome<"decided"> {
  if (turn.record.registration.status === "closed") return { status: "refused", findings: [finding("registration.closed")] };
  const news = newsFor(content, turn, now, decidedAt);
  return cameTooLate(news) ? overtaken(news) : applied(news, turn, decidedAt);
}

/** A phone is the key to a record: of a parent it is the child's first one, also when the form's turn comes, or it is too late. */
function newsFor(content: RegistrationAccepted, { record, byParent }: Turn, now: Instant, decidedAt?: Instant): News {
  const news = newsIn(content, record, now, decidedAt);
  const facts = news.facts.filter(({ name }) => name !== "phone");
  const isTaken = byParent && facts.length < news.facts.length && leading(record.facts, "phone");
  return isTaken ? { ...news, facts, late: [...news.late, "phone"] } : news;
}

/** All that was new in it was said again later. A form with nothing new is never late. */
const cameTooLate = ({ facts, reasons, late }: News) => facts.length + reasons.length === 0 && late.length > 0;

const overtaken = ({ late }: News) =>
  ({ status: "overtaken", findings: late.map((name) => finding("registration.overtaken", ...name.split("."))) }) as const;

function applied({ facts, reasons, late }: News, turn: Turn, countsFrom: Instant): Extract<Outcome, { status: "applied" }> {
  const changes = {
    ...confirmedBy(turn, countsFrom),
    ...(facts.length > 0 && { facts }),
    ...(reasons.length > 0 && { reasons }),
  };
  return {
    status: "applied",
    ...(Object.keys(changes).length > 0 && { changes }),
    ...(reasons.length > 0 && { followUp: reasons.flatMap((reason) => reason.reasons) }),
    ...(late.length > 0 && { findings: late.map((name) => finding("registration.partly-overtaken", ...name.split("."))) }),
  };
}

/** Everybody is counted once, by the way in which they were confirmed first (handbook 10.5). Who did not sign has confirmed nothing. */
function confirmedBy({ record, receipt, door }: Pick<Turn, "record" | "receipt" | "door">, countsFrom: Instant): Changes {
  const { registration } = record;
  if (registration.confirmed || door?.declined) return {};
  const route = door ? "visit" : "resident";
  return { registration: { ...registration, confirmed: { on: dateOf(countsFrom), route, receipt } } };
}
