import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Copy } from "../../shared/privacy/contract.ts";
import type { Looks } from "../looks/looks.ts";
import type { OpenWhole } from "../record.ts";
import type { Uploads } from "../uploads/uploads.ts";

export type CopyParts = {
  client: DynamoDBClient;
  casework: string;
  openWhole: OpenWhole;
  looks: Looks;
  uploads(): Promise<Uploads>;
  now(): Instant;
};
export type Asking = { personId: PersonId; sessionId: string; before?: number };
export type TakeCopy = (asking: Asking) => Promise<Omit<Copy, "places"> | undefined>;

/** What makes a copy is loaded for who wants one: nobody else waits for it. */
export const copiesOf =
  (parts: CopyParts): TakeCopy =>
  async (asking) =>
    (await import("./copy.ts")).takeCopy(parts, asking);
