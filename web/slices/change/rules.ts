import * as v from "valibot";
import type { Change } from "../../../shared/change/contract.ts";
import { type ChangeRule, type KnownRecord, registrationIsOpen } from "../../../shared/change/rules.ts";
import { instantAt, type PlainDate } from "../../../shared/kernel/calendar.ts";
import { examine, type Finding } from "../../../shared/kernel/rule.ts";
import { EmploymentStatus, type Fact } from "../../../shared/registration.ts";
import type { Known } from "./known.ts";

/** What some of the rules say before anything is sent; the API asks all of them. */
export const findingsOn = (known: Known, change: Change, rules: readonly ChangeRule[]): readonly Finding[] =>
  examine([registrationIsOpen, ...rules], { record: asRecord(known), change, now: instantAt(Date.now()) });

/** Phone and addresses came masked, so about these the rules can only say something at the API. */
function asRecord({ person, employment, card }: Known): KnownRecord {
  const facts: Fact[] = [];
  if (card) facts.push({ name: "card", hasCard: card.hasCard, ...said(card) });
  const status = employment && v.safeParse(EmploymentStatus, employment.status);
  if (employment && status?.success) {
    const { employer } = employment;
    facts.push({
      name: "employment",
      status: status.output,
      ...(employer && { employer: { name: employer } }),
      ...said(employment),
    });
  }
  return {
    registration: {
      status: person.status === "closed" ? "closed" : "active",
      identity: { ...(person.birth && { birth: person.birth }) },
    },
    facts,
  };
}

/** From whom does not matter to the rules. */
function said({ asOf }: { asOf: PlainDate }) {
  const at = instantAt(Date.parse(asOf));
  return { source: "resident", asOf, recordedAt: at, acceptedAt: at };
}
