// Who is at the desk ends what they have given, or were given: the worker does it a moment later, and tells both.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { type Delegation, sideOf, stateOf, whyNotEnd } from "../../../shared/delegation/delegation.ts";
import { viewFor } from "../../../shared/delegation/rules.ts";
import { endDelegationAtDesk, seekDelegations } from "../../../shared/delegation/staff-contract.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { masked } from "../../../shared/privacy/masks.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import type { Env } from "../../app.ts";
import { openDelegations } from "../../delegations/delegations.ts";
import { endsByStaff } from "../../delegations/ends.ts";
import { typedIn } from "../../delegations/typed.ts";
import { filingFor, handlerIn } from "../../desk/filing.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const delegationEnd = (deps: StaffDeps) => {
  const { client, casework, now } = deps;
  const delegations = openDelegations({ client, table: casework.table });
  const find = typedIn(deps);
  const refuse = (c: Context, findings: Finding[]) => problem(c, "refused", { findings });

  async function whoIsHere(c: Context<Env>, typed: { number: string; name: string }): Promise<RecordPage | Response> {
    const here = c.var.staff;
    const found = await find(here, typed, dateOf(now()));
    if (found.wait) return problem(c, "wait", { retryAfterSeconds: found.wait });
    const { record } = found;
    if (!record) return refuse(c, found.findings ?? []);
    const own = here.member.personId === record.registration.personId;
    return own ? refuse(c, [finding("desk.own-record", "who")]) : record;
  }

  return new Hono<Env>()
    .post(seekDelegations.path, accept(seekDelegations), async (c) => {
      const found = await whoIsHere(c, c.req.valid("json"));
      if (found instanceof Response) return found;
      const { personId, identity } = found.registration;
      const { given, held } = await delegations.of(personId);
      const view = (all: readonly Delegation[]) =>
        all.filter((one) => stateOf(one, now()) !== "ended").map((one) => viewFor(personId, one, now()));
      return c.json({ name: masked("name", identity.name), actsFor: view(held), actsForMe: view(given) });
    })

    .post(endDelegationAtDesk.path, accept(endDelegationAtDesk), async (c) => {
      const { who, delegation } = c.req.valid("json");
      const found = await whoIsHere(c, who);
      if (found instanceof Response) return found;
      const { personId } = found.registration;
      const one = await delegations.one(personId, delegation);
      if (!one) return refuse(c, [finding("delegation.not-yours", "delegation")]);
      const wrong = whyNotEnd(one, personId);
      if (wrong) return refuse(c, [wrong]);
      const ends = endsByStaff(filingFor(deps, handlerIn(c.var.staff)));
      const ended = stateOf(one, now()) === "ended" ? one : await ends(one, sideOf(one, personId), now());
      return c.json({ delegation: viewFor(personId, ended, now()) });
    });
};
