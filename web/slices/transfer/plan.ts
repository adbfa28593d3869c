// What an application comes to and what stands in its way: by the rules that the API and the worker ask too. What is said of it comes
// with the steps, which have the words.
import * as v from "valibot";
import { PlainDate } from "../../../shared/kernel/calendar.ts";
import type { Finding } from "../../../shared/kernel/rule.ts";
import { Region } from "../../../shared/policy/parameter.ts";
import { consentNeeded } from "../../../shared/privacy/consent.ts";
import type { TransferWish } from "../../../shared/transfer/contract.ts";
import type { OfferSeen } from "../../../shared/transfer/seen.ts";
import { simulate } from "../../../shared/transfer/simulate.ts";
import { guardianOf, isChild } from "../../is-child.ts";
import { policyFor } from "../estimate/policy.ts";
import { readCalendar } from "../transfers/working-days.ts";
import type { Planned, Planning, Wished } from "./apply.ts";
import { otherWay } from "./other-way.ts";

export const planningOf = (offer: OfferSeen, whom: string): Planning => ({
  needsConsent: isChild(whom) && offer.known.birth !== undefined && consentNeeded(offer.known.birth, offer.today),
  work: (wished) => planned(wished, offer, whom),
  inAnyCase: async (wishes) => {
    const all = await Promise.all(wishes.map((wish) => situationFor(wish, offer, whom)));
    const [first = [], ...others] = all.map((situation) => simulate(situation).findings.filter(isOfThePerson));
    return first.filter(({ code }) => others.every((found) => found.some((one) => one.code === code)));
  },
});

/** Whatever is answered: of the record, or of this kind of move as such. */
const isOfThePerson = ({ path: [where, what] }: Finding) => where === "known" || (where === "wish" && what === "kind");

/** Rejects where rules or calendar cannot be read: an outage of ours, never "no rule". */
async function situationFor(wish: TransferWish, { known, today }: OfferSeen, whom: string) {
  const regions = [wish.from, wish.to].map((region) => v.parse(Region, region));
  const [policy, calendar] = await Promise.all([policyFor(regions), readCalendar()]);
  if (!calendar) throw new Error("no calendar");
  return { known, wish, today, policy, calendar, forChild: isChild(whom) };
}

async function planned({ wish, draft, papers, consent }: Wished, offer: OfferSeen, whom: string): Promise<Planned> {
  const version = v.safeParse(PlainDate, consent);
  const said = version.success ? { consent: { version: version.output, relation: guardianOf(whom) } } : {};
  const situation = { ...(await situationFor(wish, offer, whom)), papers: papers.length, ...said };
  const forth = simulate(situation);
  const isBack = wish.kind === "pension-switch" && forth.decision === "TO_RESIDENT_SCHEME_OR_EXTEND";
  const sent = isBack ? otherWay(wish) : wish;
  return {
    found: isBack ? simulate({ ...situation, wish: sent }) : forth,
    body: {
      ...(whom && { for: whom }),
      wish: sent,
      ...(papers.length > 0 && { evidence: { draft, ids: [...papers] } }),
      ...said,
    },
  };
}
