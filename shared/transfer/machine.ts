// Every state a transfer can be in, of every kind: who has to act, within which limit, and what may happen next. Handbook 6.1.
// Sent on to the other agency, nothing can be taken back or held any more: the money is on its way.
import type { TransferLimit } from "../limits/transfers.ts";
import type { Side, TransferEvent, TransferKind, TransferState, Who } from "./transfer.ts";

/**
 * `limit`: the one that starts with this state; `whole`: that of the whole transfer alone. Without any of them no law says until when.
 * `goesOn`: it started with the state before, and runs on.
 */
export type Standing = {
  who: Who;
  limit?: TransferLimit | "whole";
  goesOn?: true;
  takes: Partial<Record<TransferEvent, TransferState>>;
};
export type Machine = {
  /** The document that says so. */
  basis: string;
  /** The limit of all of it together, where there is one. */
  whole?: TransferLimit;
  /** The way that it should go. */
  way: readonly TransferState[];
  states: Readonly<Record<TransferState, Standing>>;
};

const stoppable = { withdrawn: "withdrawn", suspended: "suspended" } as const;
const over = { who: "none", takes: {} } as const satisfies Standing;

/**
 * Alike for all from the moment at which the old agency has sent what it has. Sheet and money come in any order. Until the money is
 * there the old agency may put right what it said it had sent: else a slip of a key could never end.
 */
const arriving = (limit: TransferLimit) =>
  ({
    returned: { who: "person", takes: { corrected: "corrected", ...stoppable } },
    "out-done": {
      who: "new",
      limit: "whole",
      takes: { "out-done": "out-done", "sheet-received": "sheet-received", "money-received": "money-received" },
    },
    "sheet-received": { who: "new", limit: "whole", takes: { "out-done": "sheet-received", "money-received": "arrived" } },
    "money-received": { who: "new", limit: "whole", takes: { "sheet-received": "arrived" } },
    arrived: { who: "new", limit, takes: { completed: "completed" } },
    completed: { who: "none", takes: { notified: "notified" } },
    notified: over,
    rejected: over,
    withdrawn: over,
    suspended: { who: "none", takes: { resumed: "suspended", withdrawn: "withdrawn" } },
  }) as const satisfies Partial<Record<TransferState, Standing>>;

/** The new agency looks at it and writes to the old one; the old one sends; the new one finishes. */
const threeSteps = (limit: TransferLimit) =>
  ({
    submitted: { who: "new", limit, takes: { accepted: "accepted", rejected: "rejected", ...stoppable } },
    accepted: { who: "new", limit, goesOn: true, takes: { "contact-sent": "contact-sent", ...stoppable } },
    "contact-sent": { who: "old", limit, takes: { returned: "returned", "out-done": "out-done", ...stoppable } },
    corrected: { who: "new", limit, takes: { "contact-sent": "contact-sent", ...stoppable } },
    ...arriving(limit),
  }) as const satisfies Machine["states"];

/** No letter goes before it: the old agency sends at once, wherever it was applied for. */
const twoSteps = (out: TransferLimit, into: TransferLimit) =>
  ({
    submitted: {
      who: "old",
      limit: out,
      takes: { "out-done": "out-done", returned: "returned", rejected: "rejected", ...stoppable },
    },
    accepted: over,
    "contact-sent": over,
    corrected: { who: "old", limit: out, takes: { "out-done": "out-done", returned: "returned", ...stoppable } },
    ...arriving(into),
  }) as const satisfies Machine["states"];

const inThree = ["submitted", "accepted", "contact-sent", "out-done", "arrived", "completed"] as const;

export const machines = {
  "employee-pension": {
    basis: "国办发〔2009〕66号 第8条",
    whole: "pension-transfer-whole",
    way: inThree,
    states: threeSteps("pension-transfer-step"),
  },
  "resident-pension": {
    basis: "人社部发〔2019〕84号",
    way: inThree,
    states: threeSteps("resident-pension-transfer-step"),
  },
  "pension-switch": { basis: "人社厅发〔2014〕25号", way: inThree, states: threeSteps("pension-switch-step") },
  medical: {
    basis: "医保办发〔2021〕43号",
    whole: "medical-transfer-whole",
    way: ["submitted", "out-done", "arrived", "completed"],
    states: twoSteps("medical-transfer-out", "medical-transfer-in"),
  },
  unemployment: { basis: "人社厅发〔2021〕85号", way: inThree, states: threeSteps("unemployment-transfer-step") },
} as const satisfies Record<TransferKind, Machine>;

export const machineOf = (kind: TransferKind): Machine => machines[kind];

/** Who may send an event from a state. What an agency holds, either of them may let go. */
export function sidesFor(kind: TransferKind, state: TransferState, event: TransferEvent): readonly Side[] {
  if (event === "withdrawn" || event === "corrected") return ["person"];
  if (event === "suspended" || event === "resumed") return ["new", "old"];
  if (event === "notified") return ["new"];
  if (event === "out-done") return ["old"];
  const { who } = machineOf(kind).states[state];
  return who === "none" ? [] : [who];
}

const ended: readonly TransferState[] = ["completed", "notified", "rejected", "withdrawn"];
/** On its way still: no other of its kind may begin. */
export const isOpen = ({ state }: { state: TransferState }): boolean => !ended.includes(state);

/** What lies before it on the way that it should go. */
export function ahead(kind: TransferKind, state: TransferState): { state: TransferState; who: Who }[] {
  const { way, states } = machineOf(kind);
  const at = way.indexOf(standsFor(kind, state));
  return isOpen({ state }) ? way.slice(at + 1).map((next) => ({ state: next, who: states[next].who })) : [];
}

/** States beside the way count as the one on it that has to be gone on from. */
function standsFor(kind: TransferKind, state: TransferState): TransferState {
  if (state === "sheet-received" || state === "money-received") return "out-done";
  if (state === "corrected" || state === "returned") return kind === "medical" ? "submitted" : "accepted";
  return state;
}
