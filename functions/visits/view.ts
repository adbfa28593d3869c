// How a visit is shown: by what was noted, in the order of the device's clock, without names.
import { shortOf } from "../../shared/households/coverage.ts";
import { dateOf, type Instant, type PlainDate } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { isWeekend } from "../../shared/kernel/working-days.ts";
import type { Policy } from "../../shared/policy/law.ts";
import type { VisitList, VisitNote, VisitView } from "../../shared/visits/contract.ts";
import { type NotHomeRule, notHomeRule } from "../../shared/visits/ladder.ts";
import { type Counted, type Stands, standingOf } from "../../shared/visits/standing.ts";
import { VisitState } from "../../shared/visits/states.ts";
import type { StoredList, StoredNote, StoredVisit } from "./table.ts";

const isDayOff = (day: PlainDate): boolean => !(loadedCalendar(day) ?? !isWeekend(day));

export function ruleOf(policy: Policy, { division }: Pick<StoredVisit, "division">, now: Instant): NotHomeRule | undefined {
  const rule = notHomeRule(policy({ region: division, asOf: dateOf(now) }), isDayOff);
  return rule.ok ? rule.value : undefined;
}

export const countedOf = (notes: readonly StoredNote[]): Counted[] =>
  notes.filter(({ late }) => !late).map(({ round, done }) => ({ round, done }));

export const standsBy = ({ members }: StoredVisit, notes: readonly StoredNote[], rule: NotHomeRule | undefined): Stands =>
  standingOf(
    members.map(({ member }) => member),
    countedOf(notes),
    rule,
  );

export function viewOf(visit: StoredVisit, notes: readonly StoredNote[], rule: NotHomeRule | undefined): VisitView {
  const stands = standsBy(visit, notes, rule);
  return {
    visit: visit.visit,
    household: visit.household,
    short: shortOf([{ household: visit.home }]),
    village: visit.village,
    state: stands.state,
    members: visit.members.map(({ member, relation, why }, nth) => ({
      ...stands.members[nth],
      member,
      relation,
      why,
      receipts: notes.flatMap(({ done, receipt }) => (done.event === "form" && done.member === member && receipt ? receipt : [])),
    })),
    notes: notes.toSorted((a, b) => (a.done.at < b.done.at ? -1 : 1)).map(noted),
    ...(stands.reason && { reason: stands.reason }),
  };
}

function noted({ done, by, broughtBy, late }: StoredNote): VisitNote {
  const words = "note" in done ? done.note : "text" in done ? done.text : "reason" in done ? done.reason : undefined;
  const person = ({ name, workNumber }: StoredNote["by"]) => ({ name, workNumber });
  return {
    step: done.event,
    at: done.at,
    by: person(by),
    ...(broughtBy && { broughtBy: person(broughtBy) }),
    ...(late && { late }),
    ...(words && { note: words }),
    ...(done.event === "attempt" && { seen: done.seen.map(({ member, outcome }) => ({ member, outcome })) }),
    ...(done.event === "form" && { seen: [{ member: done.member, outcome: done.outcome }] }),
  };
}

export function listView(list: StoredList, visits: readonly StoredVisit[], placeName: (code: string) => string): VisitList {
  const { withdrawn, ...rest } = list;
  const states = Object.fromEntries(
    VisitState.options.map((state) => [state, visits.filter((visit) => visit.state === state).length]),
  ) as VisitList["states"];
  const done = states.confirmed === visits.length;
  return { ...rest, place: placeName(list.division), state: done ? "done" : withdrawn ? "withdrawn" : "open", states };
}
