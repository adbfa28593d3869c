// From the record to what decides about joining.
import { leading } from "../facts.ts";
import type { Held, RecordPage, Summary } from "../registration.ts";
import type { Known } from "./contract.ts";

export function knownFrom({ registration, facts, summary, joinings }: RecordPage): Known {
  const { docType, sex, birth } = registration.identity;
  const [employment, hukou, residence] = [leading(facts, "employment"), leading(facts, "hukou"), leading(facts, "residence")];
  return {
    closed: registration.status === "closed",
    docType,
    sex,
    ...(birth && { birth }),
    ...(employment && {
      employment: {
        status: employment.status,
        ...(employment.employer && { employer: employment.employer.name }),
        source: employment.source,
        asOf: employment.asOf,
      },
    }),
    ...(hukou && { hukou: hukou.division }),
    ...(residence && { residence: residence.division }),
    held: heldIn(summary),
    paid: summary.paid ?? {},
    medicalYears: yearsPaid(summary.insurances.medical?.years ?? {}),
    joinings,
  };
}

/** A summary that was written before it listed what is held knows the leading ones. */
const heldIn = ({ held, insurances }: Summary): Held[] =>
  held ??
  [insurances.pension, insurances.medical].flatMap((leads) => {
    if (!leads || leads.status === "ended") return [];
    const { scheme, region, from, insuredAs, status } = leads;
    return [{ scheme, region, from, insuredAs, status }];
  });

const yearsPaid = (years: Readonly<Record<string, string>>): number[] =>
  Object.entries(years)
    .filter(([, months]) => months.includes("p"))
    .map(([year]) => Number(year));
