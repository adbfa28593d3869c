// The options of 2014 against the schemes of today, and back. Handbook 2.1.
import type { DivisionCode } from "../kernel/fields.ts";
import type { Insurance, Scheme, Summary } from "../registration.ts";
import type { MedicalOption, PensionOption, Stated } from "./options.ts";

/** No scheme: local remnants that no agency's file tells of. They stay choosable. */
export const pensionSchemes = {
  EMPLOYEE: "110",
  RESIDENT: "170",
  ORGAN: "120",
  LAND_LOST: undefined,
  OTHER: undefined,
} as const satisfies Record<PensionOption, Scheme | undefined>;

/** The new rural cooperative became part of the residents' scheme in 2016 (国发〔2016〕3号). */
export const medicalSchemes = {
  EMPLOYEE: "310",
  RESIDENT: "390",
  NEW_RURAL: "390",
  PUBLIC: undefined,
  MIGRANT: undefined,
  OTHER: undefined,
} as const satisfies Record<MedicalOption, Scheme | undefined>;

const pensionOptions: Partial<Record<Scheme, PensionOption>> = { "110": "EMPLOYEE", "170": "RESIDENT", "120": "ORGAN" };
const medicalOptions: Partial<Record<Scheme, MedicalOption>> = { "310": "EMPLOYEE", "390": "RESIDENT" };

/** An enrolment that has not ended, as the form asks for it. */
export type Running = { scheme: Scheme; region: DivisionCode };

/** Everything an agency holds of one insurance, the leading enrolment first. */
export function runningIn({ held = [], insurances }: Summary, insurance: Insurance): Running[] {
  const leading = insurances[insurance];
  if (!leading || leading.status === "ended") return [];
  const options = insurance === "pension" ? pensionOptions : insurance === "medical" ? medicalOptions : {};
  const alike = held.filter(({ scheme }) => options[scheme]);
  return alike.length > 0 ? alike : [leading];
}

/** Part two as the agencies' files would fill it in. */
export type HeldOptions = Pick<Stated, "pension" | "medical" | "unemployment" | "injury" | "maternity">;

export function heldOptions(summary: Summary): HeldOptions {
  const among = <Option>(insurance: Insurance, options: Partial<Record<Scheme, Option>>) => [
    ...new Set(runningIn(summary, insurance).flatMap(({ scheme }) => options[scheme] ?? [])),
  ];
  const runs = (insurance: Insurance) => runningIn(summary, insurance).length > 0;
  return {
    pension: among("pension", pensionOptions),
    medical: among("medical", medicalOptions),
    unemployment: runs("unemployment"),
    injury: runs("injury"),
    maternity: runs("maternity"),
  };
}

/** Insured by what part two says; part four counts as well (handbook 10.4). */
export const isTicked = (stated: HeldOptions, insurance: Insurance): boolean => {
  const said = stated[insurance];
  return typeof said === "boolean" ? said : said.length > 0;
};

export const saysInsured = (stated: HeldOptions & Pick<Stated, "elsewhere">, insurance: Insurance): boolean =>
  isTicked(stated, insurance) || stated.elsewhere[insurance] !== undefined;
