// Forms, first registrations and joinings, with every call failing once.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { aliasesOf } from "../../functions/alias.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { peopleNamedIn } from "../../functions/register/names.ts";
import { Wish } from "../../shared/enrolment/contract.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import { decideEnrolment } from "../../shared/enrolment/rules.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { aNewcomer } from "../newcomer/build.ts";
import { acceptedOf, uninsured } from "../registration/form.ts";
import { aFact, aPersonId, aRecord } from "../support/build.ts";
import { aliasSecret, someoneElse } from "../support/people.ts";
import { casework, desk, engine, register, run, submitContent, sweepAll, tellWithEveryFault } from "./story.ts";

/** Residents' medical insurance for the year that runs, at home: lawful on any day. */
const aJoining = {
  policy: deployedPolicy,
  joins: knownFrom({
    ...aRecord(),
    facts: [aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" })],
  }),
  wish: (coverYear: number) => v.parse(Wish, { action: "join", scheme: "390", region: "340403", work: "none", coverYear }),
};

describe("whatever call fails while somebody registers or joins", () => {
  test("a registration form is brought in once and whole, however many facts and reasons it holds", async () => {
    const sent = {
      card: false,
      landline: "0554-2810000",
      work: { without: "FLEXIBLE" },
      reasons: { pension: [{ code: "P01" }] },
    } as const;
    const form = async (personId: PersonId) => {
      await submitContent(personId, (acceptedAt) => ({ ...acceptedOf(sent as never, uninsured("1903-02-07")), acceptedAt }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(form, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const page = await register.page(personId);
      const said = page?.facts.filter(({ source }) => source === "resident").sort((a, b) => (a.name < b.name ? -1 : 1));
      const work = (await desk.openWork()).filter((one) => one.personId === personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect(said, point).toMatchObject([
        { name: "card", hasCard: false },
        { name: "employment", status: "FLEXIBLE" },
        { name: "landline", landline: "0554-2810000" },
      ]);
      expect(page?.reasons, point).toMatchObject([{ insurance: "pension", reasons: [{ code: "P01" }] }]);
      expect(page?.registration, point).toMatchObject({ version: 2, confirmed: { receipt: submission?.receipt } });
      expect(work, point).toMatchObject([{ work: "SUBSIDY_CHECK", state: "open" }]);
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);

  test("somebody new enters once, with one number and one name that lead there, and waits for the desk once", async () => {
    const entered = new Map<PersonId, { id: PersonId; number: string }>();
    let nth = 0; // from 500 on: the corrections above have the numbers before
    const firstTime = async (personId: PersonId) => {
      const [id, number, phone] = [aPersonId(), someoneElse(500 + ++nth), `1543333${String(nth).padStart(4, "0")}`];
      entered.set(personId, { id, number });
      await submitContent(id, (acceptedAt) => ({ ...aNewcomer(number, { phone }), acceptedAt }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(firstTime, async (personId, point) => {
      const { id, number } = entered.get(personId)!;
      const [alias] = aliasesOf(aliasSecret(), "RIC", number);
      const { name, birth } = aNewcomer(number).identity;
      const named = peopleNamedIn({ client: engine.client, table: "register", secret: async () => aliasSecret() });

      expect(
        (await casework.submissions(id)).map(({ status }) => status),
        point,
      ).toEqual(["in-review"]);
      expect(await register.history(id), point).toMatchObject([{ version: 1, by: id }]);
      expect(
        (await desk.openTasks()).filter((task) => task.personId === id),
        point,
      ).toMatchObject([{ kind: "new-person" }]);
      expect(
        (await register.alias(alias))?.people.map((person) => person.personId),
        point,
      ).toEqual([id]);
      expect(await named(name, birth), point).toContain(id);
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);

  test("an insurance that was joined is kept once, beside the enrolments, with the price that was promised", async () => {
    const { policy, wish, joins } = aJoining;
    const join = async (personId: PersonId) => {
      await submitContent(personId, (now) => {
        const decided = decideEnrolment({ known: joins, wish: wish(Number(now.slice(0, 4))), policy, now });
        if (!decided.ok) throw new Error("not lawful");
        return decided.value;
      });
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(join, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const page = await register.page(personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect(page?.joinings, point).toMatchObject([{ scheme: "390", state: "to-pay", receipt: submission?.receipt }]);
      expect(page?.summary, point).toEqual({ insurances: {} });
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);
});
