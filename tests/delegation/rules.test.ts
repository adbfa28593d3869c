import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { contracts } from "../../shared/contracts.ts";
import {
  type Delegation,
  endsOf,
  isAdult,
  LOOK_ONLY_HOURS,
  lastDay,
  MOST_PEOPLE,
  stateOf,
  whyNotNow,
} from "../../shared/delegation/delegation.ts";
import { scopesIn, untilAfter, whyNotBegin } from "../../shared/delegation/rules.ts";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import { Scope } from "../../shared/delegation/scopes.ts";
import { dateOf, type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { aChange, aPersonId, aPhone, day, noon } from "../support/build.ts";
import { aDelegation } from "./family.ts";

const HOUR = 3_600_000;
const begun = Date.parse(noon("2026-11-22"));
const code = (one: Delegation, scope: Scope | undefined, at: Instant) => whyNotNow(one, scope, at)?.code;

describe("what may be done, and when", () => {
  test("is a look for 72 hours, to the millisecond, and then what was allowed", () => {
    const one = aDelegation({ scopes: ["enrolment", "look"] });
    const [before, from] = [instantAt(begun + LOOK_ONLY_HOURS * HOUR - 1), instantAt(begun + LOOK_ONLY_HOURS * HOUR)];
    expect([code(one, "look", before), code(one, "enrolment", before)]).toEqual([undefined, "delegation.look-only"]);
    expect([code(one, "enrolment", from), code(one, "transfer", from)]).toEqual([undefined, "delegation.scope"]);
    expect(code(one, undefined, from)).toBe("delegation.never");
  });

  test("ends with its last day in China, and a guardian's with the day before the eighteenth birthday", () => {
    const one = aDelegation({ until: "2026-12-21" });
    expect([stateOf(one, noon("2026-12-21")), stateOf(one, noon("2026-12-22"))]).toEqual(["active", "ended"]);
    const ward = aDelegation({ as: "guardian", birth: "2008-12-01", until: "2027-05-21" });
    expect([lastDay(ward), endsOf(ward)]).toEqual(["2026-11-30", { on: "2026-12-01", by: "grown" }]);
    expect([stateOf(ward, noon("2026-11-30")), stateOf(ward, noon("2026-12-01"))]).toEqual(["active", "ended"]);
    expect(endsOf(one)).toEqual({ on: "2026-12-22", by: "time" });
    expect(endsOf(aDelegation({ birth: "2008-02-29", until: "2027-05-21" })).on).toBe("2026-03-01");
  });

  test.each([
    ["2026-11-22", 1, "2026-12-21"],
    ["2026-01-31", 1, "2026-02-27"],
    ["2028-02-29", 12, "2029-02-27"],
    ["2026-12-31", 6, "2027-06-29"],
  ])("begun on %s for %i months lasts until %s", (from, months, until) => {
    expect(untilAfter(day(from), months)).toBe(until);
  });

  test("is for grown-ups: on the eighteenth birthday, not the day before, and not where no birth date is known", () => {
    expect([isAdult(day("2008-11-22"), day("2026-11-22")), isAdult(day("2008-11-23"), day("2026-11-22"))]).toEqual([true, false]);
    expect(isAdult(undefined, day("2026-11-22"))).toBe(false);
  });

  test("is asked for in any order and twice, and always holds a look", () => {
    expect(scopesIn(["transfer", "transfer"])).toEqual(["look", "transfer"]);
  });

  test("is for eight people on either side, of whom those that have ended do not count, and once for each two", () => {
    const [giver, delegate] = [aPersonId(), aPersonId()];
    const others = (count: number, differences = {}) => Array.from({ length: count }, () => aDelegation(differences));
    const asked = (given: Delegation[], held: Delegation[] = []) =>
      whyNotBegin({ giver, delegate }, { given, held }, noon("2026-12-01"))?.code;
    const ended = { at: noon("2026-11-30"), by: "giver" };
    expect([asked(others(MOST_PEOPLE - 1)), asked(others(MOST_PEOPLE))]).toEqual([undefined, "delegation.giver-too-many"]);
    expect(asked(others(MOST_PEOPLE, { ended }))).toBeUndefined();
    expect([asked([], others(MOST_PEOPLE - 1)), asked([], others(MOST_PEOPLE))]).toEqual([undefined, "delegation.too-many"]);
    expect(asked([aDelegation({ delegate })])).toBe("delegation.exists");
    expect(asked([aDelegation({ delegate, ended })])).toBeUndefined();
    expect(whyNotBegin({ giver, delegate: giver }, { given: [], held: [] }, noon("2026-12-01"))?.code).toBe(
      "delegation.yourself",
    );
  });
});

describe("what is nobody's to hand on", () => {
  test("is every address but these: what a contract does not say is refused", () => {
    const handed = contracts
      .filter(({ delegable }) => delegable)
      .map(({ method, path, delegable }) => `${method} ${path} ${delegable}`);
    const known = [
      "GET /check look",
      "GET /reminders look",
      "GET /duplicates look",
      "POST /duplicates changes",
      "GET /enrolments/offer enrolment",
      "POST /enrolments enrolment",
      "GET /registrations/form changes",
      "POST /registrations changes",
      "GET /transfers look",
      "GET /transfers/offer transfer",
      "POST /transfers transfer",
      "POST /transfers/:receipt/steps transfer",
    ];
    expect(handed.filter((one) => !known.includes(one))).toEqual([]);
  });

  test("is the phone, delegation, codes and signing in, whatever these contracts come to say", () => {
    const never =
      /^\/(?:phone-codes|phone-replacements|delegations|session|sessions|newcomers|changes|my-data|access-log|privacy)/;
    expect(contracts.filter(({ path, delegable }) => never.test(path) && delegable)).toEqual([]);
  });

  test("is a change of the phone, of name, number, sex or birth date, also where a change could be handed on", () => {
    const change = (item: object) => ({ slice: "change", change: item, acceptedAt: noon("2026-12-01") }) as never;
    const { phone } = v.parse(v.object({ phone: v.string() }), aPhone());
    expect(scopeOf(change({ item: "phone", phone }))).toBeUndefined();
    expect(["name", "number", "sex", "birth", "death"].map((item) => scopeOf(change({ item })))).toEqual(
      Array(5).fill(undefined),
    );
    expect(scopeOf(change(aChange({ item: "card", hasCard: true })))).toBe("changes");
  });
});

test("whatever happens, it only ever goes from look to all of it to its end, and never back", () => {
  const rank = { "look-only": 0, active: 1, ended: 2 };
  const moment = fc.integer({ min: 0, max: 500 * 24 * HOUR });
  fc.assert(
    fc.property(moment, moment, fc.option(moment), fc.integer({ min: 1, max: 12 }), (a, b, end, months) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const until = untilAfter(dateOf(instantAt(begun)), months);
      const at = (ms: number) => {
        const ended = end !== null && end <= ms ? { ended: { at: instantAt(begun + end), by: "giver" } } : {};
        return { one: aDelegation({ until, ...ended }), now: instantAt(begun + ms) };
      };
      const [earlier, later] = [at(first), at(second)];
      const states = [stateOf(earlier.one, earlier.now), stateOf(later.one, later.now)] as const;
      expect(rank[states[1]]).toBeGreaterThanOrEqual(rank[states[0]]);
      for (const scope of Scope.options)
        if (states[1] === "ended") expect(whyNotNow(later.one, scope, later.now)?.code).toBe("delegation.ended");
        else if (states[1] === "look-only" && scope !== "look") expect(whyNotNow(later.one, scope, later.now)).toBeDefined();
    }),
  );
});
