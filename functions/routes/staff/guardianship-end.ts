// A court has taken from a parent or guardian that they act for a child. Whoever has seen its paper hands it in, a colleague decides.
import { Hono } from "hono/tiny";
import { isAdult } from "../../../shared/delegation/delegation.ts";
import { endGuardianship } from "../../../shared/delegation/staff-contract.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { masked } from "../../../shared/privacy/masks.ts";
import type { Env } from "../../app.ts";
import { refOf } from "../../delegations/ref.ts";
import { bothTypedIn } from "../../delegations/typed.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { answerTo } from "../submitting.ts";
import { openFiling } from "./open-filing.ts";

export const guardianshipEnd = (deps: StaffDeps) => {
  const { now } = deps;
  const find = bothTypedIn(deps);

  return new Hono<Env>().post(endGuardianship.path, attempt(), accept(endGuardianship), async (c) => {
    const here = c.var.staff;
    const { paper, ...typed } = c.req.valid("json");
    const sent = c.var.attempt;
    const refuse = (...findings: Finding[]) => problem(c, "refused", { findings });
    const today = dateOf(now());
    const found = await find(here, typed, ["ward", "guardian"], today);
    if ("wait" in found) return problem(c, "wait", { retryAfterSeconds: found.wait });
    if ("findings" in found) return refuse(...found.findings);
    const [ward, guardian] = found.records.map(({ registration }) => registration);
    if (!ward || !guardian || ward.personId === guardian.personId) return refuse(finding("delegation.yourself", "guardian"));
    const { birth } = ward.identity;
    if (!birth || isAdult(birth, today)) return refuse(finding("delegation.giver-grown", "ward"));

    const opened = await openFiling(c, deps, { here, about: ward.personId, sent });
    if (opened.answer) return opened.answer;
    const content = {
      slice: "guardianship-end" as const,
      delegation: refOf("desk", ward.personId, sent.key, "guardian"),
      guardian: guardian.personId,
      calls: { giver: masked("name", ward.identity.name), delegate: masked("name", guardian.identity.name) },
      named: guardian.identity.name,
      birth,
      paper,
      acceptedAt: await opened.acceptedAt(),
    };
    return answerTo(c, sent, await opened.filing.submit(ward.personId, sent, content));
  });
};
