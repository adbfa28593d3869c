import * as v from "valibot";
import { mask, maskKinds } from "../../shared/kernel/masking.ts";
import { runner, type Section } from "./section.ts";

export const masking: Section = {
  cases: runner(
    v.object({ kind: v.picklist(maskKinds), value: v.string() }),
    ({ kind, value }) => ({ masked: mask(kind, value) }),
    { described: ["rule"] },
  ),
};
