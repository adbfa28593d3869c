// What the form asks of the five insurances: parts two, four and five of annex 2, with options that nobody joins any more.
import * as v from "valibot";
import { DivisionCode } from "../kernel/fields.ts";

/** Part two, pension: employees', residents', organs and public institutions, land-lost farmers, another one. */
export const PensionOption = v.picklist(["EMPLOYEE", "RESIDENT", "ORGAN", "LAND_LOST", "OTHER"]);
export type PensionOption = v.InferOutput<typeof PensionOption>;

/** Part two, medical: employees', residents', new rural cooperative, publicly funded, migrant workers', another one. */
export const MedicalOption = v.picklist(["EMPLOYEE", "RESIDENT", "NEW_RURAL", "PUBLIC", "MIGRANT", "OTHER"]);
export type MedicalOption = v.InferOutput<typeof MedicalOption>;

/** One entry for each insurance of which there is something to say. */
export const perInsurance = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject({
    pension: v.optional(schema),
    medical: v.optional(schema),
    unemployment: v.optional(schema),
    injury: v.optional(schema),
    maternity: v.optional(schema),
  });

/** What somebody says of their insurances, as the register keeps it beside what agencies say. */
export const Stated = v.object({
  pension: v.array(PensionOption),
  medical: v.array(MedicalOption),
  unemployment: v.boolean(),
  injury: v.boolean(),
  maternity: v.boolean(),
  /** A city of the same province, or another province. */
  elsewhere: perInsurance(DivisionCode),
  duplicates: perInsurance(v.array(DivisionCode)),
});
export type Stated = v.InferOutput<typeof Stated>;
