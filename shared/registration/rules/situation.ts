// What the rules of the form are asked about. The browser asks before sending, the API before recording, the worker before applying.
import type * as v from "valibot";
import type { Purpose } from "../../evidence/purposes.ts";
import type { Instant, PlainDate } from "../../kernel/calendar.ts";
import type { Insurance, Registration } from "../../registration.ts";
import type { FilledForm } from "../form.ts";
import type { HeldOptions } from "../schemes.ts";

/** All but the person: a page sees a masked name and number only, and every rule is asked there without them. */
export type Answers = Omit<FilledForm, "person" | "card" | "hukou" | "landline" | "mobile" | "voluntary" | "residence"> & {
  residence: Pick<FilledForm["residence"], "division">;
};

export type FormSituation = {
  filled: Answers;
  now: Instant;
  status: Registration["status"];
  birth?: PlainDate | undefined;
  /** Whom the record is of; a page does not know it in full, and leaves the rule about signatures to the API. */
  name?: string | undefined;
  /** By part one, who must have what (duties.ts). Undefined: a number of policy is missing, and nothing is demanded. */
  required?: Readonly<Record<string, readonly Insurance[]>> | undefined;
  /** What agencies hold: what stands there is not impossible, however odd it looks. */
  held: HeldOptions;
  /** Reasons that were said before: their days were right when they were said. */
  keptReasons: readonly Insurance[];
  /** Of the pictures and PDFs that are sent along. */
  evidence: readonly v.InferOutput<typeof Purpose>[];
  /** A parent sends it, whom the register proves to be one. */
  byParent: boolean;
  /** At the door they told, and did not sign. */
  unsigned?: boolean | undefined;
};
