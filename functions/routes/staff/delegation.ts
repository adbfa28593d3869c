// At the desk: who handles it has seen both people, or their papers. What they hand in is decided by somebody else of the desk.
import { Hono } from "hono/tiny";
import { type Delegation, isAdult } from "../../../shared/delegation/delegation.ts";
import { scopesIn, untilAfter } from "../../../shared/delegation/rules.ts";
import { fileDelegation } from "../../../shared/delegation/staff-contract.ts";
import { dateOf, type PlainDate } from "../../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { masked } from "../../../shared/privacy/masks.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import type { Env } from "../../app.ts";
import { refOf } from "../../delegations/ref.ts";
import { bothTypedIn } from "../../delegations/typed.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { answerTo } from "../submitting.ts";
import { openFiling } from "./open-filing.ts";

export const delegation = (deps: StaffDeps) => {
  const { now } = deps;
  const find = bothTypedIn(deps);

  return new Hono<Env>().post(fileDelegation.path, attempt(), accept(fileDelegation), async (c) => {
    const here = c.var.staff;
    const { giver: givers, delegate: delegates, scopes, months, as, papers } = c.req.valid("json");
    const sent = c.var.attempt;
    const refuse = (...findings: Finding[]) => problem(c, "refused", { findings });
    const today = dateOf(now());

    const found = await find(here, { giver: givers, delegate: delegates }, ["giver", "delegate"], today);
    if ("wait" in found) return problem(c, "wait", { retryAfterSeconds: found.wait });
    if ("findings" in found) return refuse(...found.findings);
    const [giver, delegate] = found.records;
    const [one, other] = [giver.registration, delegate.registration];
    const wrong = whyNot(giver, delegate, { as, papers }, today);
    if (wrong) return refuse(wrong);
    const { birth } = one.identity;
    const opened = await openFiling(c, deps, { here, about: one.personId, sent });
    if (opened.answer) return opened.answer;
    const content = {
      slice: "delegation" as const,
      delegation: refOf("desk", one.personId, sent.key, as),
      delegate: other.personId,
      calls: { giver: masked("name", one.identity.name), delegate: masked("name", other.identity.name) },
      named: other.identity.name,
      scopes: scopesIn(scopes),
      as,
      until: untilAfter(today, months),
      papers,
      ...(as === "guardian" && birth && { birth }),
      acceptedAt: await opened.acceptedAt(),
    };
    return answerTo(c, sent, await opened.filing.submit(one.personId, sent, content));
  });
};

/** The same is asked again when it is decided. */
function whyNot(
  giver: RecordPage,
  delegate: RecordPage,
  { as, papers }: Pick<Delegation, "as"> & { papers: string },
  today: PlainDate,
): Finding | undefined {
  if (giver.registration.personId === delegate.registration.personId) return finding("delegation.yourself", "delegate");
  if (!isAdult(delegate.registration.identity.birth, today)) return finding("delegation.not-adult", "delegate");
  const adult = isAdult(giver.registration.identity.birth, today);
  if (as === "adult" && !adult) return finding("delegation.giver-minor", "giver");
  if (as === "guardian" && adult) return finding("delegation.giver-grown", "giver");
  return (as === "guardian") === (papers === "guardianship") ? undefined : finding("delegation.papers", "papers");
}
