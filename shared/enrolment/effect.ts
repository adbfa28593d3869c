// What a wish does to the register when its turn comes: it is kept beside the enrolments. The enrolment itself comes with the
// agency's file, once somebody has paid.
import { dateOf, type Instant } from "../kernel/calendar.ts";
import type { Receipt } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import { NOTICE_VERSION } from "../privacy/notice.ts";
import type { Changes, RecordPage } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import type { EnrolmentAccepted, Wish } from "./contract.ts";
import type { Joining, Terms, ToPay } from "./joining.ts";
import { knownFrom } from "./known.ts";
import { decideEnrolment } from "./rules.ts";
import { currentOf, samePrice } from "./terms.ts";

/** What stands behind the event: its receipt, and the numbers of today. */
type With = { receipt: Receipt; policy: Policy };
type Settled = { status: "applied"; changes: Changes } | { status: "refused" | "overtaken"; findings: readonly Finding[] };

/** What was right on the day it was sent is right when it is looked at later: everything is asked of that day. */
export function settleEnrolment(
  record: RecordPage,
  accepted: EnrolmentAccepted,
  using: With,
  now: Instant,
): Outcome<"submitted"> {
  const settled = settle(record, accepted, { ...using, countsFrom: accepted.acceptedAt, source: "resident", now });
  return settled.status === "applied" && isHardUp(accepted) ? { status: "in-review", kind: "hardship" } : settled;
}

/** The desk found it to be so. For the order of wishes, and for what is to be paid, it counts as sent when it was decided. */
export function settleReviewedEnrolment(
  record: RecordPage,
  accepted: EnrolmentAccepted,
  decidedAt: Instant,
  using: With,
  now: Instant,
): Outcome<"decided"> {
  return settle(record, accepted, { ...using, countsFrom: decidedAt, source: "desk", now });
}

const isHardUp = ({ wish }: EnrolmentAccepted) => "hardship" in wish && wish.hardship !== undefined;

type When = With & { countsFrom: Instant; source: "resident" | "desk"; now: Instant };

function settle(record: RecordPage, accepted: EnrolmentAccepted, { receipt, policy, countsFrom, source, now }: When): Settled {
  const { wish } = accepted;
  const held = record.joinings.find(({ scheme }) => scheme === wish.scheme);
  if (held && countsFrom < held.acceptedAt)
    return { status: "overtaken", findings: [finding("enrolment.overtaken", wish.scheme)] };

  // Consent to the notice of that day holds; a newer one is shown before the next form.
  const consent = accepted.consent && { ...accepted.consent, version: NOTICE_VERSION };
  const decided = decideEnrolment({ ...accepted, consent, known: knownFrom(record), policy, now: countsFrom });
  const findings = decided.ok ? priceFindings(accepted, decided.value.terms, source) : decided.refusal;
  if (!decided.ok || findings.length > 0) return { status: "refused", findings };

  const said = { scheme: wish.scheme, receipt, source, asOf: dateOf(countsFrom), recordedAt: now, acceptedAt: countsFrom };
  const joining = wish.action === "stop" ? stopped(record, wish, said) : chosen(wish, decided.value.terms, said);
  return { status: "applied", changes: { joinings: [...replaced(record, wish, said), joining] } };
}

/** A promise was made with an amount in it. Where the numbers have moved since, the person is told the new ones first. */
const priceFindings = ({ terms }: EnrolmentAccepted, now: Terms | undefined, source: When["source"]): Finding[] =>
  terms && now && source === "resident" && !samePrice(terms, now) ? [finding("enrolment.price-changed", "wish", "told")] : [];

type Said = Pick<Joining, "scheme" | "receipt" | "source" | "asOf" | "recordedAt" | "acceptedAt">;

function chosen(wish: Exclude<Wish, { action: "stop" }>, terms: Terms | undefined, said: Said): Joining {
  if (!terms) throw new RangeError("only what is stopped has no terms");
  const { hardship, replaces } = { hardship: undefined, replaces: undefined, ...wish };
  return { ...said, state: "to-pay", wish: wish.action, terms, ...(hardship && { hardship }), ...(replaces && { replaces }) };
}

function stopped(record: RecordPage, { scheme, from, reason }: Extract<Wish, { action: "stop" }>, said: Said): Joining {
  const current = currentOf({ known: knownFrom(record) }, scheme);
  if (!current) throw new RangeError("nothing runs that could be stopped");
  return { ...said, state: "stopped", wish: "stop", region: current.region, from, reason };
}

/** Another insurance of the kind that was joined here and is not paid yet need not be paid any more. What runs goes on until this one is seen (handbook 5.3). */
function replaced(record: RecordPage, wish: Wish, said: Said): Joining[] {
  if (wish.action !== "join" || !wish.replaces) return [];
  const runs = knownFrom(record).held.some(({ scheme, status }) => scheme === wish.replaces && status === "active");
  return record.joinings.flatMap((other): Joining[] =>
    other.state === "to-pay" && other.scheme === wish.replaces && (other.wish === "join" || !runs)
      ? [stoppedFor(other, said)]
      : [],
  );
}

const stoppedFor = ({ scheme, terms: { region, from } }: ToPay, said: Said): Joining => ({
  ...said,
  ...{ scheme, region, from, state: "stopped", wish: "stop", reason: "other-scheme" },
});
