// Part three: why an insurance is missing. What a declaration asks of reasons is asked here too. Handbook 4, 10.4.
import { type DeclarationFinding, datesAhead, lastingReasonRules } from "../../declaration/rules.ts";
import { examine, type Finding, finding } from "../../kernel/rule.ts";
import { Insurance } from "../../registration.ts";
import { workKey } from "../duties.ts";
import { type HeldOptions, saysInsured } from "../schemes.ts";
import type { FormSituation } from "./situation.ts";

export type ReasonFinding =
  | "registration.reason-missing"
  | "registration.reason-for-insured"
  | "registration.reason-not-student"
  | DeclarationFinding;
export type ReasonSituation = Pick<FormSituation, "required" | "now" | "keptReasons"> & {
  filled: Pick<FormSituation["filled"], "work" | "elsewhere" | "reasons"> & HeldOptions;
};
type ReasonsRule = (situation: ReasonSituation) => Finding<ReasonFinding>[];

/** Since 2019 whoever is in the employees' medical insurance has it with that (handbook 2.1); organs have their own. */
const hasMaternityInside = (medical: readonly string[]) => medical.includes("EMPLOYEE") || medical.includes("PUBLIC");

/** Insured elsewhere is insured. For what is voluntary a mark is enough (人社部发〔2014〕40号 三(一)2). */
export const reasonsDue = ({ filled, required = {} }: Pick<ReasonSituation, "filled" | "required">): Insurance[] =>
  (required[workKey(filled)] ?? []).filter(
    (insurance) => !saysInsured(filled, insurance) && !(insurance === "maternity" && hasMaternityInside(filled.medical)),
  );

const reasonsAreGiven: ReasonsRule = (situation) =>
  reasonsDue(situation)
    .filter((insurance) => !situation.filled.reasons[insurance])
    .map((insurance) => finding("registration.reason-missing", "reasons", insurance));

const reasonsAreForWhatIsMissing: ReasonsRule = ({ filled }) =>
  given(filled)
    .filter(([insurance]) => saysInsured(filled, insurance))
    .map(([insurance]) => finding("registration.reason-for-insured", "reasons", insurance));

const studentsStudy: ReasonsRule = ({ filled }) =>
  filled.work.without === "STUDENT"
    ? []
    : given(filled).flatMap(([insurance, reasons]) => {
        const at = reasons.findIndex(({ code }) => code === "O05");
        return at < 0 ? [] : [finding("registration.reason-not-student", "reasons", insurance, String(at))];
      });

const asDeclared: ReasonsRule = ({ filled, now, keptReasons }) =>
  given(filled).flatMap(([insurance, reasons]) => {
    const rules = keptReasons.includes(insurance) ? lastingReasonRules : [...lastingReasonRules, datesAhead];
    const found = examine(rules, { declaration: { insurance, reasons }, now });
    return found.map(({ code, path: [, ...rest] }) => finding(code, "reasons", insurance, ...rest));
  });

const given = ({ reasons }: ReasonSituation["filled"]) =>
  Insurance.options.flatMap((insurance) => {
    const said = reasons[insurance];
    return said ? [[insurance, said] as const] : [];
  });

export const reasonRules = [reasonsAreGiven, reasonsAreForWhatIsMissing, studentsStudy, asDeclared];
