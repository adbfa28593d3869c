// Entries that are read later, from the door at which they are written.
import { beforeAll, expect, test } from "vitest";
import { readLogIn } from "../../functions/audit/log.ts";
import { doorTo } from "../../functions/record.ts";
import type { Why } from "../../functions/staff/record.ts";
import { staffDoorTo } from "../../functions/staff/record.ts";
import { withEngine } from "../support/around.ts";
import { someoneNew } from "../support/people.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";

const engine = withEngine();
let staff: StartedStaff;
beforeAll(() => {
  staff = startStaff({ client: engine.client });
});

const why = { roles: ["handler"], reason: "核对", purpose: "task" } as const;

test.each([
  { when: "the police look into something", differs: { purpose: "police" }, because: "investigation" },
  { when: "it would say who somebody else is", differs: { thirdPerson: true }, because: "third-person" },
  { when: "it is like any other", differs: {}, because: undefined },
] as const)("where $when, the row says so for ninety days: $because", async ({ differs, because }) => {
  const { register, looks, now } = staff;
  const openAs = staffDoorTo({ openRecord: doorTo({ register, looks }), spend: async () => undefined, now });
  const { member } = await staff.as("handler");
  const person = (await someoneNew(engine.client)).record.registration.personId;
  const here = { sessionId: "s", startedAt: now(), member, grants: (await staff.staff.member(member.staffId))!.grants };
  await openAs(here, person, { ...why, ...differs } as Why);
  const { rows } = await readLogIn({ client: engine.client, table: "looks", now }).rows(person);

  expect(rows).toHaveLength(1);
  if (because) expect(rows).toEqual([{ row: expect.stringMatching(/^[0-9a-f]{64}$/), quiet: { until: "2026-06-29", because } }]);
  else expect(rows[0]?.text).toContain("核对");
});
