/** A right body for each address of transfers at which staff send something. */
export const bodies: Readonly<Record<string, unknown>> = {
  "/staff/transfers/:transfer/hands": { to: "me" },
  "/staff/transfers/:transfer/steps": { event: "accepted", at: "2026-03-31" },
};
