// The pages of part three for one insurance: each asks what the reasons before it need.
import { asksEmployer, asksGraduation, asksPlace, asksText, asksUntil } from "../declaration/said.ts";

const pages = ["", "/employer", "/details", "/place"] as const;
export type ReasonPage = (typeof pages)[number];

const isAsked = (page: ReasonPage, codes: readonly string[]): boolean => {
  if (page === "/employer") return asksEmployer(codes);
  if (page === "/place") return asksPlace(codes);
  return [asksUntil, asksGraduation, asksText].some((asks) => asks(codes));
};

/** Its address behind `/registration`; empty where all is said: back to the list. */
export function pageAfter(page: ReasonPage, codes: readonly string[]): string {
  const next = pages.slice(pages.indexOf(page) + 1).find((one) => isAsked(one, codes));
  return next ? `/reasons${next}` : "";
}
