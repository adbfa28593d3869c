// The door through which staff come to somebody's record.
import { beforeAll, describe, expect, test } from "vitest";
import { doorTo } from "../../functions/record.ts";
import { openLookAllowance } from "../../functions/staff/allowance.ts";
import { staffDoorTo } from "../../functions/staff/record.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { lookLimits } from "../../shared/staff/limits.ts";
import { withEngine } from "../support/around.ts";
import { aFact, noon } from "../support/build.ts";
import { someoneNew } from "../support/people.ts";
import { HOME, type StartedStaff, staffIdOf, startStaff } from "../support/staff.ts";

const engine = withEngine();
let hall: StartedStaff;
beforeAll(() => {
  hall = startStaff(engine);
});

const why = { roles: ["agent"], purpose: "call", reason: "says who is calling", ticket: "T-1" } as const;
const doorOf = ({ register, looks, now }: StartedStaff) =>
  staffDoorTo({
    openRecord: doorTo({ register, looks }),
    spend: openLookAllowance({ client: engine.client, table: "desk" }),
    now,
  });
const hereOf = async (roles: ("agent" | "security-administrator")[], regions?: string[]) => {
  const member = await hall.appoint(roles, regions);
  const known = await hall.staff.member(member.staffId);
  return { sessionId: "s", startedAt: noon("2026-03-31"), member, grants: known!.grants };
};
const living = async () => someoneNew(engine.client, { card: aFact({ name: "residence", division: HOME, lines: "幸福村1号" }) });
const rowsOf = async (id: Awaited<ReturnType<typeof living>>) => hall.looks.at(id.record.registration.personId);

describe("whoever opens a record", () => {
  test("leaves a row that says who, as what, for which agency, why, and with which ticket", async () => {
    const person = await living();
    const here = await hereOf(["agent"]);
    const opened = await doorOf(hall)(here, person.record.registration.personId, why);
    expect(opened).toMatchObject({ is: "here", role: "agent" });
    const { staffId: by, agency, workNumber } = here.member;
    expect(await rowsOf(person)).toEqual([
      expect.objectContaining({
        kind: "staff",
        by,
        role: "agent",
        agency,
        workNumber,
        purpose: "call",
        reason: why.reason,
        ticket: "T-1",
      }),
    ]);
  });

  test("of another place learns where the person belongs, and the row is there all the same", async () => {
    const person = await living();
    const opened = await doorOf(hall)(await hereOf(["agent"], ["320000"]), person.record.registration.personId, why);
    expect(opened).toEqual({ is: "elsewhere", regions: expect.arrayContaining([HOME]) });
    expect(await rowsOf(person)).toHaveLength(1);
  });

  test("may because of a matter at their own desk, wherever the person lives", async () => {
    const person = await living();
    const here = await hereOf(["agent"], ["320102"]);
    const opened = await doorOf(hall)(here, person.record.registration.personId, { ...why, task: here.grants[0]!.regions[0]! });
    expect(opened.is).toBe("here");
  });

  test("without the role for it reads nothing, and leaves no row", async () => {
    const person = await living();
    expect(await doorOf(hall)(await hereOf(["security-administrator"]), person.record.registration.personId, why)).toEqual({
      is: "nobody",
    });
    expect(await rowsOf(person)).toEqual([]);
  });

  test("reads nothing when the look cannot be written down", async () => {
    const person = await living();
    const looks = { ...hall.looks, note: async () => Promise.reject(new Error("no looks")) };
    await expect(doorOf({ ...hall, looks })(await hereOf(["agent"]), person.record.registration.personId, why)).rejects.toThrow(
      "no looks",
    );
  });

  test("too often waits for the next minute, and is nobody's record until then", async () => {
    const person = await living();
    const here = await hereOf(["agent"]);
    const door = doorOf(hall);
    for (let nth = 0; nth < lookLimits.agent.aMinute; nth++)
      expect((await door(here, person.record.registration.personId, why)).is).toBe("here");
    expect(await door(here, person.record.registration.personId, why)).toEqual({ is: "too-many", retryAfterSeconds: 60 });
    expect(await rowsOf(person)).toHaveLength(lookLimits.agent.aMinute);
    hall.pass(60);
    expect((await door(here, person.record.registration.personId, why)).is).toBe("here");
  });

  test("all day long waits for midnight in China", async () => {
    const spend = openLookAllowance({ client: engine.client, table: "desk" });
    const somebody = staffIdOf("all day");
    const start = Date.parse(noon("2026-05-01"));
    const instants = Array.from({ length: lookLimits.auditor.aDay + 1 }, (_, nth) => start + nth * 10_000);
    const waits: (number | undefined)[] = [];
    for (const ms of instants) waits.push(await spend(somebody, "auditor", instantAt(ms)));
    expect(waits.slice(0, -1).every((wait) => wait === undefined)).toBe(true);
    expect(waits.at(-1)).toBe((Date.parse("2026-05-02T00:00:00+08:00") - instants.at(-1)!) / 1000);
  });
});
