// DynamoDB units of family access: a daughter asks, her father is sent a code, it begins, she looks, it ends.
import * as v from "valibot";
import { figureOf } from "../goals.ts";
import { counted, type Steps, signInCounted, unitsTold } from "../journeys.ts";
import type { Measure } from "../measure.ts";
import { type Cost, startMeter } from "../meter.ts";
import { manyPeople, type Registered } from "../people.ts";

export type Family = { ask: Cost; codes: Cost; begin: Cost; told: Cost; look: Cost; again: Cost; end: Cost };

export async function familyCounted(steps: Steps): Promise<Family> {
  const { world, meter } = steps;
  const [daughter, father] = (await manyPeople(world.client, 2)) as [Registered, Registered];
  const { browser } = await signInCounted(steps, daughter);
  const { number, name, phone } = father.someone;
  const wish = { number, name, scopes: ["enrolment"], months: 6 };
  const { body: _, ...ask } = await counted(steps, () => browser.post("/delegations/codes", wish), 202);
  while ((await world.sendCodes()) > 0);
  const codes = meter.take();
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { body, ...begin } = await counted(
    steps,
    () => browser.post("/delegations", { ...wish, code: world.codeAt(phone) }, { headers }),
    201,
  );
  while ((await world.tell()) > 0);
  const told = meter.take();
  const { delegation } = v.parse(Begun, JSON.parse(body)).delegation;
  const looked = () => counted(steps, () => browser.get(`/check?for=${delegation}`));
  const { body: __, ...look } = await looked();
  const { body: ___, ...again } = await looked();
  const { body: ____, ...end } = await counted(steps, () => browser.post(`/delegations/${delegation}/end`, {}));
  return { ask, codes, begin, told, look, again, end };
}
const Begun = v.object({ delegation: v.object({ delegation: v.string() }) });

/** A code is asked for as at any sign-in; what begins is one transaction over both people. */
const MOST = { ask: 16, begin: 16, look: { rru: 3, wru: 1 } };

export const unitsOfFamily: Measure = {
  names: ["units.delegation"],
  async run({ world }) {
    const opened = await world();
    const meter = startMeter();
    try {
      const { ask, codes, begin, told, look, again, end } = await familyCounted({ world: opened, meter });
      const looks = [look, again].every(({ rru, wru }) => rru <= MOST.look.rru && wru <= MOST.look.wru);
      return [
        figureOf("units.delegation", {
          value: begin.wru,
          unit: "WRU",
          judged: ask.wru + codes.wru <= MOST.ask && begin.wru <= MOST.begin && looks,
          note:
            `to begin: ${unitsTold(begin)}, the giver told ${unitsTold(told)}; asked for ${unitsTold(ask)}, the code sent ` +
            `${unitsTold(codes)}; a look ${unitsTold(look)}, the next of the session ${unitsTold(again)}; ended ${unitsTold(end)}`,
        }),
      ];
    } finally {
      meter.stop();
    }
  },
};
