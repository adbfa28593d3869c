// From the record to what decides about joining.
import { leading } from "../facts.ts";
import type { Held, Reason, RecordPage, Summary } from "../registration.ts";
import type { Known } from "./contract.ts";

export function knownFrom({ registration, facts, summary, joinings, reasons }: RecordPage): Known {
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
    ...awayIn(reasons, summary),
    ...(hukou && { hukou: hukou.division }),
    ...(residence && { residence: residence.division }),
    held: heldIn(summary),
    paid: summary.paid ?? {},
    medicalYears: yearsPaid(summary.insurances.medical?.years ?? {}),
    joinings,
  };
}

const places = { O01: "army", O04: "prison" } as const;

/** The one that lasts longest, whichever insurance it was said of; nothing that was said of one that runs by now. */
function awayIn(all: readonly Reason[], { insurances }: Summary): Pick<Known, "away"> {
  const reasons = all.filter(({ insurance }) => (insurances[insurance]?.status ?? "ended") === "ended");
  const said = reasons.flatMap(({ reasons: codes, expires }) =>
    codes.flatMap(({ code }) =>
      code === "O01" || code === "O04" ? [{ in: places[code], ...(expires && { until: expires }) }] : [],
    ),
  );
  const [last] = said.sort((a, b) => ((a.until ?? "9") > (b.until ?? "9") ? -1 : 1));
  return last ? { away: last } : {};
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
