// What a million residents cost a month, each of whom looks once and changes something once a year: from the counted units,
// the weight of pages and records, and the dated list of prices.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { topology } from "../../shared/topology.ts";
import { demoRecords } from "../demo-records.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import type { Cost } from "../meter.ts";
import { packed, sitePages } from "../pages.ts";
import { mean, rounded } from "../statistics.ts";
import { storedOf } from "../stored.ts";
import { type Units, unitsIn } from "./units.ts";

const RESIDENTS = 1_000_000;
const MONTHS = 12;
const GB = 1_000_000_000;
const CDN_QUALITY = 5;

const amount = v.object({ usd: v.number(), per: v.number(), source: v.string() });
const assumption = v.object({ value: v.number(), why: v.string() });
const names = [
  "writeUnit",
  "readUnit",
  "storedGb",
  "recoverableGb",
  "apiRequest",
  "lambdaRequest",
  "lambdaGbSecond",
  "queueRequest",
  "orderedQueueRequest",
  "cdnRequest",
  "cdnFunction",
  "cdnGb",
] as const;
const assumptions = ["callMilliseconds", "ownMilliseconds", "startMilliseconds", "apiAnswerBytes", "pollsAChange"] as const;
const each = <const Name extends string, Schema extends v.GenericSchema>(all: readonly Name[], schema: Schema) =>
  v.object(Object.fromEntries(all.map((name) => [name, schema])) as Record<Name, Schema>);
const PriceList = v.object({
  asOf: v.string(),
  region: v.string(),
  prices: each(names, amount),
  assumed: each(assumptions, assumption),
});
type PriceList = v.InferOutput<typeof PriceList>;

/** One thing that somebody did: which functions ran for it and what they called. */
type Visit = { pages: number; api: Cost[]; behind: { fn: keyof typeof topology.functions; cost: Cost }[] };

export const cost: Measure = {
  names: ["cost.million"],
  async run({ world, folder }) {
    const list = v.parse(PriceList, JSON.parse(readFileSync(new URL("../prices.json", import.meta.url), "utf8")));
    const units = await unitsIn(world, folder);
    const visits = [lookIn(units), changeIn(units, list.assumed.pollsAChange.value)];
    const people = (await demoRecords(folder)).map(storedOf);
    const personBytes = mean(people.map(({ record, history }) => record + history));
    const parts = { ...monthOf(visits, list), ...storage(personBytes, list) };
    const signingIn = totalOf(
      monthOf(
        visits.map(() => signInOf(units)),
        list,
      ),
    );
    const named = Object.entries(parts).map(([part, usd]) => `${part} ${usd.toFixed(2)}`);
    return [
      figureOf("cost.million", {
        value: rounded(totalOf(parts)),
        unit: "USD a month",
        note:
          `${named.join(", ")}; signing in has ${signingIn.toFixed(2)} of it. Prices of ${list.region}, ${list.asOf}. A person takes ${Math.round(personBytes)} bytes, of which ` +
          `${Math.round(mean(people.map(({ history }) => history)))} are the history of the first file. Apart, whatever the number of people: ` +
          "alarms, the firewall, the secrets and the polling of quiet queues",
      }),
    ];
  },
};

const totalOf = (parts: Record<string, number>) => Object.values(parts).reduce((sum, part) => sum + part, 0);

const signInOf = ({ signIn: { ask, codes, bring } }: Units): Visit => ({
  pages: 2, // number and name, code
  api: [ask, bring],
  behind: [{ fn: "notify", cost: codes }],
});

function lookIn(units: Units): Visit {
  const { pages, api, behind } = signInOf(units);
  return { pages: pages + 2, api: [...api, units.check], behind }; // the start page, the five insurances
}

const NO_CALLS: Cost = { rru: 0, wru: 0, calls: [] };

function changeIn(units: Units, polls: number): Visit {
  const { pages, api, behind } = lookIn(units);
  const { post, way, notice } = units.change;
  return {
    pages: pages + 4, // what to change, the form, check the answers, the receipt
    api: [...api, units.check, post, ...Array.from({ length: polls }, () => units.poll)],
    behind: [
      ...behind,
      { fn: "relay", cost: NO_CALLS }, // what it calls is counted with the worker
      { fn: "worker", cost: way },
      { fn: "notify", cost: notice },
    ],
  };
}

function monthOf(visits: readonly Visit[], { prices, assumed }: PriceList): Record<string, number> {
  const price = (name: keyof PriceList["prices"], quantity: number) => (prices[name].usd * quantity) / prices[name].per;
  const often = RESIDENTS / MONTHS;
  const page = mean(sitePages().map(({ html }) => packed(Buffer.from(html), CDN_QUALITY)));
  const sum = (of: (visit: Visit) => number) => often * visits.reduce((total, visit) => total + of(visit), 0);
  const costs = ({ api, behind }: Visit) => [...api, ...behind.map((each) => each.cost)];
  const milliseconds = ({ calls }: Cost) =>
    assumed.ownMilliseconds.value + assumed.startMilliseconds.value + calls.length * assumed.callMilliseconds.value;
  const gbSeconds = (visit: Visit) =>
    [...visit.api.map((cost) => ({ fn: "api" as const, cost })), ...visit.behind].reduce(
      (total, { fn, cost }) => total + ((topology.functions[fn].memoryMb / 1024) * milliseconds(cost)) / 1000,
      0,
    );
  const queueCalls = (ordered: boolean) => (visit: Visit) =>
    costs(visit).flatMap(({ calls }) => calls.filter((call) => /Message/.test(call) && call.endsWith(".fifo") === ordered))
      .length;
  return {
    CDN:
      price(
        "cdnRequest",
        sum(({ pages, api }) => pages + api.length),
      ) +
      price(
        "cdnFunction",
        sum(({ pages }) => pages),
      ) +
      price("cdnGb", sum(({ pages, api }) => pages * page + api.length * assumed.apiAnswerBytes.value) / GB),
    "HTTP API": price(
      "apiRequest",
      sum(({ api }) => api.length),
    ),
    Lambda:
      price(
        "lambdaRequest",
        sum(({ api, behind }) => api.length + behind.length),
      ) + price("lambdaGbSecond", sum(gbSeconds)),
    DynamoDB:
      price(
        "writeUnit",
        sum((visit) => costs(visit).reduce((total, { wru }) => total + wru, 0)),
      ) +
      price(
        "readUnit",
        sum((visit) => costs(visit).reduce((total, { rru }) => total + rru, 0)),
      ),
    SQS: price("queueRequest", sum(queueCalls(false))) + price("orderedQueueRequest", sum(queueCalls(true))),
  };
}

const storage = (personBytes: number, { prices }: PriceList): Record<string, number> => {
  const gb = (personBytes * RESIDENTS) / GB;
  return { storage: gb * prices.storedGb.usd, PITR: gb * prices.recoverableGb.usd };
};
