/** What staff open a record for, by the names that stand in the rows (functions/looks/table.ts). */
export const lookPurposes = ["call", "task", "visit", "list", "audit", "operator", "police", "inspection", "court"] as const;
export type LookPurposeName = (typeof lookPurposes)[number];
