// Who may meet a field at all. Residents and guardians, and the roles of staff (docs/glossary.md). What somebody may do with it,
// and with whose, is another question: regions, tasks and calls decide that.
export const roles = [
  "resident",
  "guardian",
  "agent",
  "visitor",
  "handler",
  "checker",
  "officer",
  "signer",
  "parameters",
  "auditor",
  "security-administrator",
] as const;
export type Role = (typeof roles)[number];
