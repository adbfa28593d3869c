// One line of a household: who belongs to it as what, and how their insurances stand. It is made of what the register holds of the
// person, and of nothing else: whoever has the record can say what the line must be.
import * as v from "valibot";
import { standingOf } from "../facts.ts";
import { PlainDate } from "../kernel/calendar.ts";
import { PersonId } from "../kernel/fields.ts";
import { DocType, EmploymentStatus, type FactOf, Household, Insurance, type RecordPage, Relation } from "../registration.ts";
import { VillageName } from "./ids.ts";

/** Of an insurance that has not ended. */
const Standing = v.picklist(["active", "paused"]);

/** `household` and what follows is missing in what was written before households were records. `relation`: to the head, GB/T 4761. */
export const Member = v.object({
  personId: PersonId,
  relation: Relation,
  household: v.optional(Household),
  /** Where it is: only with it, and while the person's registration is open, the line stands in the index of villages. */
  village: v.optional(VillageName),
  docType: v.optional(DocType),
  birth: v.optional(PlainDate),
  work: v.optional(EmploymentStatus),
  insurances: v.optional(v.partial(v.object(v.entriesFromList(Insurance.options, Standing)))),
  /** Insured in the organs' pension; draws a pension. */
  organ: v.optional(v.literal(true)),
  drawing: v.optional(v.literal(true)),
  confirmedOn: v.optional(PlainDate),
  closed: v.optional(v.literal(true)),
});
export type Member = v.InferOutput<typeof Member>;

type Of = Pick<RecordPage, "registration" | "facts" | "summary">;
/** A line, and the household it belongs into. */
export type Line = { home: Household; member: Member };

/** Two agencies may name two households: a line in each, and one where both name the same; the leading word counts there. */
export function linesOf({ registration, facts, summary }: Of): Line[] {
  const told = standingOf(facts, "household");
  const homes = new Map(told.toReversed().map((fact) => [`${fact.division} ${fact.number}`, fact])); // the leading one last
  const same = { personId: registration.personId, ...standing({ registration, facts, summary }) };
  return [...homes.values()].map((fact) => ({
    home: homeOf(fact),
    member: {
      ...same,
      relation: fact.relation,
      household: homeOf(fact),
      // Counted once in the country: in the household that counts.
      ...(fact.village && fact === told[0] && { village: fact.village }),
    },
  }));
}

const homeOf = ({ division, number }: FactOf<"household">): Household => ({ division, number });

function standing({ registration: { identity, confirmed, status }, facts, summary }: Of) {
  const { insurances } = summary;
  // Part four of annex 2: who is insured elsewhere is insured. It stands among the facts when the desk has seen it.
  const elsewhere = standingOf(facts, "stated")[0]?.elsewhere ?? {};
  const running = Insurance.options.flatMap((insurance) => {
    const state = elsewhere[insurance] ? "active" : insurances[insurance]?.status;
    return state === "active" || state === "paused" ? [[insurance, state] as const] : [];
  });
  const work = standingOf(facts, "employment")[0]?.status;
  return {
    docType: identity.docType,
    ...(identity.birth && { birth: identity.birth }),
    ...(work && { work }),
    insurances: Object.fromEntries(running),
    ...(insurances.pension?.scheme === "120" && { organ: true as const }),
    ...(insurances.pension?.insuredAs === "retired" && { drawing: true as const }),
    ...(confirmed && { confirmedOn: confirmed.on }),
    ...(status === "closed" && { closed: true as const }),
  };
}
