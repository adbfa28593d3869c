// Which schemes a person must, may and must not join. Handbook 3 and 16.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { employeeSchemes } from "./employees.ts";
import { flexibleSchemes } from "./flexible.ts";
import { type Answer, answer } from "./lists.ts";
import type { Eligibility, Profile } from "./profile.ts";

export function eligibilityOf(profile: Profile, law: Law): Result<Eligibility, NeedsStaff> {
  const held = law.read({ pensionFrom: "resident-pension.from-age" });
  if (!held.ok) return held;
  const isChild = profile.age < held.value.pensionFrom;
  const found = profile.status === "FLEXIBLE" ? flexibleSchemes(profile, law) : accepted(listsOf(profile, isChild));
  return found.ok ? accepted(isChild ? withoutPension(found.value) : found.value) : found;
}

function listsOf(profile: Profile, isChild: boolean): Eligibility {
  switch (profile.status) {
    case "EMPLOYEE":
      return employeeSchemes(profile);
    case "SOLDIER":
      return answer({ closed: ["170", "390"], excludedFromShouldInsure: true });
    case "PRISON":
      return answer({ followUp: "RELEASE_DATE" });
    case "RETIRED":
      return answer({
        may: ["310", "390"],
        closed: ["110", "170"],
        conditions: { "310": "RETIRED_STATUS" },
        countsAsInsured: true,
      });
    case "UI_RECIPIENT":
      return answer({ must: ["310"], may: ["110", "170"], closed: ["390"], conditions: { "310": "FUND_PAYS" } });
    default:
      return isChild ? child(profile) : grownUp(profile);
  }
}

const child = ({ age }: Profile): Eligibility =>
  answer({ may: ["390"], closed: ["110", "170"], conditions: age === 0 ? { "390": "WITHIN_90_DAYS" } : {} });

function grownUp({ status, partTime }: Profile): Eligibility {
  if (status !== "STUDENT") return answer({ may: ["170", "390"] });
  const atSchool: Answer = { may: ["390"], closed: ["170"], conditions: { "390": "SCHOOL_PLACE" } };
  if (!partTime) return answer(atSchool);
  return answer({ ...atSchool, may: ["390", "410"], conditions: { "390": "SCHOOL_PLACE", "410": "LOCAL_INTERN_RULE" } });
}

/** Below the age both pensions are closed, whatever the person does. */
function withoutPension(found: Eligibility): Eligibility {
  const isPension = (scheme: string) => scheme === "110" || scheme === "170";
  const closed = [...found.must, ...found.may, ...found.closed].filter(isPension);
  return {
    ...found,
    must: found.must.filter((scheme) => !isPension(scheme)),
    may: found.may.filter((scheme) => !isPension(scheme)),
    closed: [...new Set([...found.closed, ...closed])],
  };
}
