import * as v from "valibot";
import { expect, test } from "vitest";
import { isUnproven } from "../../shared/facts.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { settleArrival, settleReviewedArrival } from "../../shared/newcomer/effect.ts";
import type { Changes, RecordPage } from "../../shared/registration.ts";
import { noon } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";
import { aNewcomer } from "./build.ts";

const household = { division: "340422", number: "000000001", relation: "50", village: "寿春镇东街村" };
const at = noon("2026-04-02");
const personId = v.parse(PersonId, "Aa0Bb1Cc2Dd3Ee4Ff5Gg6A");
const decided = { at, receipt: "C7K2-94MD-61QX" };

test.each([
  { how: "by themselves", more: {}, route: "resident" },
  { how: "by a visitor at the door", more: { household }, route: "visit" },
])("who was registered $how is counted under that way when the desk has said yes", ({ more, route }) => {
  const outcome = settleReviewedArrival(aNewcomer(someoneElse(917), more), { personId, before: undefined, now: at }, decided);
  expect(outcome.changes?.registration?.confirmed).toMatchObject({ on: "2026-04-02", route });
});

/** The record as it stands once the form has come in. */
function standing({ registration, facts = [] }: Changes): RecordPage {
  if (!registration) throw new Error("nobody has come in");
  return { registration: { ...registration, version: 1 }, facts, reasons: [], joinings: [], summary: { insurances: {} } };
}

test.each([
  { how: "of who had a code sent to it is proved", more: {}, unproven: false },
  { how: "of whom a visitor found is a word: no code came to the door", more: { household }, unproven: true },
])("after the desk's yes the phone $how", ({ more, unproven }) => {
  const arrival = aNewcomer(someoneElse(917), more);
  const before = settleArrival(arrival, { personId, before: undefined, now: at }, false);
  const there = standing("changes" in before ? (before.changes ?? {}) : {});
  const { changes } = settleReviewedArrival(arrival, { personId, before: there, now: at }, decided);
  const gone = (changes?.gone ?? []).map(({ name, source }) => `${name} ${source}`);
  const kept = there.facts.filter(({ name, source }) => !gone.includes(`${name} ${source}`));
  const phones = [...kept, ...(changes?.facts ?? [])].flatMap((fact) => (fact.name === "phone" ? [isUnproven(fact)] : []));
  expect(phones).toEqual([unproven]);
});
