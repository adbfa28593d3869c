// Changes and declarations, with every call failing once.
import { describe, expect, test } from "vitest";
import { aliasesOf } from "../../functions/alias.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { aliasSecret, someoneElse } from "../support/people.ts";
import { casework, desk, insist, register, run, submit, submitContent, sweepAll, tellWithEveryFault, world } from "./story.ts";

describe("whatever call fails", () => {
  test("two changes of one fact are both ended, once, in their order, and nothing stays open", async () => {
    const twoChanges = async (personId: PersonId) => {
      await submit(personId, { item: "card", hasCard: true });
      await submit(personId, { item: "card", hasCard: false });
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(twoChanges, async (personId, point) => {
      const submissions = await casework.submissions(personId);
      const history = await register.history(personId);
      const facts = (await register.page(personId))?.facts.filter(({ name, source }) => name === "card" && source === "resident");
      const ended = submissions.map(({ status }) => status).reverse();

      // The first may come after the second, and is then overtaken; it never undoes it, and nothing is applied twice.
      expect(
        [
          ["applied", "applied"],
          ["overtaken", "applied"],
        ],
        point,
      ).toContainEqual(ended);
      expect(history, point).toHaveLength(ended.filter((status) => status === "applied").length);
      expect(facts, point).toMatchObject([{ hasCard: false }]);
      expect(
        submissions.map(({ history: steps }) => steps.length),
        point,
      ).toEqual([2, 2]);
    });
    expect(faults).toBeGreaterThan(45);
  }, 300_000);

  test("a moved hukou is reviewed, decided and applied once, and its task is closed", async () => {
    const receipts = new Map<PersonId, Receipt>();
    const review = async (personId: PersonId) => {
      const move = { item: "hukou", address: { division: "320102", lines: "长江路1号" }, movedOn: "2020-01-01" } as const;
      const receipt = await submit(personId, move);
      receipts.set(personId, receipt);
      await run("casework");
      await sweepAll();
      // The reviewer presses again when the answer is lost; by then the task is decided, which is as good.
      const task = await world.look(() => desk.task(personId, receipt));
      if (!task) throw new Error("no task");
      await insist(() => desk.decide(task, { verdict: "applied", reason: "户口簿已核对", by: "王芳" }, instantAt(Date.now())));
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(review, async (personId, point) => {
      const receipt = receipts.get(personId)!;
      expect(await casework.submission({ personId, receipt }), point).toMatchObject({
        status: "applied",
        reason: "户口簿已核对",
      });
      expect(await desk.task(personId, receipt), point).toMatchObject({ state: "closed" });
      expect(await register.history(personId), point).toMatchObject([{ version: 2, channel: "desk", by: "王芳" }]);
    });
    expect(faults).toBeGreaterThan(60);
  }, 300_000);

  test("a number that two people put right leads to its person at once with the register, and the one before still does", async () => {
    const receipts = new Map<PersonId, Receipt>();
    const numbers = new Map<PersonId, string>();
    let nth = 0;
    const correct = async (personId: PersonId) => {
      const number = someoneElse(++nth);
      numbers.set(personId, number);
      const receipt = await submit(personId, { item: "number", docType: "RIC", number });
      receipts.set(personId, receipt);
      await run("casework");
      for (const by of ["王芳", "李军"]) {
        const task = await world.look(() => desk.task(personId, receipt));
        if (!task) throw new Error("no task");
        await insist(() => desk.decide(task, { verdict: "applied", reason: "户口簿已核对", by }, instantAt(Date.now())));
      }
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(correct, async (personId, point) => {
      const [receipt, number] = [receipts.get(personId)!, numbers.get(personId)!];
      expect(await casework.submission({ personId, receipt }), point).toMatchObject({ status: "applied" });
      expect(await register.history(personId), point).toMatchObject([{ version: 2, by: "王芳+李军" }]);
      expect(await register.registration(personId), point).toMatchObject({
        identity: { number, others: [{ until: expect.any(String) }] },
      });
      for (const alias of aliasesOf(aliasSecret(), "RIC", number))
        expect((await register.alias(alias))?.people, point).toMatchObject([{ personId }]);
    });
    expect(faults).toBeGreaterThan(60);
  }, 300_000);

  test("a declared hardship is in the register once, with one piece of work for the desk", async () => {
    const hardship = async (personId: PersonId) => {
      await submitContent(personId, (acceptedAt) => ({
        slice: "declaration",
        declaration: { insurance: "pension", reasons: [{ code: "P01" }] },
        acceptedAt,
      }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(hardship, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const work = (await desk.openWork()).filter((one) => one.personId === personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect((await register.page(personId))?.reasons, point).toMatchObject([{ reasons: [{ code: "P01" }] }]);
      expect(work, point).toMatchObject([{ work: "SUBSIDY_CHECK", receipt: submission?.receipt, state: "open" }]);
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);
});
