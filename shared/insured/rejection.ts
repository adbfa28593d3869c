import type { DocumentError } from "../kernel/documents.ts";
import type { StepFinding } from "../transfer/step.ts";
import type { Column } from "./columns.ts";
import type { PeriodError } from "./periods.ts";

/** Why a row is not taken. The words for officers are in scripts/feed/words.ts. */
export type RejectionCode =
  | `number-${DocumentError}`
  | PeriodError
  | "number-missing"
  | "number-unknown-kind"
  | "document-type-unknown"
  | "name-missing"
  | "name-unreadable"
  | "sex-unknown"
  | "date-unreadable"
  | "date-in-future"
  | "division-missing"
  | "division-unreadable"
  | "phone-unreadable"
  | "scheme-unknown"
  | "status-unknown"
  | "retired-unknown"
  | "identity-unknown"
  | "ends-before-it-begins"
  | "amount-unreadable"
  | "amounts-for-other-periods"
  | "text-unreadable"
  | "cell-too-long"
  | "receipt-unreadable"
  | "event-unknown"
  | "count-unreadable"
  | "transfer-unknown"
  | StepFinding
  | "cells-missing"
  | "cells-too-many";

export type Rejection = { column: Column; code: RejectionCode };
