// What was said, as the draft holds it: no page is touched here.
import * as v from "valibot";
import { purposeFor } from "../../../shared/declaration/evidence.ts";
import { SaidReason } from "../../../shared/registration.ts";
import type { Typed } from "../../drafts.ts";
import { employerIn } from "../change/employer.ts";

/** The codes that were chosen, the main one first. */
export function codesIn(typed: Typed): string[] {
  const chosen = Object.keys(typed).flatMap((name) => (name.startsWith("why.") && typed[name] ? [name.slice(4)] : []));
  const main = typed["main"] ?? "";
  return chosen.includes(main) ? [main, ...chosen.filter((code) => code !== main)] : chosen;
}

const some =
  (...asked: string[]) =>
  (codes: readonly string[]) =>
    codes.some((code) => asked.includes(code));
export const asksEmployer = (codes: readonly string[]) => codes.some((code) => code.startsWith("U"));
/** A platform alone is asked for nothing but its name, if that. */
export const mustNameEmployer = (codes: readonly string[]) => codes.some((code) => code.startsWith("U") && code !== "U06");
export const asksUntil = some("O01", "O04");
export const asksGraduation = some("O05");
export const asksText = some("O99");
export const asksPlace = some("P06", "O07");

/** The pages that follow the first: each asks what the reasons before it need. */
export function pagesAfter(codes: readonly string[]): ("/details" | "/place" | "/evidence" | "/check")[] {
  const details = [asksEmployer, asksUntil, asksGraduation, asksText].some((asks) => asks(codes));
  return [
    ...(details ? ["/details" as const] : []),
    ...(asksPlace(codes) ? ["/place" as const] : []),
    ...(purposeFor(codes) ? ["/evidence" as const] : []),
    "/check",
  ];
}

/** The page that follows this one. */
export const pageAfter = (page: string, codes: readonly string[]): string => {
  const pages: readonly string[] = pagesAfter(codes);
  return pages[pages.indexOf(page) + 1] ?? "/check";
};

export const graduationIn = (typed: Typed): string =>
  `${typed["graduation.year"] ?? ""}-${(typed["graduation.month"] ?? "").padStart(2, "0")}`;
export const textIn = (typed: Typed): string => (typed["text"] ?? "").normalize("NFC").replace(/\s+/g, " ").trim(); // its lines become one

/** `kept-until`: the day as the page before understood it. */
function reasonOf(code: string, typed: Typed): object {
  const codes = [code];
  return {
    code,
    ...(asksEmployer(codes) && (mustNameEmployer(codes) || typed["employer.name"]) && { employer: employerIn(typed) }),
    ...(mustNameEmployer(codes) && { named: typed["named"] === "yes" }),
    ...(asksUntil(codes) && typed["kept-until"] && { until: typed["kept-until"] }),
    ...(asksGraduation(codes) && { graduation: graduationIn(typed) }),
    ...(asksText(codes) && { text: textIn(typed) }),
    ...(asksPlace(codes) && { place: typed["kept-division"] }),
  };
}

/** As it is sent; none where something is still missing. */
export function saidIn(typed: Typed): SaidReason[] {
  const read = codesIn(typed).map((code) => v.safeParse(SaidReason, reasonOf(code, typed)));
  return read.every(({ success }) => success) ? read.flatMap((one) => (one.success ? [one.output] : [])) : [];
}

/** The ids of the papers that have arrived. */
export const papersIn = (typed: Typed): string[] => (typed["papers"] ?? "").split(" ").filter(Boolean);
