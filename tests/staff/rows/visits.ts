import { listVillages, readCoverage } from "../../../shared/households/contract.ts";
import type { HouseholdId } from "../../../shared/households/ids.ts";
import {
  checkVisit,
  giveList,
  listVisitors,
  listVisits,
  noteVisit,
  openList,
  readVisit,
  revealPhone,
  submitFound,
  submitVisitForm,
  withdrawList,
} from "../../../shared/visits/contract.ts";
import { someoneElse } from "../../support/people.ts";
import { HOME } from "../../support/staff.ts";
import { idOfHome, living, VILLAGE } from "../../visits/village.ts";
import { filled, found, noted } from "../bodies/visits.ts";
import type { Asker, Row, Stage } from "./row.ts";

let nth = 500;
const village = { division: HOME as string, village: VILLAGE };

/** A household at HOME with somebody who is not insured. */
async function aHousehold({ client }: Stage): Promise<HouseholdId> {
  const number = String(++nth).padStart(9, "0");
  await living(client, number, { division: HOME });
  return idOfHome(number, HOME);
}

/** A list of this visitor's, or of another one, which they have opened. */
export async function aVisit(stage: Stage, by: Asker) {
  const isVisitor = (await stage.staff.staff.member(by.member.staffId))?.grants.some(({ role }) => role === "visitor");
  const visitor = isVisitor ? by : await stage.another("visitor");
  const handler = await stage.another("handler");
  const keyed = { headers: { "idempotency-key": crypto.randomUUID() } };
  const body = { ...village, visitor: visitor.member.staffId, households: [await aHousehold(stage)] };
  const { list } = await (await handler.post("/staff/visit-lists", body, keyed)).json();
  const sheet = await (await visitor.post(`/staff/visit-lists/${list}/copies`, { offline: true })).json();
  return { visitor, list: String(list), visit: String(sheet.visits[0].visit), author: String(sheet.author) };
}

async function aVisited(stage: Stage, by: Asker) {
  const one = await aVisit(stage, by);
  const refused = { event: "attempt", at: stage.staff.now(), seen: [{ member: "1", outcome: "refused" }], noteLeft: false };
  const keyed = { headers: { "idempotency-key": crypto.randomUUID() } };
  await one.visitor.post(`/staff/visits/${one.visit}/events`, { author: one.author, note: refused }, keyed);
  return one;
}

export const rows: readonly Row[] = [
  { contract: listVisits, reach: "own", about: () => ({}), answers: 200 },
  { contract: listVisitors, reach: "place", about: () => ({ query: { division: HOME } }), answers: 200 },
  { contract: listVillages, reach: "place", about: () => ({ query: { division: HOME } }), answers: 200 },
  {
    contract: readCoverage,
    reach: "place",
    answers: 200,
    about: async (stage, by) => {
      await aVisit(stage, by);
      return { query: village };
    },
  },
  {
    contract: giveList,
    reach: "place",
    answers: 201,
    about: async (stage) => ({
      body: {
        ...village,
        visitor: (await stage.another("visitor")).member.staffId,
        households: [await aHousehold(stage)],
      },
    }),
  },
  {
    contract: withdrawList,
    reach: "place",
    answers: 200,
    about: async (stage, by) => ({ params: { list: (await aVisit(stage, by)).list }, body: { reason: "换人走访" } }),
  },
  {
    contract: openList,
    reach: "place",
    answers: 200,
    about: async (stage, by) => ({ params: { list: (await aVisit(stage, by)).list }, body: { offline: false } }),
  },
  {
    contract: readVisit,
    reach: "place",
    answers: 200,
    about: async (stage, by) => ({ params: { visit: (await aVisit(stage, by)).visit } }),
  },
  {
    contract: noteVisit,
    reach: "place",
    answers: 200,
    about: async (stage, by) => {
      const { visit, author } = await aVisit(stage, by);
      return { params: { visit }, body: { author, note: noted(stage.staff.now()) } };
    },
  },
  {
    contract: submitVisitForm,
    reach: "place",
    about: async (stage, by) => {
      const { visit, author } = await aVisit(stage, by);
      return { params: { visit }, body: { author, ...filled(stage.staff.now()) } };
    },
  },
  {
    contract: submitFound,
    reach: "place",
    answers: 202,
    about: async (stage, by) => {
      const { visit, author } = await aVisit(stage, by);
      return { params: { visit }, body: { author, filledAt: stage.staff.now(), form: found(someoneElse(++nth)) } };
    },
  },
  {
    contract: revealPhone,
    reach: "place",
    about: async (stage, by) => ({ params: { visit: (await aVisit(stage, by)).visit }, body: { member: "1" } }),
  },
  {
    contract: checkVisit,
    reach: "place",
    answers: 200,
    about: async (stage, by) => ({
      params: { visit: (await aVisited(stage, by)).visit },
      body: { verdict: "confirmed", reason: "核对无误" },
    }),
  },
];
