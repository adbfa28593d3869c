// What can happen to a transfer, and where it then stands: the one list of each. Apart from the schemas, for pages that need no more.

/** What a person says of their own transfer, and what an agency says; each in the order in which they may come. */
export const personsEvents = ["corrected", "withdrawn"] as const;
export const agencysEvents = [
  "accepted",
  "rejected",
  "contact-sent",
  "returned",
  "out-done",
  "sheet-received",
  "money-received",
  "completed",
  "notified",
  "suspended",
  "resumed",
] as const;
export const reportedEvents = [...agencysEvents, ...personsEvents] as const;

/** `submitted` is how it begins. */
export const transferEvents = ["submitted", ...reportedEvents] as const;
export type TransferEvent = (typeof transferEvents)[number];

/** Handbook 6.1. A draft is the page's own; the worker opens a transfer as `submitted`. */
export const transferStates = [
  "submitted",
  "accepted",
  "contact-sent",
  "returned",
  "corrected",
  "out-done",
  "sheet-received",
  "money-received",
  "arrived",
  "completed",
  "notified",
  "rejected",
  "withdrawn",
  "suspended",
] as const;
