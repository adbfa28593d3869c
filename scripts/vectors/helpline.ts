import * as v from "valibot";
import { type ServiceLevel, serviceLevel } from "../../shared/helpline/service-levels.ts";
import type { Law, Policy } from "../../shared/policy/law.ts";
import { runner, type Section } from "./section.ts";

/** The wording of packs. */
const wordings = {
  "咨询/direct": { level: "consultation-direct" },
  "咨询/expert": { level: "consultation-expert" },
  "查询/record correction": { level: "query-correction" },
  "投诉举报/accept decision": { level: "complaint-accept" },
  "投诉举报/close": { level: "complaint-close" },
  "建议/reply": { level: "suggestion-reply" },
  "求助/reply": { level: "plea-reply" },
  "举报-劳动监察/accept": { level: "labour-accept", closes: "labour-close" },
} as const satisfies Record<string, { level: ServiceLevel; closes?: ServiceLevel }>;

type Wording = keyof typeof wordings;
const isWording = (given: string): given is Wording => Object.keys(wordings).includes(given);
const nothing = { working_days: null, extend_once: null, close_working_days: null, extend_working_days: null };

function limitsOf(wording: Wording, law: Law) {
  const asked: { level: ServiceLevel; closes?: ServiceLevel } = wordings[wording];
  const [first, end] = [serviceLevel(asked.level, law), serviceLevel(asked.closes ?? asked.level, law)];
  if (!first.ok || !end.ok) return nothing;
  return {
    working_days: first.value.workingDays,
    extend_once: end.value.extension !== null,
    close_working_days: asked.closes ? end.value.workingDays : null,
    extend_working_days: end.value.extension,
  };
}

export const helplineSections = (policy: Policy): Record<string, Section> => ({
  sla_defaults: {
    cases: runner(v.object({ category: v.string(), complexity: v.string() }), ({ category, complexity }, today) => {
      const wording = `${category}/${complexity}`;
      if (!isWording(wording)) throw new Error("is no service level that is known");
      return limitsOf(wording, policy({ region: "national", asOf: today }));
    }),
  },
});
