// One step of a transfer, purely: what is legal from here, by whom, and where it stands afterwards. Pages and APIs ask `mayStep`; the
// worker takes the step.
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import type { PersonId, Receipt } from "../kernel/fields.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { amends } from "./amends.ts";
import { type Reckoning, startClock } from "./clock.ts";
import { reportedEvents } from "./events.ts";
import { machineOf, sidesFor } from "./machine.ts";
import type {
  Amounts,
  End,
  Mover,
  Passed,
  Plan,
  Side,
  Transfer,
  TransferEvent,
  TransferKind,
  TransferState,
} from "./transfer.ts";
import { heldIn, waitingIn, wholeIn } from "./waiting.ts";

export type StepFinding =
  | "transfer.step-not-legal"
  | "transfer.step-not-yours"
  | "transfer.event-older"
  | "transfer.event-future"
  | "transfer.note-missing"
  | "transfer.amounts-missing"
  | "transfer.amounts-unexpected"
  | "transfer.amounts-wrong"
  | "transfer.amounts-differ";
export type Reported = { event: TransferEvent; at: PlainDate; note?: string | undefined; amounts?: Amounts | undefined };
export type Happened = Reported & { by: Mover; recordedAt: Instant; receipt: Receipt };

/** The state an event leads to; undefined where it is not legal. With nothing more to wait for it has arrived. */
export function leadsTo({ kind, state, plan, held }: Transfer, event: TransferEvent): TransferState | undefined {
  if (event === "resumed") return state === "suspended" ? held?.state : undefined;
  if ((event === "money-received" || amends({ state }, event)) && !plan.awaits.includes("money")) return undefined;
  const next = machineOf(kind).states[state].takes[event];
  return next === "sheet-received" && !plan.awaits.includes("money") ? "arrived" : next;
}

/** What may be sent now by whoever acts on these sides. */
export const legalFor = (transfer: Transfer, as: readonly Side[]): TransferEvent[] =>
  reportedEvents.filter((event) => leadsTo(transfer, event) && isTheirs(transfer, event, as));

const isTheirs = ({ kind, state }: Transfer, event: TransferEvent, as: readonly Side[]) =>
  sidesFor(kind, state, event).some((side) => as.includes(side));

/** In writing, where it is not as somebody wished. */
const inWriting: readonly TransferEvent[] = ["rejected", "returned", "suspended"];

/** `as`: on whose side they may act. Silent where the step may be taken today. */
export function mayStep(
  transfer: Transfer,
  { event, at, note, amounts }: Reported,
  as: readonly Side[],
  today: PlainDate,
): Finding<StepFinding>[] {
  if (!leadsTo(transfer, event)) return [finding("transfer.step-not-legal", "event")];
  if (!isTheirs(transfer, event, as)) return [finding("transfer.step-not-yours", "event")];
  const findings: Finding<StepFinding>[] = [];
  if (at < lastOf(transfer).at) findings.push(finding("transfer.event-older", "at"));
  if (at > today) findings.push(finding("transfer.event-future", "at"));
  if (!note && (inWriting.includes(event) || amends(transfer, event))) findings.push(finding("transfer.note-missing", "note"));
  return [...findings, ...amountFindings(transfer, event, amounts)];
}

const lastOf = ({ trail }: Transfer): Passed => {
  const last = trail.at(-1);
  if (!last) throw new RangeError("a transfer begins with its application");
  return last;
};

/** What the old agency has sent, as it said. */
export const sentIn = ({ trail }: Pick<Transfer, "trail">): Amounts | undefined =>
  trail.findLast(({ event }) => event === "out-done")?.amounts;

/** What arrives is what was sent, to the fen. */
function amountFindings(transfer: Transfer, event: TransferEvent, amounts: Amounts | undefined): Finding<StepFinding>[] {
  const carries = transfer.plan.awaits.includes("money") && (event === "out-done" || event === "money-received");
  if (!carries) return amounts ? [finding("transfer.amounts-unexpected", "amounts")] : [];
  if (!amounts) return [finding("transfer.amounts-missing", "amounts")];
  if (amounts.total !== amounts.account + amounts.pool) return [finding("transfer.amounts-wrong", "amounts", "total")];
  const sent = sentIn(transfer);
  const differs = sent && (["account", "pool", "total"] as const).some((name) => sent[name] !== amounts[name]);
  if (amends(transfer, event) && !differs) return [finding("transfer.step-not-legal", "event")];
  return event === "money-received" && differs ? [finding("transfer.amounts-differ", "amounts")] : [];
}

type Application = {
  receipt: Receipt;
  personId: PersonId;
  kind: TransferKind;
  from: End;
  to: End;
  plan: Plan;
  openedAt: Instant;
};

/** As the worker opens it: the day on which it was sent is the day of the event. */
export function opened({ openedAt, ...application }: Application, by: Mover, reckoning: Reckoning): Transfer {
  const { kind, receipt } = application;
  const since = dateOf(openedAt);
  const { whole } = machineOf(kind);
  const clock = whole && startClock({ limit: whole, since, region: application.to.division }, reckoning);
  const ends = { kind, from: application.from, to: application.to };
  return {
    ...application,
    openedAt,
    state: "submitted",
    version: 1,
    step: waitingIn(ends, "submitted", { since, whole: clock, before: undefined }, reckoning),
    ...(clock && { whole: clock }),
    trail: [{ event: "submitted", state: "submitted", at: since, recordedAt: openedAt, by, receipt }],
  };
}

/** Nothing of the transfer is changed where it is refused. A new step is nobody's overdue one yet. */
export function step(
  transfer: Transfer,
  happened: Happened,
  reckoning: Reckoning,
  as: readonly Side[] = [happened.by.as],
): Result<Transfer, Finding<StepFinding>[]> {
  const { event, at, note, amounts, by, recordedAt, receipt } = happened;
  const findings = mayStep(transfer, happened, as, dateOf(recordedAt));
  const state = leadsTo(transfer, event);
  if (findings.length > 0 || !state) return refused(findings);

  const { escalated: _, held, whole: ran, ...kept } = transfer;
  const whole = wholeIn(transfer, state, at, reckoning);
  const left = event === "resumed" ? held : undefined;
  const passed: Passed = { event, state, at, recordedAt, by, ...(note && { note }), ...(amounts && { amounts }), receipt };
  return accepted({
    ...kept,
    state,
    version: transfer.version + 1,
    step: waitingIn(transfer, state, { since: at, whole: whole ?? ran, before: transfer.step, left }, reckoning),
    ...(whole && { whole }),
    ...heldIn(transfer, state, at, reckoning),
    trail: [...transfer.trail, passed],
  });
}

/** The same transfer by the calendar that is loaded now: every day that was counted is counted again. Who is late stays late. */
export function recount(transfer: Transfer, reckoning: Reckoning): Transfer {
  const [first, ...later] = transfer.trail;
  if (!first) return transfer;
  const again = later.reduce<Transfer | undefined>(
    (so, passed) => {
      const next = so && step(so, passed, reckoning, ["new", "old", "person"]);
      return next?.ok ? next.value : undefined;
    },
    opened(transfer, first.by, reckoning),
  );
  if (again?.state !== transfer.state) return transfer;
  const { step: waiting, whole, held } = again;
  return { ...transfer, step: waiting, ...(whole && { whole }), ...(held && { held }) };
}
