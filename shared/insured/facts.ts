// The facts about a person that come along with every row.
import type { Enrolment, Fact } from "../registration.ts";
import { type Draft, keyOf } from "./draft.ts";
import type { InsuredRow } from "./row.ts";
import { alike, confirms, contentOf, mayReplace, type Said, type Told } from "./said.ts";

export function factsOf(row: InsuredRow, { source, asOf, file, acceptedAt, recordedAt }: Said): Fact[] {
  const said = { source, asOf, file, acceptedAt, recordedAt };
  const { phone, hukou, residence, cardNumber, household, division, enrolment } = row;
  const status = enrolment && employmentBy(enrolment);
  const employer = status === "EMPLOYED" ? enrolment?.employer : undefined;
  return [
    ...(phone ? [{ ...said, name: "phone" as const, ...phone, from: phone.confirmedOn ?? asOf }] : []),
    ...(hukou ? [{ ...said, name: "hukou" as const, ...hukou }] : []),
    ...(residence ? [{ ...said, name: "residence" as const, ...residence }] : []),
    ...(cardNumber ? [{ ...said, name: "card" as const, hasCard: true, number: cardNumber }] : []),
    ...(household ? [{ ...said, name: "household" as const, division: hukou?.division ?? division, ...household }] : []),
    ...(status ? [{ ...said, name: "employment" as const, status, ...(employer && { employer }) }] : []),
  ];
}

/** Who pays as an employee works; who pays as a resident may do anything, so nothing is said. */
function employmentBy({ status, insuredAs }: Pick<Enrolment, "status" | "insuredAs">) {
  if (status !== "active") return undefined;
  const known = {
    employee: "EMPLOYED",
    flexible: "FLEXIBLE",
    student: "STUDENT",
    retired: "RETIRED",
    resident: undefined,
  } as const;
  return known[insuredAs];
}

/** Puts it among the facts if it says anything new. */
export function tellFact(draft: Draft, told: Fact, said: Said): Told {
  const key = keyOf.fact(told);
  const held = draft.facts.get(key);
  const fact = held ? continued(told, held) : told;
  if (held && alike(contentOf(fact), contentOf(held)) && !confirms(held, said)) return "unchanged";
  if (held && !alike(contentOf(fact), contentOf(held)) && !mayReplace(held, said)) return "overtaken";
  draft.facts.set(key, fact);
  return "changed";
}

/** The same phone: known since then, and confirmed on the later of both days. */
function continued(told: Fact, held: Fact): Fact {
  if (told.name !== "phone" || held.name !== "phone" || told.phone !== held.phone) return told;
  const confirmedOn = [told.confirmedOn, held.confirmedOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return { ...told, from: held.from, ...(confirmedOn && { confirmedOn }) };
}
