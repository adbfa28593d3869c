// The life of a visit as closed data, walked at random: only legal states, whatever comes, in whatever order.
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { MemberRef } from "../../shared/visits/ids.ts";
import type { NotHomeRule } from "../../shared/visits/ladder.ts";
import { mayArrive } from "../../shared/visits/rules.ts";
import { type Counted, type Done, standingOf } from "../../shared/visits/standing.ts";
import { mayTake, Outcome, type VisitState, type VisitStep, visitSteps } from "../../shared/visits/states.ts";
import { day, noon } from "../support/build.ts";

const refs = ["1", "2"].map((ref) => v.parse(MemberRef, ref));
const rule: NotHomeRule = { attempts: 3, apartHours: 4, eveningFrom: 18, isDayOff: () => false };
const begin = Date.parse(noon("2026-11-16"));
const minute = (nth: number): Instant => instantAt(begin + nth * 60_000);
const member = fc.constantFrom(...refs);

const fromDoor = fc.oneof(
  fc.constant({ event: "contacted" as const }),
  fc.record({
    event: fc.constant("attempt" as const),
    seen: fc.array(fc.record({ member, outcome: fc.constantFrom("refused", "not-home", "moved", "not-found", "deceased") }), {
      minLength: 1,
      maxLength: 2,
    }),
    noteLeft: fc.boolean(),
  }),
  fc.record({ event: fc.constant("form" as const), member, outcome: fc.constantFrom("completed", "declined-sign") }),
  fc.record({ event: fc.constant("phoned" as const), member, result: fc.constantFrom("answered", "no-answer") }),
  fc.record({ event: fc.constant("statement" as const), member, by: fc.constant("村委会"), text: fc.constant("未见") }),
);
const fromChecker = fc.constantFrom("confirmed" as const, "returned" as const);
const walk = fc.array(fc.oneof({ weight: 6, arbitrary: fromDoor }, { weight: 1, arbitrary: fromChecker }), { maxLength: 25 });

type Walk = typeof walk extends fc.Arbitrary<infer Steps> ? Steps : never;
type See = (step: VisitStep, from: VisitState, to: VisitState) => void;

/** As the routes do it: what may not be taken is kept beside, and a check is two steps. */
function walked(steps: Walk, see: See = () => {}) {
  const counted: Counted[] = [];
  const stands = () => standingOf(refs, counted, rule);
  const take = (done: Done) => {
    const { state, round } = stands();
    if (!mayTake(done.event, state)) return;
    counted.push({ round, done });
    see(done.event, state, stands().state);
  };
  for (const [nth, step] of steps.entries()) {
    if (step === "confirmed" || step === "returned") {
      take({ event: "checked", at: minute(nth) });
      take(step === "confirmed" ? { event: step, at: minute(nth) } : { event: step, at: minute(nth), reason: "再去一次" });
    } else take({ ...step, at: minute(nth) } as Done);
  }
  return { counted, stands: stands() };
}

test("every step leads where the table says, and from where it says", () => {
  fc.assert(
    fc.property(walk, (steps) => {
      walked(steps, (step, from, to) => {
        expect(visitSteps[step].leaves).toContain(from);
        expect(visitSteps[step].leadsTo).toContain(to);
      });
    }),
  );
});

test("a visit is visited when nobody is left, and confirmed only after it was checked", () => {
  fc.assert(
    fc.property(walk, (steps) => {
      const { counted, stands } = walked(steps);
      const settled = stands.members.every(({ outcome }) => outcome !== undefined && Outcome.options.includes(outcome));
      if (["visited", "checked", "confirmed"].includes(stands.state)) expect(settled).toBe(true);
      if (stands.state === "confirmed") expect(counted.some(({ done }) => done.event === "checked")).toBe(true);
    }),
  );
});

test("in which order notes of one round arrive makes no difference", () => {
  fc.assert(
    fc.property(fc.array(fromDoor, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (steps, seeds) => {
      const counted = steps.map((step, nth): Counted => ({ round: 0, done: { ...step, at: minute(nth * 300) } as Done }));
      const shuffled = counted
        .map((one) => ({ one, at: seeds.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(standingOf(refs, shuffled, rule)).toEqual(standingOf(refs, counted, rule));
    }),
  );
});

const [now, openedAt] = [noon("2026-11-22"), noon("2026-11-20")];
test.each([
  { when: "ten minutes from now", at: instantAt(Date.parse(now) + 600_000), code: undefined },
  { when: "ten minutes and a moment from now", at: instantAt(Date.parse(now) + 600_001), code: "visit.clock" },
  { when: "ten minutes before the list was opened", at: instantAt(Date.parse(openedAt) - 600_000), code: undefined },
  { when: "a moment earlier", at: instantAt(Date.parse(openedAt) - 600_001), code: "visit.clock" },
])("what is from $when is answered $code", ({ at, code }) => {
  expect(mayArrive({ at, now, openedAt, draftDays: 30 })?.code).toBe(code);
});

test.each([
  { when: "on its last day", at: noon("2026-10-23"), code: undefined },
  { when: "the day after", at: noon("2026-10-22"), code: "visit.clock" },
])("a draft is taken thirty days: $when it is answered $code", ({ at, code }) => {
  expect(mayArrive({ at, now, openedAt: noon("2026-10-01"), draftDays: 30 })?.code).toBe(code);
});

test.each([
  { when: "its last day", until: "2026-11-21", code: undefined },
  { when: "the day after its last", until: "2026-11-20", code: "visit.taken-away" },
])("of a list with an end, what is from $when is answered $code", ({ until, code }) => {
  const at = noon("2026-11-21");
  expect(mayArrive({ at, now, openedAt, draftDays: 30, until: day(until) })?.code).toBe(code);
});

test.each([
  { when: "in that moment", at: noon("2026-11-21"), code: undefined },
  { when: "a moment later", at: instantAt(Date.parse(noon("2026-11-21")) + 1), code: "visit.taken-away" },
])("of a list that was taken away, what is from $when is answered $code", ({ at, code }) => {
  expect(mayArrive({ at, now, openedAt, draftDays: 30, withdrawnAt: noon("2026-11-21") })?.code).toBe(code);
});
