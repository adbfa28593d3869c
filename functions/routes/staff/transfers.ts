// The agencies' side of a transfer: one opened, what has happened with it, and the papers that came with it.
import { Hono } from "hono/tiny";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { sidesFor } from "../../../shared/transfer/machine.ts";
import {
  openStaffTransfer,
  passStaffTransfer,
  readStaffTransferEvidence,
  stepStaffTransfer,
} from "../../../shared/transfer/staff.ts";
import { mayStep } from "../../../shared/transfer/step.ts";
import type { Env } from "../../app.ts";
import { staffTransfersIn } from "../../desk/transfers.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import { openLookAllowance } from "../../staff/allowance.ts";
import { lookOf } from "../../staff/record.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { answerTo } from "../submitting.ts";
import { answerIfBarred } from "./barred.ts";
import { openFiling } from "./open-filing.ts";

/** Somebody else was quicker: what the page shows is not how it stands. */
const MOVED = "transfer.step-not-legal";
const CHANGED = ["desk.changed", "desk.taken"];

export function transfers(deps: StaffDeps) {
  const found = staffTransfersIn(deps);
  const spend = openLookAllowance({ client: deps.client, table: deps.desk.table });

  return new Hono<Env>()
    .get(openStaffTransfer.path, accept(openStaffTransfer), async (c) => {
      const one = await found.find(c.var.staff, c.req.valid("param").transfer);
      if (!one) return problem(c, "not-found");
      const opened = await found.open(c.var.staff, one);
      return "retryAfterSeconds" in opened ? problem(c, "wait", opened) : c.json(opened);
    })
    .post(stepStaffTransfer.path, attempt(), accept(stepStaffTransfer), async (c) => {
      const here = c.var.staff;
      const sent = c.var.attempt;
      const one = await found.find(here, c.req.valid("param").transfer);
      if (!one) return problem(c, "not-found");
      const { transfer, sides } = one;
      const { personId, receipt, kind, state } = transfer;
      const opened = await openFiling(c, deps, { here, about: personId, sent });
      if (opened.answer) return opened.answer;

      const barred = answerIfBarred(c, await found.whyBarred(here, one));
      if (barred) return barred;
      const step = c.req.valid("json");
      const findings = mayStep(transfer, step, sides, dateOf(deps.now()));
      if (findings.length > 0)
        return problem(c, findings.some(({ code }) => code === MOVED) ? "conflict" : "refused", { findings });

      const theirs = sidesFor(kind, state, step.event);
      const as = sides.find((side) => theirs.includes(side)) ?? "new";
      const acceptedAt = await opened.acceptedAt();
      const by = { as, agency: here.member.agency };
      const content = { slice: "transfer-step", transfer: receipt, ...step, by, acceptedAt } as const;
      return answerTo(c, sent, await opened.filing.submit(personId, sent, content));
    })
    .post(passStaffTransfer.path, accept(passStaffTransfer), async (c) => {
      const one = await found.find(c.var.staff, c.req.valid("param").transfer);
      if (!one) return problem(c, "not-found");
      const { to, since } = c.req.valid("json");
      const wrong = await found.pass(c.var.staff, one, to, since);
      if (!wrong) return c.body(null, 204);
      return problem(c, CHANGED.includes(wrong.code) ? "conflict" : "refused", { findings: [wrong] });
    })
    .get(readStaffTransferEvidence.path, accept(readStaffTransferEvidence), async (c) => {
      const { transfer: name, id } = c.req.valid("param");
      const one = await found.find(c.var.staff, name);
      if (!one || !(await found.papers(one)).some((piece) => piece.id === id)) return problem(c, "not-found");
      const barred = answerIfBarred(c, await found.whyBarred(c.var.staff, one));
      if (barred) return barred;
      const wait = await spend(c.var.staff.member.staffId, "handler", deps.now());
      if (wait !== undefined) return problem(c, "wait", { retryAfterSeconds: wait });
      const { receipt } = one.transfer;
      const look = lookOf(c.var.staff, "handler", { purpose: "task", reason: "看提交的材料", receipt }, crypto.randomUUID());
      if (look.kind !== "staff") return problem(c, "not-found");
      const opened = await (await deps.openEvidence())(id, look);
      return opened ? c.body(new Uint8Array(opened.bytes), 200, opened.headers) : problem(c, "not-found");
    });
}
