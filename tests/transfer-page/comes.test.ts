// What the page of a transfer says to come along, and what it says at the end: no more than the law gives.
import { describe, expect, test } from "vitest";
import { transfersSays } from "../../web/messages/transfers.ts";
import { comesIn, doneIn } from "../../web/slices/transfers/comes.ts";
import type { Told } from "../../web/slices/transfers/words.ts";

const ended = (from: string, to: string): Told["view"] =>
  ({
    ...{ from: { scheme: from, division: "340422" }, to: { scheme: to, division: "340400" } },
    plan: {
      counted: 24,
      line: [
        { scheme: from, region: "340422", months: 24, moves: true },
        { scheme: to, region: "340400", months: 180, moves: false },
      ],
    },
  }) as Told["view"];
const told = (view: Told["view"]) => comesIn({ view, words: transfersSays.zh, place: (division) => division });

describe("of resident years that go into the employees' pension", () => {
  const view = ended("170", "110");
  test("only the account goes along, and no month is said to", () => {
    expect(told(view)).toEqual(["340422：24个月，留在那里", "340400：180个月，留在那里"]);
  });
  test("nobody hears at the end that they count together", () => {
    expect(transfersSays.zh[doneIn(view)]).toMatch(/年限不算进去/);
    expect(transfersSays.en[doneIn(view)]).toMatch(/years do not count/);
  });
});

test("what moves is said to move, and not to be all that counts: more may have been paid there before", () => {
  expect(told(ended("110", "170"))).toEqual(["340422：24个月，转过去", "340400：180个月，留在那里"]);
  expect(doneIn(ended("110", "170"))).toBe("endText.notified");
});

test("a residents' medical insurance has no years that could be added up", () => {
  expect(transfersSays.zh[doneIn(ended("390", "390"))]).not.toMatch(/年限/);
  expect(doneIn(ended("310", "310"))).toBe("endText.notified");
});

test("that it is joined says nothing of years, in any kind", () => {
  const steps = [transfersSays.zh["done.completed"], transfersSays.zh["ahead.completed"], transfersSays.en["done.completed"]];
  expect(steps.filter((words) => /年限|years/.test(words))).toEqual([]);
});
