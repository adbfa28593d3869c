// The form as it is printed: whole, with the names of its places.
import type { DivisionCode } from "../kernel/fields.ts";
import type { Submission } from "../submission.ts";
import type { ShownStatus } from "../submissions/contract.ts";
import type { PrintedForm } from "./contract.ts";
import type { FilledForm, RegistrationAccepted } from "./form.ts";
import { levelsOf } from "./places.ts";

export const printedForm = (
  { receipt, status, queuedAt, findings = [] }: Submission,
  { filled, acceptedAt }: RegistrationAccepted,
  placeName: (code: string) => string,
): PrintedForm => ({
  receipt,
  status: shown(status, queuedAt),
  acceptedAt,
  filled,
  findings,
  places: placesIn(filled).map((division) => levelsOf(division, placeName)),
});

const shown = (status: Submission["status"], queuedAt: Submission["queuedAt"]): ShownStatus =>
  status === "received" && queuedAt ? "queued" : status;

/** Reasons may name a place too: where somebody is insured, or has moved to. */
function placesIn({ hukou, residence, elsewhere, duplicates, reasons }: FilledForm): DivisionCode[] {
  const named = Object.values(reasons).flatMap((said = []) =>
    said.flatMap((reason) => ("place" in reason ? [reason.place] : [])),
  );
  const twice = Object.values(duplicates).flatMap((places = []) => places);
  return [
    ...new Set([
      hukou.division,
      residence.division,
      ...Object.values(elsewhere).flatMap((place) => place ?? []),
      ...twice,
      ...named,
    ]),
  ];
}
