// What may be joined by who works like that: fetched when somebody says how they work.
import type { Offer, Work } from "../../../shared/enrolment/contract.ts";
import { injuryOf, standingsOf } from "../../../shared/enrolment/standing.ts";
import { policyFor } from "../estimate/policy.ts";
import { keepWork } from "./work.ts";

export async function ruled({ known, today }: Offer, work: Work): Promise<Pick<Offer, "standings" | "injury">> {
  keepWork(work);
  const policy = await policyFor([known.residence, known.hukou].filter((division) => division !== undefined));
  const asked = { known, work, today };
  return { standings: standingsOf(asked, policy), injury: injuryOf(asked, policy) };
}
