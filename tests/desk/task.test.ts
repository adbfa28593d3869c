import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { hear, Task } from "../../shared/desk/task.ts";
import { aPersonId, noon } from "../support/build.ts";
import { staffIdOf } from "../support/staff.ts";

const aTask = (differences: Partial<v.InferInput<typeof Task>> = {}) =>
  v.parse(Task, {
    personId: aPersonId(),
    receipt: "C7K2-94MD-61QX",
    kind: "hukou-move",
    state: "open",
    region: "340403",
    openedAt: noon("2026-03-31"),
    dueAt: "2026-04-15",
    provisional: false,
    ...differences,
  });
const word = { verdict: "applied", reason: "户口簿已核对", by: "王芳" } as const;
const proposed = { ...word, at: noon("2026-04-01") };

describe("at the desk", () => {
  test("one person decides about a moved hukou", () => expect(hear(aTask(), word)).toMatchObject({ final: true, by: ["王芳"] }));

  test("two people decide whether one number means two people", () => {
    expect(hear(aTask({ kind: "same-number" }), word)).toMatchObject({ final: false, by: ["王芳"] });
    expect(hear(aTask({ kind: "same-number", proposed }), { ...word, by: "李军" })).toMatchObject({
      final: true,
      by: ["王芳", "李军"],
    });
  });

  test("two people of one name are two people where both have signed in, and one who has handled it never checks", () => {
    const [first, second] = [staffIdOf("first"), staffIdOf("second")];
    const task = aTask({ kind: "same-number", proposed: { ...proposed, staffId: first }, handlers: [first] });
    expect(hear(task, { ...word, staffId: second })).toEqual({ final: true, by: ["王芳", "王芳"], staffIds: [first, second] });
    expect(hear(task, { ...word, by: "王小芳", staffId: first })).toMatchObject({ code: "desk.same-person-twice" });
    const handled = { ...task, handlers: [first, second] };
    expect(hear(handled, { ...word, by: "李军", staffId: second })).toMatchObject({ code: "desk.same-person-twice" });
    expect(hear(task, { ...word, by: " 王 芳" })).toMatchObject({ code: "desk.same-person-twice" }); // by the command
  });

  test.each([
    {
      when: "it is the same person again",
      task: aTask({ kind: "same-number", proposed }),
      by: "王芳",
      verdict: "applied",
      code: "desk.same-person-twice",
    },
    {
      when: "it is the same person again, typed in another way",
      task: aTask({ kind: "same-number", proposed: { ...proposed, by: "阿依努尔·麦麦提" } }),
      by: " 阿依努尔・麦 麦提",
      verdict: "applied",
      code: "desk.same-person-twice",
    },
    {
      when: "they do not agree",
      task: aTask({ kind: "same-number", proposed }),
      by: "李军",
      verdict: "refused",
      code: "desk.verdicts-differ",
    },
    { when: "it is decided already", task: aTask({ state: "decided" }), by: "李军", verdict: "applied", code: "desk.not-open" },
  ] as const)("a word does not count when $when", ({ task, by, verdict, code }) => {
    expect(hear(task, { ...word, by, verdict })).toMatchObject({ code });
  });
});
