// DynamoDB units of what moves between agencies: a transfer step by step, and one of two insurances that goes. For the long record.
import * as v from "valibot";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { filingFor } from "../../functions/desk/filing.ts";
import { dateOf, type Instant, instantAt, monthOf } from "../../shared/kernel/calendar.ts";
import { AttemptKey, Receipt } from "../../shared/kernel/fields.ts";
import type { Fact, FullRecord } from "../../shared/registration.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import type { Sender } from "../../shared/submission.ts";
import { summarise } from "../../shared/summary.ts";
import type { TransferStepAccepted } from "../../shared/transfer/sent.ts";
import { paidFor } from "../../tests/duplicate/someone.ts";
import { aFact, anEnrolment, aPersonId } from "../../tests/support/build.ts";
import { type Figure, figureOf } from "../goals.ts";
import {
  type ChangeCost,
  counted,
  type Steps,
  settledCounted,
  signInCounted,
  submissionCounted,
  sum,
  unitsTold,
} from "../journeys.ts";
import type { Measure } from "../measure.ts";
import { type Cost, startMeter } from "../meter.ts";
import { longTimer, type Registered } from "../people.ts";

const HOME = "340422";
const FEN_A_YUAN = 100;

type Step = Pick<TransferStepAccepted, "event" | "amounts">;
export type Moves = {
  offer: Cost;
  application: ChangeCost;
  /** From its storing by the agency until it is applied; by event. */
  steps: Record<string, ChangeCost>;
};

const now = (): Instant => instantAt(Date.now());

/** Of the one with thirty years: back home, with all that is done on the way. */
export async function movingCounted(steps: Steps, folder: string): Promise<Moves> {
  const home = (fact: Fact): Fact => (fact.name === "hukou" ? aFact({ name: "hukou", division: HOME, lines: "某街1号" }) : fact);
  const person = await longTimer(steps.world.client, folder, (record) => ({ ...record, facts: record.facts.map(home) }));
  const { browser } = await signInCounted(steps, person);
  const { body: _, ...offer } = await counted(steps, () => browser.get("/transfers/offer"));
  const wish = { kind: "employee-pension", from: person.record.enrolments[0]?.region, to: "340400" };
  const application = await submissionCounted(steps, browser, "/transfers", { wish });
  const receipt = v.parse(Receipt, application.receipt);
  const [account, pool] = [288_000 * FEN_A_YUAN, 410_000 * FEN_A_YUAN];
  const amounts = { account, pool, total: account + pool };
  const told: [as: "new" | "old", step: Step][] = [
    ["new", { event: "accepted" }],
    ["new", { event: "contact-sent" }],
    ["old", { event: "out-done", amounts }],
    ["new", { event: "money-received", amounts }],
    ["new", { event: "sheet-received" }],
    ["new", { event: "completed" }],
  ];
  const costs: Moves["steps"] = {};
  for (const [as, step] of told) costs[step.event] = await stepCounted(steps, person, receipt, as, step);
  return { offer, application, steps: costs };
}

/** As a handler's page stores it; what their own requests cost is not the transfer's. */
async function stepCounted(
  steps: Steps,
  { personId }: Registered,
  transfer: Receipt,
  as: "new" | "old",
  step: Step,
): Promise<ChangeCost> {
  const { client } = steps.world;
  const acceptedAt = now();
  const by = { as, agency: "淮南市社会保险事业管理中心" };
  const content: TransferStepAccepted = { slice: "transfer-step", transfer, at: dateOf(acceptedAt), by, acceptedAt, ...step };
  const casework = openCasework({ client, table: "casework" });
  const filing = filingFor({ client, desk: openDesk({ client, table: "desk" }), casework }, handler);
  const key = v.parse(AttemptKey, crypto.randomUUID());
  steps.meter.take();
  const stored = await filing.submit(personId, { key, fingerprint: key }, content);
  if (stored.stored === "no") throw new Error("a step was not stored");
  const post = steps.meter.take();
  return { post, ...(await settledCounted(steps, "desk")), receipt: stored.submission.receipt };
}
const staffId = v.parse(StaffId, aPersonId());
const handler: Sender = { staffId, role: "handler", agency: "淮南市社会保险事业管理中心", workNumber: "0001", channel: "desk" };

export type Twice = { look: Cost; answer: ChangeCost; decided: ChangeCost };

/** Insured with the residents at home besides: one of the two is kept, two people at the desk agree. */
export async function twiceCounted(steps: Steps, folder: string): Promise<Twice> {
  const person = await longTimer(steps.world.client, folder, insuredTwice);
  const { browser } = await signInCounted(steps, person);
  const { body, ...look } = await counted(steps, () => browser.get("/duplicates"));
  const [{ id, says, sides, ifKept, keeps }] = v.parse(Found, JSON.parse(body)).duplicates as [Pair];
  const [which] = keeps as [number];
  const { scheme, place, from } = sides[which]!;
  const { refund } = ifKept[which]!;
  const told = { says, ...(refund !== undefined && { refund }) };
  const keep = { says: "keep", keep: { scheme, region: place.division, from }, told };
  const answer = await submissionCounted(steps, browser, "/duplicates", { id, answer: keep });
  return { look, answer, decided: await decidedCounted(steps, person, v.parse(Receipt, answer.receipt)) };
}

const Pair = v.object({
  id: v.string(),
  says: v.string(),
  sides: v.array(v.object({ scheme: v.string(), place: v.object({ division: v.string() }), from: v.string() })),
  ifKept: v.array(v.object({ refund: v.optional(v.number()) })),
  keeps: v.array(v.number()),
});
type Pair = v.InferOutput<typeof Pair>;
const Found = v.object({ duplicates: v.array(Pair) });

function insuredTwice(record: FullRecord): FullRecord {
  const today = dateOf(now());
  const year = Number(monthOf(today).slice(0, 4)) - 1;
  const beside = anEnrolment({ scheme: "390", region: HOME, from: `${year}-01`, insuredAs: "resident" });
  const enrolments = [...record.enrolments, beside];
  const paidYears = [...record.paidYears, ...paidFor(beside, { [year]: "pppppppppppp" })];
  return { ...record, enrolments, paidYears, summary: summarise(enrolments, paidYears, today) };
}

async function decidedCounted(steps: Steps, { personId }: Registered, receipt: Receipt): Promise<ChangeCost> {
  const desk = openDesk({ client: steps.world.client, table: "desk" });
  steps.meter.take();
  for (const by of ["王芳", "李强"]) {
    const task = await desk.task(personId, receipt);
    if (!task) throw new Error("nothing is at the desk");
    await desk.decide(task, { verdict: "applied", reason: "已核实", by }, now());
  }
  const post = steps.meter.take();
  return { post, ...(await settledCounted(steps, "desk")), receipt };
}

/** A change is 16. A transfer besides holds its kind and its place in an agency's list, an end the whole record's summary, twice. */
const MOST = { application: 20, step: 24, end: 48, answer: 16, decided: 48 };
const writes = ({ post, way }: ChangeCost) => post.wru + way.wru;
const all = ({ post, way }: ChangeCost) => unitsTold(sum(post, way));

export const unitsOfMoves: Measure = {
  names: ["units.transfer", "units.duplicate"],
  async run({ world, folder }) {
    const opened = await world();
    const meter = startMeter();
    try {
      const moves = await movingCounted({ world: opened, meter }, folder);
      const twice = await twiceCounted({ world: opened, meter }, folder);
      return [transferFigure(moves), duplicateFigure(twice)];
    } finally {
      meter.stop();
    }
  },
};

function transferFigure({ offer, application, steps }: Moves): Figure {
  const { completed, ...between } = steps;
  const [worst] = Object.entries(between).toSorted(([, a], [, b]) => writes(b) - writes(a));
  if (!completed || !worst) throw new Error("a transfer has no steps");
  const [event, step] = worst;
  const whole = [application, ...Object.values(steps)].reduce((total, one) => total + writes(one), 0);
  return figureOf("units.transfer", {
    value: whole,
    unit: "WRU",
    judged: writes(application) <= MOST.application && writes(step) <= MOST.step && writes(completed) <= MOST.end,
    note:
      `from the application to the months that have arrived, in ${Object.keys(steps).length} steps; applied for ${all(application)}; ` +
      `the dearest step, ${event}, ${all(step)}; the end ${all(completed)}; what would move: ${unitsTold(offer)}`,
  });
}

const duplicateFigure = ({ look, answer, decided }: Twice): Figure =>
  figureOf("units.duplicate", {
    value: writes(answer) + writes(decided),
    unit: "WRU",
    judged: writes(answer) <= MOST.answer && writes(decided) <= MOST.decided,
    note: `answered ${all(answer)}; two people's words and what comes of them ${all(decided)}; both sides shown: ${unitsTold(look)}`,
  });
