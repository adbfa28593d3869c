// A record while rows are being told: what is in it by key, and in the end what differs from what was held.
import type { PlainDate } from "../kernel/calendar.ts";
import type { Changes, Enrolment, Fact, FullRecord, PaidYear, Registration } from "../registration.ts";
import { summarise } from "../summary.ts";
import { alike } from "./said.ts";

export type Draft = {
  registration: Omit<Registration, "version"> | undefined;
  facts: Map<string, Fact>;
  enrolments: Map<string, Enrolment>;
  paidYears: Map<string, PaidYear>;
  /** The day of the freshest file. */
  asOf: PlainDate | undefined;
};

type Enrolled = Pick<Enrolment, "scheme" | "region" | "from">;
export const keyOf = {
  fact: ({ name, source }: Pick<Fact, "name" | "source">) => `${name}#${source}`,
  enrolment: ({ scheme, region, from }: Enrolled) => `${scheme}#${region}#${from}`,
  paidYear: (paidYear: Enrolled & { year: number }) => `${keyOf.enrolment(paidYear)}#${paidYear.year}`,
};

export const draftOf = (held: FullRecord | undefined): Draft => ({
  registration: held?.registration,
  facts: new Map(held?.facts.map((fact) => [keyOf.fact(fact), fact])),
  enrolments: new Map(held?.enrolments.map((enrolment) => [keyOf.enrolment(enrolment), enrolment])),
  paidYears: new Map(held?.paidYears.map((paidYear) => [keyOf.paidYear(paidYear), paidYear])),
  asOf: held?.summary.asOf,
});

/** Nothing where nothing moved. The summary is made anew only when an insurance moved, or the day of the freshest file. */
export function changesIn(draft: Draft, held: FullRecord | undefined): Changes | undefined {
  const before = draftOf(held);
  const facts = moved(draft.facts, before.facts);
  const enrolments = moved(draft.enrolments, before.enrolments);
  const paidYears = moved(draft.paidYears, before.paidYears);
  const insuranceMoved = enrolments.length + paidYears.length > 0 || draft.asOf !== before.asOf;
  const summary = insuranceMoved && summarise([...draft.enrolments.values()], [...draft.paidYears.values()], draft.asOf);
  const changes: Changes = {
    ...(draft.registration && draft.registration !== before.registration && { registration: draft.registration }),
    ...(facts.length > 0 && { facts }),
    ...(enrolments.length > 0 && { enrolments }),
    ...(paidYears.length > 0 && { paidYears }),
    ...(summary && !alike(summary, held?.summary) && { summary }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

const moved = <Item>(now: Map<string, Item>, before: Map<string, Item>): Item[] =>
  [...now].flatMap(([key, item]) => (before.get(key) === item ? [] : [item]));
