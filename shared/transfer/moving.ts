import * as v from "valibot";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { Scheme } from "../registration.ts";
import { TransferKind } from "./transfer.ts";

/**
 * That one of a kind is on its way, in the register beside what it moves: a page shows both from one reading. `receipt`: of the application.
 * `to` and `scheme`: where it goes. `needsPerson`: it waits for them, and for no agency.
 */
export const Moving = v.object({
  kind: TransferKind,
  receipt: Receipt,
  to: DivisionCode,
  scheme: Scheme,
  needsPerson: v.optional(v.literal(true)),
});
export type Moving = v.InferOutput<typeof Moving>;
