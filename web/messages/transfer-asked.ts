// A transfer and its steps, as receipts and lists name what was sent.
import type { personsEvents } from "../../shared/transfer/events.ts";
import type { TransferKind } from "../../shared/transfer/transfer.ts";
import { both } from "./both.ts";

type PersonsStep = (typeof personsEvents)[number];

export const transferAsked = both(
  {
    transfer: "转移申请",
    "transfer.employee-pension": "职工养老保险转移",
    "transfer.resident-pension": "居民养老保险转移",
    "transfer.pension-switch": "职工和居民养老保险之间转",
    "transfer.medical": "医保转移",
    "transfer.unemployment": "失业保险转移",
    "transfer-step.corrected": "改好转移申请",
    "transfer-step.withdrawn": "撤回转移申请",
  } satisfies Record<"transfer" | `transfer.${TransferKind}` | `transfer-step.${PersonsStep}`, string>,
  {
    transfer: "Application for a transfer",
    "transfer.employee-pension": "Move of the employee pension",
    "transfer.resident-pension": "Move of the resident pension",
    "transfer.pension-switch": "Switch between employee and resident pension",
    "transfer.medical": "Move of medical insurance",
    "transfer.unemployment": "Move of unemployment insurance",
    "transfer-step.corrected": "A transfer's application corrected",
    "transfer-step.withdrawn": "A transfer's application taken back",
  },
);
