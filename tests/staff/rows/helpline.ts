import {
  answerQuestion,
  askCallBack,
  callOnBehalf,
  listCallBacks,
  listTickets,
  makeAppointment,
  markCall,
  noteTicket,
  openTicket,
  ownTicket,
  rateTicket,
  readReporter,
  readTicket,
  revealField,
  search,
  sendCallerCode,
  takeCallBack,
  takeStep,
  tryCallBack,
} from "../../../shared/helpline/contract.ts";
import { aCaller, called, EMPLOYER } from "../../helpline/caller.ts";
import { bodies } from "../bodies/helpline.ts";
import type { Asker, Level, Row, Stage } from "./row.ts";

/** A call on a ticket of this agent's, as far as questions lead. */
async function onCall({ client }: Stage, by: Asker, level: Level = 0) {
  const { number, name } = await aCaller(client);
  const call = await called(by, `${number} ${name}`);
  const answers =
    level > 0 ? [["last-paid", "2026-02"] as const, ["employer", EMPLOYER] as const, ["county", "玄武区"] as const] : [];
  for (const [question, said] of answers) await call.say(question, said);
  return call;
}

/** A ticket of an agent's at HOME, whoever asks then. */
const somebodys = async (stage: Stage) => onCall(stage, await stage.another("agent"));

async function calledBack(stage: Stage) {
  const call = await somebodys(stage);
  await call.do("call-back", bodies[askCallBack.path]);
  return call;
}

const mine = (contract: Row["contract"], body: object | undefined = bodies[contract.path], more: Partial<Row> = {}): Row => ({
  contract,
  reach: "place",
  about: async (stage, by) => ({ params: { ticket: (await onCall(stage, by)).ticket }, body }),
  ...more,
});

export const rows: readonly Row[] = [
  {
    contract: search,
    reach: "place",
    elsewhere: 200, // that somebody is registered, in which province, and no more: tests/helpline
    answers: 200,
    about: async ({ client }) => ({ body: { typed: (await aCaller(client)).number } }),
  },
  {
    contract: openTicket,
    reach: "place",
    elsewhere: 200, // the same, and no ticket
    answers: 200,
    about: async ({ client }) => ({ body: { search: { typed: (await aCaller(client)).number } } }),
  },
  { contract: listTickets, reach: "own", answers: 200, about: () => ({}) },
  { contract: listCallBacks, reach: "own", answers: 200, about: () => ({}) },
  mine(readTicket, undefined, { answers: 200 }),
  {
    contract: ownTicket,
    reach: "place",
    answers: 200,
    about: async (stage) => ({ params: { ticket: (await somebodys(stage)).ticket }, body: bodies[ownTicket.path] }),
  },
  mine(answerQuestion, bodies[answerQuestion.path], { answers: 200 }),
  mine(sendCallerCode, {}, { answers: 202 }),
  mine(callOnBehalf),
  mine(markCall, bodies[markCall.path], { answers: 200 }),
  {
    contract: revealField,
    reach: "place",
    level: { needs: 1, below: 422 },
    about: async (stage, by, level) => ({
      params: { ticket: (await onCall(stage, by, level)).ticket },
      body: bodies[revealField.path],
    }),
  },
  mine(noteTicket, { version: 1, category: "query", parts: [] }, { answers: 200 }),
  mine(takeStep, bodies[takeStep.path], { answers: 200 }),
  {
    contract: rateTicket,
    reach: "place",
    answers: 200,
    async about(stage, by) {
      const call = await onCall(stage, by);
      await call.do("steps", bodies[takeStep.path]);
      return { params: { ticket: call.ticket }, body: bodies[rateTicket.path] };
    },
  },
  mine(askCallBack, bodies[askCallBack.path], { answers: 200 }),
  mine(makeAppointment, bodies[makeAppointment.path], { answers: 200 }),
  {
    contract: takeCallBack,
    reach: "place",
    answers: 200,
    about: async (stage) => ({ params: { ticket: (await calledBack(stage)).ticket }, body: {} }),
  },
  {
    contract: tryCallBack,
    reach: "place",
    answers: 200,
    async about(stage, by) {
      const { ticket } = await calledBack(stage);
      await by.post(`/staff/call-backs/${ticket}/owner`, {});
      return { params: { ticket }, body: bodies[tryCallBack.path] };
    },
  },
  {
    contract: readReporter,
    reach: "place",
    answers: 200,
    async about(stage) {
      const call = await somebodys(stage);
      await call.do("notes", { version: 1, category: "complaint", parts: [] });
      return { params: { ticket: call.ticket }, body: bodies[readReporter.path] };
    },
  },
];
