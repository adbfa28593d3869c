// From the console to a form of the caller's own, and back. The ticket stands in the fragment: it stays out of the logs of servers.
import { here } from "../paths.ts";

/** What may be sent on the phone, by the page where it begins. What needs a paper is for the desk. */
export const actingPaths = [
  "/change/phone",
  "/change/residence",
  "/change/contact",
  "/change/hukou",
  "/change/employment",
  "/change/card",
  "/declaration",
  "/enrolment",
  "/duplicates",
  "/registration",
  "/check",
  "/submissions",
  "/family",
] as const;
export type ActingPath = (typeof actingPaths)[number];

/** Opens a residents' page for the person of a ticket, in a frame that says so all the time. */
export function startActing(ticket: string, path: string): void {
  location.assign(`${here("/staff/acting")}#${ticket}${path}`);
}

/** `#G-1122-7K2M-94QX/change/phone` */
export function actingAt(hash: string): { ticket: string; path: string } | undefined {
  const found = /^#(G-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})(\/[a-z/-]+)$/.exec(hash);
  return found ? { ticket: found[1]!, path: found[2]! } : undefined;
}

const NEEDS_PAPER = /^\/(?:change\/(?:name|number|birth|sex|death)|registration\/child|phone-replacement)/;
const OURS =
  /^\/(?:change|declaration|enrolment|duplicates|registration|submissions|family|check|policy|estimate|contact)(?:\/|$)/;

/** What a page of residents' is in the frame: one that may be used, one for the desk, or one that is nothing here. */
export function inFrame(pathname: string): "may" | "desk" | "out" {
  const path = pathname.replace(/^\/en(?=\/|$)/, "").replace(/\.html$/, "");
  if (NEEDS_PAPER.test(path)) return "desk";
  if (path === "/family/ask") return "out"; // it begins by a code that goes to somebody else
  return OURS.test(path) && !path.startsWith("/registration/new") && path !== "/registration/print" ? "may" : "out";
}
