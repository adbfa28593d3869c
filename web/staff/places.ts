// The pages for staff that the header leads to, and for whom each is. A further one is added here; its name is in
// web/messages/staff-frame.ts. What somebody may do there the API decides: this only spares them doors that would not open.
import type { StaffRole } from "../../shared/staff/staff.ts";

const everybody: readonly StaffRole[] = [
  "agent",
  "visitor",
  "handler",
  "checker",
  "officer",
  "signer",
  "parameters",
  "auditor",
  "security-administrator",
];

export const places = {
  home: { path: "/staff", roles: everybody },
  desk: { path: "/staff/desk", roles: ["handler", "checker"] },
  console: { path: "/staff/console", roles: ["agent"] },
  callBacks: { path: "/staff/call-backs", roles: ["agent", "handler"] },
  audit: { path: "/staff/audit", roles: ["auditor"] },
  security: { path: "/staff/security", roles: ["security-administrator"] },
  visits: { path: "/staff/visits", roles: ["visitor"] },
  coverage: { path: "/staff/coverage", roles: ["visitor", "handler", "officer"] },
  review: { path: "/staff/visits/review", roles: ["checker"] },
} as const satisfies Record<string, { path: `/staff${string}`; roles: readonly StaffRole[] }>;
export type Place = keyof typeof places;
