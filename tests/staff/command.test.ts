import { describe, expect, test } from "vitest";
import { readWish } from "../../scripts/staff/wish.ts";
import { staffIdOf } from "../support/staff.ts";

const code = staffIdOf("somebody");
const asked =
  "--role security-administrator --regions 340400,340100 --until 2027-05-31 --number 5301 --name 安可信 --agency 淮南市社保中心";

describe("npm run staff", () => {
  test("appoints with everything that a grant needs", () => {
    expect(readWish(["appoint", code, ...asked.split(" ")])).toEqual({
      does: "appoint",
      appointment: {
        staffId: code,
        role: "security-administrator",
        regions: ["340400", "340100"],
        until: "2027-05-31",
        workNumber: "5301",
        name: "安可信",
        agency: "淮南市社保中心",
      },
    });
  });
  test("ends a role, says whose record is their own, and lists a region or the whole country", () => {
    expect(readWish(["end", code, "auditor"])).toEqual({ does: "end", staffId: code, role: "auditor" });
    expect(readWish(["list", "340400"])).toEqual({ does: "list", region: "340400" });
    expect(readWish(["own-record", code])).toEqual({ does: "own-record", staffId: code });
    expect(readWish(["list"])).toEqual({ does: "list", region: "100000" });
  });
  test("takes a code that begins with a dash, as one in sixty-four does", () => {
    const dashed = `-${code.slice(1)}`;
    expect(readWish(["end", dashed, "auditor"])).toEqual({ does: "end", staffId: dashed, role: "auditor" });
    expect(readWish(["own-record", dashed])).toEqual({ does: "own-record", staffId: dashed });
    expect(readWish(["appoint", dashed, ...asked.split(" ")])).toMatchObject({ appointment: { staffId: dashed } });
  });
  test.each([
    { when: "nothing is said", args: [] },
    { when: "there is no region", args: ["appoint", code, ...asked.replace("340400,340100", ",").split(" ")] },
    { when: "the role is none", args: ["end", code, "king"] },
    { when: "the code is too short", args: ["end", "abc", "auditor"] },
    { when: "nobody's own record is meant", args: ["own-record", "5301"] },
    { when: "the day is none", args: ["appoint", code, ...asked.replace("05-31", "02-30").split(" ")] },
    { when: "an option is unknown", args: ["appoint", code, ...asked.split(" "), "--forever"] },
  ])("explains itself when $when", ({ args }) => {
    expect(readWish(args)).toBeUndefined();
  });
});
