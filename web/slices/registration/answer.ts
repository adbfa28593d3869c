// As much of what the form begins with as its pages read (shared/registration/contract.ts has all of it).
import * as v from "valibot";

const text = v.optional(v.string());
const Address = v.optional(v.object({ division: v.string(), text: v.string() }));

/** What every page reads. */
export const Bare = v.object({
  draftKeys: v.optional(v.array(v.string())),
  person: v.object({ name: v.string(), birth: text, number: v.string() }),
});
export type Bare = v.InferOutput<typeof Bare>;

export const Places = v.object({ ...Bare.entries, hukou: Address, residence: Address });
export type Places = v.InferOutput<typeof Places>;

const entries = {
  ...Places.entries,
  confirmed: v.optional(v.object({ on: v.string() })),
  card: v.optional(v.object({ hasCard: v.boolean() })),
  landline: v.optional(v.object({ masked: text })),
  mobile: v.optional(v.object({ masked: v.string() })),
  work: v.optional(v.object({ employer: text, without: text })),
  insurances: v.array(
    v.object({
      insurance: v.string(),
      insured: v.boolean(),
      options: v.array(v.string()),
      elsewhere: text,
      places: v.array(v.string()),
      reason: v.optional(v.object({ codes: v.array(v.string()), expired: v.boolean() })),
    }),
  ),
  required: v.record(v.string(), v.array(v.string())),
};
export const Form = v.object(entries);
export type Form = v.InferOutput<typeof Form>;

/** To be shown in words too. */
export const Shown = v.object({
  ...entries,
  person: v.object({ ...Bare.entries.person.entries, sex: v.string(), docType: v.string() }),
  places: v.array(v.object({ division: v.string(), name: v.string() })),
});
export type Shown = v.InferOutput<typeof Shown>;
