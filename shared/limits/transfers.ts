// Within how many working days an agency has to do its part of a transfer. Handbook 6. Apart from the other limits: pages that move an
// insurance need no more.
import * as v from "valibot";
import type { Key } from "../policy/keys.ts";
import type { Law } from "../policy/law.ts";

export const transferLimits = {
  "pension-transfer-step": { key: "limit.pension-transfer-step", counted: "working-days" },
  "pension-transfer-whole": { key: "limit.pension-transfer-whole", counted: "working-days" },
  "pension-switch-step": { key: "limit.pension-switch-step", counted: "working-days" },
  "resident-pension-transfer-step": { key: "limit.resident-pension-transfer-step", counted: "working-days" },
  "unemployment-transfer-step": { key: "limit.unemployment-transfer-step", counted: "working-days" },
  "medical-transfer-out": { key: "limit.medical-transfer-out", counted: "working-days" },
  "medical-transfer-whole": { key: "limit.medical-transfer-whole", counted: "working-days" },
  "medical-transfer-in": { key: "limit.medical-transfer-in", counted: "working-days" },
} as const satisfies Record<string, { key: Key; counted: "working-days" }>;

export type TransferLimit = keyof typeof transferLimits;
export const TransferLimit = v.picklist(Object.keys(transferLimits) as TransferLimit[]); // they are its keys, and Object.keys forgets that

export const transferLimit = (name: TransferLimit, law: Law) => law.read({ days: transferLimits[name].key });
