import type { Identity } from "../registration.ts";

/** How a child is called that has no name yet, after the parent who registers it. */
export const unnamed = (parent: string, sex: "M" | "F"): string => `${parent}之${sex === "M" ? "子" : "女"}`;

/** Known by the certificate of birth alone, and still called after a parent: whatever it is called later is its name. */
export const isUnnamed = ({ docType, name }: Pick<Identity, "docType" | "name">): boolean =>
  docType === "BIRTH_CERT" && /.之[子女]$/u.test(name);
