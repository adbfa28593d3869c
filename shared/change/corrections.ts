// What the register says wrongly about who somebody is, and the death of a relative: each needs a paper and two people.
// Handbook 1.2-1.8, 10.4.
import * as v from "valibot";
import type { Purpose } from "../evidence/purposes.ts";
import { PlainDate } from "../kernel/calendar.ts";
import { line } from "../kernel/fields.ts";
import { Name } from "../kernel/names.ts";
import { DocType } from "../registration.ts";

/** Why a name is another one: registered wrongly, changed at the police, a character or dot that was not kept, something else. */
export const NameReason = v.picklist(["mistake", "renamed", "character", "other"]);
export type NameReason = v.InferOutput<typeof NameReason>;

/** What the person who died was to the one who reports it. */
export const Relative = v.picklist(["spouse", "parent", "child", "grandparent", "grandchild", "sibling", "other"]);
export type Relative = v.InferOutput<typeof Relative>;

export const NameCorrection = v.strictObject({
  item: v.literal("name"),
  name: Name,
  reason: NameReason,
  text: v.optional(line(200)),
});
export const SexCorrection = v.strictObject({ item: v.literal("sex"), sex: v.picklist(["M", "F"]) });
export const BirthCorrection = v.strictObject({ item: v.literal("birth"), birth: PlainDate });
/** `number`: as typed on its way here, in the form to keep from then on (kernel/documents.ts). */
export const NumberCorrection = v.strictObject({ item: v.literal("number"), docType: DocType, number: line(40) });
export const DeathReport = v.strictObject({
  item: v.literal("death"),
  number: line(40),
  name: Name,
  relation: Relative,
  diedOn: PlainDate,
});
export const Correction = v.variant("item", [NameCorrection, SexCorrection, BirthCorrection, NumberCorrection, DeathReport]);
export type Correction = v.InferOutput<typeof Correction>;
export type CorrectionItem = Correction["item"];

export const isCorrection = <Other extends { item: string }>(
  change: Other | Correction,
): change is Extract<Other | Correction, { item: CorrectionItem }> => correctionItems.some((item) => item === change.item);

export const correctionItems = ["name", "number", "birth", "sex", "death"] as const satisfies readonly CorrectionItem[];

/** For which purpose the paper is handed in that each of them needs. */
export const purposes = {
  name: "name-correction",
  sex: "sex-correction",
  birth: "birth-correction",
  number: "number-correction",
  death: "death",
} as const satisfies Record<CorrectionItem, Purpose>;
