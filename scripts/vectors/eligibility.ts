import * as v from "valibot";
import { eligibilityOf } from "../../shared/eligibility/eligibility.ts";
import { ageOn, PlainDate } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { reasonCodes, reasons } from "../../shared/reasons/reasons.ts";
import { DocType } from "../../shared/registration.ts";
import { count, countOrNone, flag, outputs } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

const LISTS = ["must", "may", "not_", "conditions"];
const FLAGS = ["maternity", "excluded_from_should_insure", "counts_as_insured", "follow_up", "exemption"];
/** Whose lists do not depend on the age. */
const AGELESS = ["EMPLOYEE", "SOLDIER", "PRISON", "RETIRED", "UI_RECIPIENT"];
const GROWN_UP = 18;

const Profile = v.pipe(
  v.object({
    age: v.nullish(v.pipe(count, v.maxValue(150))),
    birth: v.nullish(PlainDate),
    as_of: v.nullish(PlainDate),
    status: v.picklist([
      "EMPLOYEE",
      "FLEXIBLE",
      "UNEMPLOYED",
      "STUDENT",
      "PRESCHOOL",
      "SOLDIER",
      "PRISON",
      "RETIRED",
      "UI_RECIPIENT",
    ]),
    unit: v.nullish(v.picklist(["ENTERPRISE", "INSTITUTION", "ORGAN"]), "ENTERPRISE"),
    doc: v.nullish(DocType, "RIC"),
    hukou: v.nullish(v.string()),
    part_time: flag,
    employers: countOrNone,
    platform: flag,
    sector: v.nullish(v.string(), null), // another one is no mistake: it is not covered yet
  }),
  v.check(({ age, birth, status }) => (age ?? birth ?? null) !== null || AGELESS.includes(status), "is without age or birth"),
);
type Profile = v.InferOutput<typeof Profile>;

const ageAt = ({ age, birth }: Profile, asOf: PlainDate): number => age ?? (birth ? ageOn(birth, asOf) : GROWN_UP);

export const eligibilitySections = (policy: Policy): Record<string, Section> => ({
  eligibility: {
    cases: runner(v.object({ profile: Profile }), ({ profile }, today) => {
      const asOf = profile.as_of ?? today;
      const { status, unit, doc, part_time, employers, platform, sector } = profile;
      const person = { status, unit, docType: doc, partTime: part_time, employers, platform, sector };
      const found = eligibilityOf({ ...person, age: ageAt(profile, asOf) }, policy({ region: "national", asOf }));
      return outputs(found, [...LISTS, ...FLAGS], (lists) => ({
        must: lists.must,
        may: lists.may,
        not_: lists.closed,
        conditions: lists.conditions,
        maternity: lists.maternity,
        excluded_from_should_insure: lists.excludedFromShouldInsure,
        counts_as_insured: lists.countsAsInsured,
        follow_up: lists.followUp,
        exemption: lists.exemption,
      }));
    }),
  },
  uninsured_reasons: {
    cases: runner(v.object({ code: v.picklist(reasonCodes) }), ({ code }) => ({
      jiangsu_class: reasons[code].class,
      follow_up: reasons[code].followUp,
    })),
  },
});
