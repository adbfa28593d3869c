// Of whom something may be asked, to which phone a code goes, what either of the two sees, and what the desk may still say yes to.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  type DelegationAccepted,
  settleDelegation,
  settleEnd,
  settleObjection,
  settleReviewedDelegation,
  settleReviewedObjection,
} from "../../shared/delegation/accepted.ts";
import { type Delegation, lastDay, MOST_PEOPLE, whyNotNow } from "../../shared/delegation/delegation.ts";
import { mayObject, phoneFor, scopesIn, viewFor, whyNotAsk } from "../../shared/delegation/rules.ts";
import { DelegationRef, isDelegation, isWard, type Whom } from "../../shared/delegation/whom.ts";
import type { Phone } from "../../shared/kernel/fields.ts";
import { aPersonId, aPhone, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { aDelegation } from "./family.ts";

const today = day("2026-11-22");
const now = noon("2026-11-22");
const identity = (birth?: string) =>
  ({ docType: "RIC", number: "340422190302070134", name: "林晓禾", sex: "M", ...(birth && { birth: day(birth) }) }) as const;
const born = (birth?: string, more: object = {}) => aRegistration({ identity: identity(birth), ...more });
const grown = "2008-11-22";
const tomorrow = "2008-11-23";

describe("who may ask", () => {
  const asking = (birth: string, held: Delegation[] = []) =>
    whyNotAsk(aRecord({ registration: born(birth) }), held, today, now)?.code;
  const many = (count: number, more = {}) => Array.from({ length: count }, () => aDelegation(more));

  test("is grown up, and acts for fewer than eight: those that have ended do not count", () => {
    expect([asking(grown), asking(tomorrow)]).toEqual([undefined, "delegation.not-adult"]);
    expect([asking(grown, many(MOST_PEOPLE - 1)), asking(grown, many(MOST_PEOPLE))]).toEqual([undefined, "delegation.too-many"]);
    expect(asking(grown, many(MOST_PEOPLE, { ended: { at: now, by: "giver" } }))).toBeUndefined();
  });

  test("may object to who acts for them from the fourteenth birthday until the day before the eighteenth", () => {
    const may = (birth: string | undefined) => mayObject(birth === undefined ? undefined : day(birth), today);
    expect([may("2012-11-23"), may("2012-11-22"), may(tomorrow), may(grown), may(undefined)]).toEqual([
      ...[false, true, true, false],
      false,
    ]);
  });
});

describe("the code goes to the adult's own phone", () => {
  const asker = aPersonId();
  const number = (differences = {}, registration = born(grown)) =>
    phoneFor(
      { registration, facts: [aPhone("19900001234", { confirmedOn: "2026-09-01", from: "2020-01-01", ...differences })] },
      asker,
      ["19900009999" as Phone],
      today,
    );

  test("where it is confirmed and has been theirs for a month", () => {
    expect(number()).toBe("19900001234");
    expect(number({ confirmedOn: "2025-11-22" })).toBeUndefined();
    expect(number({ from: "2026-11-01" })).toBeUndefined();
    expect(number({ source: "resident", confirmedOn: undefined })).toBeUndefined();
  });

  test("and to none where it is a phone of who asks, or theirs is no matter for a code", () => {
    expect(number({ phone: "19900009999" })).toBeUndefined();
    expect(number({}, born(tomorrow))).toBeUndefined();
    expect(number({}, born(grown, { status: "closed" }))).toBeUndefined();
    expect(number({}, born(grown, { personId: asker }))).toBeUndefined();
    expect(phoneFor({ registration: born(grown), facts: [] }, asker, [], today)).toBeUndefined();
    expect(phoneFor(undefined, asker, [], today)).toBeUndefined();
  });
});

describe("what is seen of it", () => {
  const one = aDelegation({ scopes: scopesIn(["transfer", "changes", "transfer"]) });

  test("is the other one's name, in one order what is allowed, and until when", () => {
    expect(viewFor(one.giver, one, now)).toEqual({
      ...{ delegation: one.delegation, name: one.calls.delegate, state: "look-only" },
      ...{ scopes: ["changes", "look", "transfer"], as: "adult", proven: "code" },
      ...{ begunAt: now, opensAt: noon("2026-11-25"), ends: "2027-05-21" },
    });
    expect(viewFor(one.delegate, one, now).name).toBe(one.calls.giver);
    const ended = { at: now, by: "delegate" } as const;
    expect(viewFor(one.giver, { ...one, ended }, now)).toMatchObject({ state: "ended", ended });
  });

  test("is found by a name of its own, which no child has", () => {
    const named = (text: string) => v.safeParse(DelegationRef, text).output;
    expect(named("d-0123-abcd-efgh")).toBe("D-0123-ABCD-EFGH");
    for (const wrong of ["xD-0123-ABCD-EFGH", "D-0123-ABCD-EFGHX", "D-0123-ABCD-EFGU", "D-0123-ABCD"])
      expect(v.is(DelegationRef, wrong), wrong).toBe(false);
    const [adults, wards, child] = ["D-0123-ABCD-EFGH", "W-0123-ABCD-EFGH", "C-0123-ABCD-EFGH-D-"].map((name) => name as Whom);
    expect([adults, wards, child].map((whom) => isDelegation(whom!))).toEqual([true, true, false]);
    expect([adults, wards, child].map((whom) => isWard(whom!))).toEqual([false, true, false]);
  });
});

describe("a refusal says at which field it lies: for whom it was", () => {
  const look = aDelegation({ scopes: ["look"] });
  const later = noon("2026-11-30");
  const why = (scope: Parameters<typeof whyNotNow>[1], at = later, one = look) => whyNotNow(one, scope, at);

  test.each([
    ["ended", why("look", noon("2027-05-22"))],
    ["never", why(undefined)],
    ["look-only", why("transfer", now)],
    ["scope", why("transfer")],
  ])("%s", (code, found) => {
    expect(found).toEqual({ code: `delegation.${code}`, path: ["for"] });
  });

  test("and a look is in every one", () => {
    expect(why("look", later, aDelegation({ scopes: ["transfer"] }))).toBeUndefined();
  });
});

test("a guardian's ends no later than was said, however long the ward is under age", () => {
  expect(lastDay(aDelegation({ birth: "2020-01-01", until: "2027-05-21" }))).toBe("2027-05-21");
  expect(lastDay(aDelegation({ birth: "2009-05-22", until: "2027-05-21" }))).toBe("2027-05-21");
});

describe("what the desk has seen the papers of", () => {
  const sent = (as: "adult" | "guardian") => ({ as }) as DelegationAccepted;
  const settled = (as: "adult" | "guardian", birth: string, more = {}) => {
    const record = aRecord({ registration: born(birth, more) });
    return [settleDelegation(record, sent(as), today), settleReviewedDelegation(record, sent(as), today)];
  };
  const refused = (code: string) => Array(2).fill({ status: "refused", findings: [{ code, path: [] }] });

  test("waits for a second person and then begins: an adult's for an adult, a guardian's for a minor", () => {
    const goes = [{ status: "in-review", kind: "delegation" }, { status: "applied" }];
    expect([settled("adult", grown), settled("guardian", tomorrow)]).toEqual([goes, goes]);
  });

  test("comes to nothing where they have died, are under age, or have come of age", () => {
    expect(settled("adult", grown, { status: "closed" })).toEqual(refused("change.registration-closed"));
    expect(settled("adult", tomorrow)).toEqual(refused("delegation.giver-minor"));
    expect(settled("guardian", grown)).toEqual(refused("delegation.giver-grown"));
  });

  test("a minor's objection waits for a person, whose yes stands", () => {
    expect(settleObjection({}, now)).toEqual({ status: "in-review", kind: "guardian-objection" });
    expect(settleReviewedObjection()).toEqual({ status: "applied" });
  });

  test("an end on the phone is either of the two's alone, and a ward's guardianship is not theirs to end", () => {
    const one = aDelegation();
    expect([settleEnd(one, one.giver), settleEnd(one, one.delegate)]).toEqual(Array(2).fill({ status: "applied" }));
    expect(settleEnd(undefined, one.giver)).toMatchObject({ status: "refused", findings: [{ code: "delegation.not-yours" }] });
    const ward = aDelegation({ as: "guardian", birth: "2010-01-01" });
    expect(settleEnd(ward, ward.giver)).toMatchObject({ status: "refused", findings: [{ code: "delegation.guardianship" }] });
    expect(settleEnd(ward, ward.delegate)).toEqual({ status: "applied" });
  });
});
