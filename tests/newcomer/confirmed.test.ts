import * as v from "valibot";
import { expect, test } from "vitest";
import { PersonId } from "../../shared/kernel/fields.ts";
import { settleReviewedArrival } from "../../shared/newcomer/effect.ts";
import { noon } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";
import { aNewcomer } from "./build.ts";

const household = { division: "340422", number: "000000001", relation: "50", village: "寿春镇东街村" };

test.each([
  { how: "by themselves", more: {}, route: "resident" },
  { how: "by a visitor at the door", more: { household }, route: "visit" },
])("who was registered $how is counted under that way when the desk has said yes", ({ more, route }) => {
  const arrival = aNewcomer(someoneElse(917), more);
  const at = noon("2026-04-02");
  const personId = v.parse(PersonId, "Aa0Bb1Cc2Dd3Ee4Ff5Gg6A");
  const outcome = settleReviewedArrival(arrival, { personId, before: undefined, now: at }, { at, receipt: "C7K2-94MD-61QX" });
  expect(outcome.changes?.registration?.confirmed).toMatchObject({ on: "2026-04-02", route });
});
