// What somebody answers in the application, as the wish that is sent: only what was asked, and everything that is wrong at once.
import { describe, expect, test } from "vitest";
import type { OfferSeen } from "../../shared/transfer/seen.ts";
import { applySays } from "../../web/messages/transfer-apply.ts";
import { anyWish, asksMoved, asksPaper, wishFrom } from "../../web/slices/transfer/wish.ts";
import { day } from "../support/build.ts";
import { aKnown, aRelation } from "../transfer/someone.ts";

const words = applySays.zh;
const medical = aRelation({ scheme: "310", region: "320100" } as never);
const offer = (known = aKnown()): OfferSeen => ({
  person: { name: "林*禾", number: "3404************01" },
  today: day("2026-11-22"),
  known: known as OfferSeen["known"],
  places: [],
});
const pension = { kind: "employee-pension", from: "110 320100", to: "310000", approved: "no", temporary: "no" };
const cover = { kind: "medical", from: "310 320100", to: "310000", into: "310", backPaid: "no" };
const wish = (typed: Record<string, string>, of = offer()) => wishFrom(typed, of, words);

describe("what was paid in one go", () => {
  test("is sent where months are named, and may need a paper", () => {
    expect(wish({ ...pension, oneOff: "40" }).wish).toMatchObject({ kind: "employee-pension", oneOffMonths: 40 });
    expect(asksPaper({ ...pension, oneOff: "40" })).toBe(true);
    expect(wish({ ...pension, oneOff: " " }).wish).not.toHaveProperty("oneOffMonths");
    expect(asksPaper(pension)).toBe(false);
    expect(asksPaper({ ...cover, approved: "yes", oneOff: "40" })).toBe(false);
  });

  test("that is no number is said with all else that is wrong", () => {
    const { complaints } = wish({ ...pension, approved: "", oneOff: "三年", movedOn: "去年" });
    expect(complaints.map(({ field }) => field).sort()).toEqual(["approved", "movedOn", "oneOff"]);
  });
});

describe("the day from which somebody is insured at the new place", () => {
  test.each([
    { when: "a pension goes to where they are not at home", typed: pension, asked: true },
    { when: "a pension comes home", typed: { ...pension, to: "340400" }, asked: false },
    { when: "medical insurance comes home", typed: { ...cover, to: "340400" }, asked: true },
    { when: "a resident's pension moves", typed: { ...pension, kind: "resident-pension" }, asked: false },
  ])("is asked or not: $when", ({ typed, asked }) => {
    expect(asksMoved(typed, offer())).toBe(asked);
    const sent = wish({ ...typed, movedOn: "2026年3月1日" }).wish;
    expect(sent).toMatchObject({ kind: typed.kind });
    expect(sent?.movedOn).toBe(asked ? "2026-03-01" : undefined);
  });

  test("may be left out", () => {
    expect(wish({ ...pension, movedOn: "" })).toMatchObject({ complaints: [], wish: { to: "310000" } });
  });
});

test("before anything is answered there is a move from each place that has paid", () => {
  const known = aKnown({ relations: [aRelation(), medical, aRelation({ scheme: "390", region: "340403" } as never)] });
  expect(anyWish("employee-pension", offer(known))).toEqual([{ kind: "employee-pension", from: "320100", to: "320100" }]);
  expect(anyWish("medical", offer(known))).toMatchObject([{ scheme: "310" }, { scheme: "390" }]);
  expect(anyWish("pension-switch", offer(known))).toEqual([]);
});
