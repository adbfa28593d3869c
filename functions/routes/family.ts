// Who acts for whom, and that either of them ends it: by themselves, or by who has them on the phone (staff/acting.ts).
import { Hono } from "hono/tiny";
import { endDelegation, listDelegations } from "../../shared/delegation/contract.ts";
import {
  type Delegation,
  type EndedBy,
  MOST_SHOWN_DAYS,
  sideOf,
  stateOf,
  whyNotEnd,
} from "../../shared/delegation/delegation.ts";
import { mayObject, viewFor } from "../../shared/delegation/rules.ts";
import { dateOf, type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";
import { myself, recordOf } from "./subject.ts";

/** `ends`: brings it about that it has ended, and that the other one hears of it. */
export type FamilyDeps = Pick<FormDeps, "delegations" | "openRecord" | "now"> & {
  ends(one: Delegation, by: Extract<EndedBy, "giver" | "delegate">, at: Instant): Promise<Delegation>;
};

export const family = (deps: FamilyDeps) => {
  const { now } = deps;
  return new Hono<Env>()
    .get(listDelegations.path, accept(listDelegations), async (c) => {
      const { personId, limited } = c.var.session;
      const delegations = await deps.delegations();
      const [{ held, given }, objection, record] = await Promise.all([
        delegations.of(personId),
        delegations.objection(personId),
        recordOf(deps, myself(c.var.session)),
      ]);
      const today = dateOf(now());
      const over = (one: Delegation) => Number(stateOf(one, now()) === "ended"); // what runs comes first
      const wards = held.filter(({ as }) => as === "guardian");
      const said = await Promise.all(wards.map(({ giver }) => delegations.objection(giver)));
      const objected = wards.filter((_, nth) => said[nth]?.state === "open");
      const lost = wards.filter((_, nth) => said[nth]?.state === "upheld");
      const view = (all: readonly Delegation[]) =>
        all
          // Who has proved too little sees what there is to end.
          .filter((one) => (limited ? stateOf(one, now()) !== "ended" : isShown(one, today)))
          .sort((a, b) => over(a) - over(b) || (a.begunAt < b.begunAt ? 1 : -1))
          .map((one) => ({ ...viewFor(personId, one, now()), ...(objected.includes(one) && { objected: true as const }) }));
      return c.json({
        actsFor: view(held.filter((one) => !lost.includes(one))),
        actsForMe: view(given),
        mayObject: !limited && !objection && mayObject(record?.registration.identity.birth, today),
        ...(objection && { objection: { receipt: objection.receipt, state: objection.state } }),
      });
    })

    .post(endDelegation.path, accept(endDelegation), async (c) => {
      const { personId, limited } = c.var.session;
      const delegations = await deps.delegations();
      const one = await delegations.one(personId, c.req.valid("param").delegation);
      if (!one) return problem(c, "not-found");
      const wrong = whyNotEnd(one, personId);
      if (wrong) return problem(c, "refused", { findings: [wrong] });
      // A permission may be ended by who has proved little: at worst it is given again. A ward is not left alone so easily.
      if (limited && one.as === "guardian") return problem(c, "not-this-session");
      const ended = stateOf(one, now()) === "ended" ? one : await deps.ends(one, sideOf(one, personId), now());
      return c.json({ delegation: viewFor(personId, ended, now()) });
    });
};

/** What has ended stays in sight for a while, so that nobody wonders where it went. */
const isShown = (one: Delegation, today: PlainDate): boolean => {
  const over = one.ended ? dateOf(one.ended.at) : one.until;
  return plusDays(over, MOST_SHOWN_DAYS) >= today;
};
