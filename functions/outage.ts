import { reasonsOf } from "./cancellation.ts";
import { passes } from "./transact.ts";

const BROKEN_LINES = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT"];
const OVERLOADS = [
  "ThrottlingException",
  "RequestLimitExceeded",
  "ProvisionedThroughputExceededException",
  "TransactionConflictException",
  "TimeoutError",
  "AbortError",
];

/** A part of the service cannot be reached or cannot answer now; trying again later helps. Anything else is a fault of ours. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  const serverFault = "$fault" in error && error.$fault === "server";
  const brokenLine = "code" in error && BROKEN_LINES.includes(String(error.code));
  return serverFault || brokenLine || OVERLOADS.includes(error.name) || reasonsOf(error).some(passes);
}
