import * as v from "valibot";
import { EventId, PersonId } from "./kernel/fields.ts";

/** On deltas.fifo: write the aliases of one person anew, because the secret behind them has another version. */
export const Rekey = v.strictObject({ rekey: PersonId, eventId: EventId });
export type Rekey = v.InferOutput<typeof Rekey>;
