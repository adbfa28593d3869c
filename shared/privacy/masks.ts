// Which field is shown how, where it is not the person's own copy (handbook 12, 16). Everything that masks a field asks here; the
// field table reads it. Apart from the table, so that the API does not carry that.
import { type MaskKind, mask } from "../kernel/masking.ts";
import type { DocType } from "../registration.ts";

export const masks = {
  name: "name",
  formerNames: "name",
  number: "id",
  passport: "passport",
  phone: "phone",
  landline: "landline",
  residence: "address",
  contact: "address",
  hukou: "address",
  card: "bankcard",
} as const satisfies Record<string, MaskKind>;

export type MaskedField = keyof typeof masks;

export const masked = (field: MaskedField, value: string): string => mask(masks[field], value);

export const maskedNumber = ({ docType, number }: { docType: DocType; number: string }): string =>
  masked(docType === "PASSPORT" ? "passport" : "number", number);
