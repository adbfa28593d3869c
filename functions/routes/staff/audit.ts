// The auditor's. Nothing here says whose record it was.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { answerChallenge, compareHousehold, listChallenges, listLooks, WINDOW_DAYS } from "../../../shared/audit/contract.ts";
import { leading } from "../../../shared/facts.ts";
import { daysBetween, type PlainDate } from "../../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import type { Env } from "../../app.ts";
import { challengesIn } from "../../audit/challenges.ts";
import { readLogIn } from "../../audit/log.ts";
import { isAudited, overviewIn, tagOf } from "../../audit/overview.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const audit = ({ client, staff, looks, desk, casework, places, openAs, kin, now }: StaffDeps) => {
  const at = { client, table: looks.table };
  const overview = overviewIn({ ...at, staff });
  const challenges = challengesIn({ client, desk: desk.table, casework, log: readLogIn({ ...at, now }), places, now });

  /** Where the one who asks audits. */
  const myRegions = (c: Context<Env>): DivisionCode[] =>
    c.var.staff.grants.flatMap(({ role, regions }) => (role === "auditor" ? regions : []));
  const isTooLong = ({ from, to }: { from: PlainDate; to: PlainDate }) => from > to || daysBetween(from, to) >= WINDOW_DAYS;
  const tooLong = (c: Context<Env>) => problem(c, "refused", { findings: [finding("audit.window", "from")] });

  return new Hono<Env>()
    .get(listLooks.path, accept(listLooks), async (c) => {
      const { after, ...window } = c.req.valid("query");
      if (isTooLong(window)) return tooLong(c);
      return c.json(await overview.staffIn(myRegions(c), window, after));
    })
    .post(compareHousehold.path, accept(compareHousehold), async (c) => {
      const { staff: id, ...window } = c.req.valid("json");
      if (isTooLong(window)) return tooLong(c);
      const known = await staff.member(id);
      if (!known || !isAudited(known.grants, myRegions(c))) return problem(c, "not-found");
      const { personId } = known.member;
      if (!personId) return c.json({ known: false, records: [] });

      const why = { roles: ["auditor"], purpose: "audit", reason: "核对工作人员是否查看本户成员" } as const;
      const opened = await openAs(c.var.staff, personId, { ...why, task: myRegions(c)[0] });
      if (opened.is === "too-many") return problem(c, "wait", { retryAfterSeconds: opened.retryAfterSeconds });
      const home = opened.is === "here" ? leading(opened.record.facts, "household") : undefined;
      if (!home) return c.json({ known: false, records: [] });
      const family = new Set(await kin(home));
      const { looks: theirs } = await overview.looksOf(id, window);
      const records = theirs.filter((look) => family.has(look.personId)).map((look) => tagOf(look.personId));
      return c.json({ known: true, records: [...new Set(records)] });
    })
    .get(listChallenges.path, async (c) => c.json({ challenges: await challenges.list(myRegions(c), c.var.staff.member) }))
    .post(answerChallenge.path, accept(answerChallenge), async (c) => {
      const { receipt } = c.req.valid("param");
      const { right, words } = c.req.valid("json");
      const { name, staffId } = c.var.staff.member;
      const found = await challenges.one(myRegions(c), receipt, c.var.staff.member);
      if (!found) return problem(c, "not-found");
      if (found.own) return problem(c, "refused", { findings: [finding("audit.own-look")] });
      // What the question asks for is that a look was not right.
      const word = { verdict: right ? "refused" : "applied", reason: words, by: name, staffId } as const;
      const said = await desk.decide(found.task, word, now());
      if (!("final" in said)) return problem(c, "conflict", { findings: [said] });
      return c.json({ receipt, status: "received" as const }, 202);
    });
};
