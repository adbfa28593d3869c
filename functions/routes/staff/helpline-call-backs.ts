// Who waits to be called back: the list, who takes it, and the three tries.
import { Hono } from "hono/tiny";
import { listCallBacks, takeCallBack, tryCallBack } from "../../../shared/helpline/contract.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { callBackView } from "../../helpline/ticket-view.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

/** So often somebody is called who does not answer. */
const TRIES = 3;
const ROLES = listCallBacks.staff.roles;

export const helplineCallBacks = (deps: StaffDeps) => {
  const { tickets, overtaken, refuse } = answeringIn(deps);
  return new Hono<Env>()
    .get(listCallBacks.path, accept(listCallBacks), async (c) => {
      const here = c.var.staff;
      const wanted: readonly string[] = ROLES;
      const regions = here.grants.filter(({ role }) => wanted.includes(role)).flatMap((grant) => grant.regions);
      const waiting = await tickets.waiting(regions, "call-back");
      return c.json({
        callBacks: waiting.map(({ ticket, region, dueAt, provisional, suits, tries = 0, owner }) => ({
          ticket,
          region,
          dueAt,
          ...(provisional && { provisional }),
          ...(suits && { suits }),
          tries,
          state: owner ? ("taken" as const) : ("open" as const),
          mine: owner === here.member.staffId,
        })),
      });
    })

    .post(takeCallBack.path, accept(takeCallBack), async (c) => {
      const here = c.var.staff;
      const me = here.member.staffId;
      const ticket = await tickets.inPlace(here, c.req.valid("param").ticket, ROLES);
      const { callBack } = ticket ?? {};
      if (!ticket || !callBack) return problem(c, "not-found");
      if (callBack.state === "taken" && callBack.owner === me) return c.json({ callBack: callBackView(callBack, here, true) });
      // Whoever took it may have gone home: the call was promised for that day.
      const isLeft = callBack.state === "taken" && callBack.dueAt <= dateOf(deps.now());
      if (callBack.state !== "open" && !isLeft) return problem(c, "conflict", { findings: [finding("call-back.taken")] });
      const taken = { ...callBack, state: "taken" as const, owner: me };
      const next = await tickets.change(ticket, { callBack: taken });
      return next ? c.json({ callBack: callBackView(taken, here, true) }) : overtaken(c);
    })

    .post(tryCallBack.path, accept(tryCallBack), async (c) => {
      const here = c.var.staff;
      const ticket = await tickets.inPlace(here, c.req.valid("param").ticket, ROLES);
      const { callBack } = ticket ?? {};
      if (!ticket || !callBack || callBack.owner !== here.member.staffId) return problem(c, "not-found");
      if (callBack.state !== "taken") return refuse(c, finding("call-back.not-now"));
      const { reached } = c.req.valid("json");
      const tries = [...callBack.tries, { at: deps.now(), reached, by: here.member.staffId }];
      const state = reached ? ("done" as const) : tries.length >= TRIES ? ("not-reached" as const) : callBack.state;
      const tried = { ...callBack, tries, state };
      const next = await tickets.change(ticket, { callBack: tried });
      return next ? c.json({ callBack: callBackView(tried, here, true) }) : overtaken(c);
    });
};
