// DynamoDB units of each journey, for the long record. Units are what AWS bills: its engine here counts them by its rules, twice
// in transactions and with the index of the desk; what a refused condition costs is added by ours.

import { allKept } from "../../tests/registration/form.ts";
import { demoRecords, weightOf } from "../demo-records.ts";
import { type Figure, type FigureName, figureOf } from "../goals.ts";
import {
  type ChangeCost,
  changeCounted,
  counted,
  recordCounted,
  type SignInCost,
  signInCounted,
  submissionCounted,
  sum,
  unitsTold as told,
} from "../journeys.ts";
import type { Measure } from "../measure.ts";
import { type Cost, startMeter } from "../meter.ts";
import { longTimer, manyPeople, type Registered } from "../people.ts";
import { quantile, rounded } from "../statistics.ts";
import type { World } from "../world.ts";

const READ_UNIT_BYTES = 4096;
const NEW_PHONE = "19987654321";

/** What cost.million is made of too. */
export type Units = {
  signIn: SignInCost;
  check: Cost;
  /** The worst of what is applied without a code. */
  change: ChangeCost & { item: string };
  phone: { code: Cost; change: ChangeCost };
  poll: Cost;
  record: Cost;
  /** What the form begins with; a form in which all is new but what the desk looks at; one that keeps everything. */
  registration: { form: Cost; full: ChangeCost; confirmation: ChangeCost };
  /** Of somebody who is insured nowhere: what may be joined, and joining it. */
  enrolment: { offer: Cost; join: ChangeCost };
};

const address = { division: "320102", lines: "梅园新村街道长江路某某小区某幢某单元某某某室（近某某路口）" };
const changes = [
  { item: "residence", address },
  { item: "contact", address },
  {
    item: "employment",
    status: "EMPLOYED",
    employer: { name: "淮南市某某新能源装备制造有限责任公司", code: "91340400MA2TJQ0X0A" },
  },
  { item: "card", hasCard: false },
];

const fullForm = {
  ...allKept,
  card: true,
  residence: { division: "320102", township: "梅园新村街道", village: "某某社区", road: "长江路某某小区某幢某单元某某某室" },
  landline: "025-84810000",
  work: { employer: { name: "南京市某某新能源装备制造有限责任公司" } },
};

let known: Promise<Units> | undefined;
export const unitsIn = (world: () => Promise<World>, folder: string): Promise<Units> => (known ??= countUnits(world, folder));

async function countUnits(opening: () => Promise<World>, folder: string): Promise<Units> {
  const world = await opening();
  const person = await longTimer(world.client, folder);
  const meter = startMeter();
  try {
    return await journeys({ world, meter }, person);
  } finally {
    meter.stop();
  }
}

async function journeys(steps: Parameters<typeof signInCounted>[0], person: Registered): Promise<Units> {
  const record = await recordCounted(steps, person); // before anything more is said
  const { browser, ...signIn } = await signInCounted(steps, person);
  const check = await counted(steps, () => browser.get("/check"));
  const applied: Units["change"][] = [];
  for (const change of changes) applied.push({ item: change.item, ...(await changeCounted(steps, browser, change)) });
  const [worst] = applied.toSorted((a, b) => written(b) - written(a));
  const poll = await counted(steps, () => browser.get(`/submissions/${worst!.receipt}`));

  const asked = await counted(steps, () => browser.post("/phone-codes", { phone: NEW_PHONE }), 202);
  while ((await steps.world.sendCodes()) > 0);
  const code = sum(asked, steps.meter.take());
  const change = { item: "phone", phone: NEW_PHONE, code: steps.world.codeAt(NEW_PHONE) };
  const phone = { code, change: await changeCounted(steps, browser, change) };

  const form = await counted(steps, () => browser.get("/registrations/form"));
  const full = await submissionCounted(steps, browser, "/registrations", fullForm);
  const confirmation = await submissionCounted(steps, browser, "/registrations", allKept);
  const registration = { form, full, confirmation };
  return { signIn, check, change: worst!, phone, poll, record, registration, enrolment: await joining(steps) };
}

export async function joining(steps: Parameters<typeof signInCounted>[0]): Promise<Units["enrolment"]> {
  const [uninsured] = await manyPeople(steps.world.client, 1);
  if (!uninsured) throw new Error("nobody was made up");
  const { browser } = await signInCounted(steps, uninsured);
  const { body, ...offer } = await counted(steps, () => browser.get("/enrolments/offer"));
  const { today }: { today: string } = JSON.parse(body);
  const wish = { action: "join", scheme: "310", region: "110101", work: "delivery", frequency: "month", from: today.slice(0, 7) };
  return { offer, join: await submissionCounted(steps, browser, "/enrolments", { wish }) };
}

const written = ({ post, way }: ChangeCost) => post.wru + way.wru;
const both = (name: FigureName, cost: Cost, note = told(cost), judged = true): Figure =>
  figureOf(name, { value: cost.rru + cost.wru, unit: "RRU+WRU", judged, note });

export const units: Measure = {
  names: [
    "units.signin",
    "units.check",
    "units.record",
    "units.submit",
    "units.change",
    "units.change.phone",
    "units.poll",
    "units.notice",
    "units.registration",
    "units.enrolment",
  ],
  async run({ world, folder }) {
    const { signIn, check, change, phone, poll, record, registration, enrolment } = await unitsIn(world, folder);
    const long = weightOf((await longTimer((await world()).client, folder)).record);
    const demo = (await demoRecords(folder)).map((one) => weightOf(one).all);
    const usual = quantile(demo, 0.95);
    return [
      both(
        "units.signin",
        sum(signIn.ask, signIn.codes, signIn.bring),
        `API ${told(sum(signIn.ask, signIn.bring))}; notify ${told(signIn.codes)}`,
      ),
      both(
        "units.check",
        check,
        `${told(check)}: ${check.calls.join(", ")}; page of ${long.page} bytes`,
        check.rru <= 2 && check.wru <= 1,
      ),
      figureOf("units.record", {
        value: record.rru,
        unit: "RRU",
        note:
          `30 years in 5 schemes: ${long.items} items, ${long.all} bytes. The demo's 95th percentile has ${usual} bytes: ` +
          `${Math.ceil(usual / READ_UNIT_BYTES)} RRU`,
      }),
      both("units.submit", change.post),
      figureOf("units.change", {
        value: written(change),
        unit: "WRU",
        note: `${change.item}, the worst of ${changes.map(({ item }) => item).join(", ")}: ${told(sum(change.post, change.way))}; the access log's row is one of them`,
      }),
      both(
        "units.change.phone",
        sum(phone.change.post, phone.change.way),
        `${told(sum(phone.change.post, phone.change.way))}; its code apart: ${told(phone.code)}`,
      ),
      both("units.poll", poll),
      both("units.notice", change.notice),
      figureOf("units.registration", {
        value: written(registration.full),
        unit: "WRU",
        note:
          `the whole form: ${told(sum(registration.full.post, registration.full.way))}; what it begins with: ${told(registration.form)}; ` +
          `all kept: ${told(sum(registration.confirmation.post, registration.confirmation.way))}`,
      }),
      figureOf("units.enrolment", {
        value: written(enrolment.join),
        unit: "WRU",
        note: `${told(sum(enrolment.join.post, enrolment.join.way))}; what may be joined: ${told(enrolment.offer)}`,
      }),
    ].map((figure) => ({ ...figure, value: rounded(figure.value, 1) }));
  },
};
