import { ACTING } from "../../../shared/acting/contract.ts";
import { allKept } from "../../registration/form.ts";

/** A right body for each address below a ticket at which something may be sent for a caller. */
export const bodies: Readonly<Record<string, unknown>> = {
  [`${ACTING}/phone-codes`]: { phone: "15400001234" },
  [`${ACTING}/changes`]: { item: "card", hasCard: true },
  [`${ACTING}/declarations`]: { insurance: "pension", reasons: [{ code: "P01" }] },
  [`${ACTING}/enrolments`]: { wish: { action: "stop", scheme: "110", from: "2026-04", reason: "moved" } },
  [`${ACTING}/duplicates`]: { id: "0123456789abcdef", answer: { says: "object", text: "不是我参加的" } },
  [`${ACTING}/transfers`]: { wish: { kind: "employee-pension", from: "320100", to: "340400" } },
  [`${ACTING}/transfers/:receipt/steps`]: { event: "withdrawn" },
  [`${ACTING}/registrations`]: allKept,
};
