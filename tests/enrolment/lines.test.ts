import * as v from "valibot";
import { expect, test } from "vitest";
import { Standing } from "../../shared/enrolment/contract.ts";
import { Held } from "../../shared/registration.ts";
import { groupOf } from "../../web/slices/enrolment/lines.ts";

const standing = (is: string, why: string) => v.parse(Standing, { scheme: "110", is, why, places: [], missing: [] });
const held = (insuredAs: string) =>
  v.parse(Held, { scheme: "110", region: "340400", from: "2019-07", insuredAs, status: "active" });

test("what the employer must do and has done is something one has, and nothing to report", () => {
  expect(groupOf(standing("must", "employer"), [held("employee")])).toBe("have");
});

test("what the employer must do and has not done, or what one still pays oneself, is the employer's to do", () => {
  expect(groupOf(standing("must", "employer"), [])).toBe("must");
  expect(groupOf(standing("must", "employer"), [held("flexible")])).toBe("must");
});

test("what is held or chosen already is something one has", () => {
  expect(groupOf(standing("closed", "held-here"), [held("flexible")])).toBe("have");
  expect(groupOf(standing("closed", "joined"), [])).toBe("have");
});
