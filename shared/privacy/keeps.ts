// Every kind of item and every bucket that holds something about a person, and how long it stays there: what the code itself
// goes by, gathered. The kinds are called as the `keyOf` of their table.ts calls them; a test walks both.
import { ORPHAN_HOURS, STAYS_AFTER_OUTCOME_DAYS, STAYS_AT_MOST_DAYS } from "../evidence/purposes.ts";
import { CODE_LIFE_MINUTES, DEVICE_DAYS, IDLE_MINUTES, LADDER_FORGETS_HOURS } from "../session/rules.ts";
import { STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from "../staff/session.ts";
import { topology } from "../topology.ts";
import {
  ALLOWANCE_HOURS,
  ASKS_HOURS,
  ATTEMPT_DAYS,
  LEAVE_DAYS,
  LOOKS_COUNTED_DAYS,
  NOTHING_MINUTES,
  ROW_RESULT_DAYS,
  RUSH_MINUTES,
  SENDS_HOURS,
  TOLD_DAYS,
  WRONG_COUNTS_HOURS,
} from "./times.ts";

/**
 * `for-ever`: with the insurance record, from which benefits are worked out. `until-outcome`: it goes in the moment something is
 * settled. `afterOutcome`: so many days later, and at the very latest when `most` days are over. `afterEnd`: so many days after the day
 * on which it ended, which nobody knows before.
 */
export type Keeps =
  | "for-ever"
  | "until-outcome"
  | { minutes: number }
  | { hours: number }
  | { days: number }
  | { afterEnd: number }
  | { afterOutcome: number; most: number };

const afterOutcome: Keeps = { afterOutcome: STAYS_AFTER_OUTCOME_DAYS, most: STAYS_AT_MOST_DAYS + STAYS_AFTER_OUTCOME_DAYS };

export const keeps = {
  "register.registration": "for-ever",
  "register.summary": "for-ever",
  "register.fact": "for-ever",
  "register.reason": "for-ever",
  "register.joining": "for-ever",
  "register.moving": "until-outcome",
  "register.atDesk": "for-ever",
  "register.enrolment": "for-ever",
  "register.paidYear": "for-ever",
  "register.history": "for-ever",
  "register.member": "for-ever",
  "register.village": "for-ever",
  "register.child": "for-ever",
  "register.alias": "for-ever",
  "register.named": "for-ever",
  "register.phoned": "for-ever",
  "register.employer": "for-ever",
  "register.rowResult": { days: ROW_RESULT_DAYS },
  "casework.submission": "for-ever",
  "casework.withdrawal": "for-ever",
  "casework.sentFor": "for-ever",
  "casework.notice": "for-ever",
  "casework.transfer": "for-ever",
  "casework.delegation": { afterEnd: LEAVE_DAYS },
  "casework.actsFor": { afterEnd: LEAVE_DAYS },
  "casework.family": "for-ever",
  "casework.objection": "for-ever",
  "casework.dues": "until-outcome",
  "casework.reminded": "for-ever",
  "casework.reminderSettings": "for-ever",
  "casework.outbox": "until-outcome",
  "desk.task": "for-ever",
  "desk.work": "for-ever",
  "desk.transferStep": "until-outcome",
  "desk.decision": "for-ever",
  "desk.filed": "for-ever",
  "desk.filedFor": "for-ever",
  "desk.withdrawal": "for-ever",
  "desk.outbox": "until-outcome",
  "desk.visitList": "for-ever",
  "desk.visit": "for-ever",
  "desk.visitNote": "for-ever",
  "desk.visitCopy": "for-ever",
  "desk.openVisit": "until-outcome",
  "desk.givenTo": "for-ever",
  "desk.givenIn": "for-ever",
  "desk.member": "for-ever",
  "desk.grant": "for-ever",
  "desk.roster": "for-ever",
  "desk.staffSession": { minutes: STAFF_IDLE_MINUTES },
  "desk.begun": { hours: STAFF_SESSION_HOURS },
  "desk.allowance": { days: LOOKS_COUNTED_DAYS },
  "desk.code": { minutes: CODE_LIFE_MINUTES },
  "desk.consent": { minutes: CODE_LIFE_MINUTES },
  "desk.ticket": "for-ever",
  "desk.ticketOf": "for-ever",
  "desk.waiting": "until-outcome",
  "desk.wrongAnswers": { hours: WRONG_COUNTS_HOURS },
  "desk.phoneCode": { minutes: CODE_LIFE_MINUTES },
  "desk.message": { minutes: CODE_LIFE_MINUTES },
  "desk.ladder": { hours: LADDER_FORGETS_HOURS },
  "desk.sends": { hours: SENDS_HOURS },
  "looks.session": "for-ever",
  "looks.parent": "for-ever",
  "looks.delegate": "for-ever",
  "looks.copy": "for-ever",
  "looks.staff": "for-ever",
  "looks.link": "for-ever",
  "looks.linked": "for-ever",
  "looks.proof": "for-ever",
  "looks.head": "for-ever",
  "looks.day": "for-ever",
  "looks.root": "for-ever",
  "looks.byStaff": "for-ever",
  "looks.active": "for-ever",
  "sessions.session": { minutes: IDLE_MINUTES },
  "sessions.doorCode": { minutes: CODE_LIFE_MINUTES },
  "sessions.phoneCode": { minutes: CODE_LIFE_MINUTES },
  "sessions.message": { minutes: CODE_LIFE_MINUTES },
  "sessions.device": { days: DEVICE_DAYS },
  "sessions.ladder": { hours: LADDER_FORGETS_HOURS },
  "sessions.sends": { hours: SENDS_HOURS },
  "sessions.asks": { hours: ASKS_HOURS },
  "sessions.delegationCode": { minutes: CODE_LIFE_MINUTES },
  "sessions.rush": { minutes: RUSH_MINUTES },
  "sessions.sent": { days: TOLD_DAYS },
  "sessions.attempt": { days: ATTEMPT_DAYS },
  "sessions.nothing": { minutes: NOTHING_MINUTES },
  "uploads.evidence": afterOutcome,
  "uploads.loose": { hours: ORPHAN_HOURS },
  "uploads.allowance": { hours: ALLOWANCE_HOURS },
  "bucket.evidence": afterOutcome,
  "bucket.audit": "for-ever",
  "bucket.feeds": { days: topology.buckets.feeds.expireDays },
} as const satisfies Record<string, Keeps>;

export type Place = keyof typeof keeps;
export const places = Object.keys(keeps).filter((name): name is Place => name in keeps);
