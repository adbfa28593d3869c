// Where pages are, seen from the page that is open.
import { pathIn } from "./lang.ts";
import type { Lang } from "./messages/both.ts";

export const langOfPage = (): Lang => (document.documentElement.lang === "en" ? "en" : "zh");

/** A page in the language of this one: `here("/check")`. */
export const here = (path: string): string => pathIn(langOfPage(), path);

/** Away to where the session began and back to this very page. The promise never settles: the page that waits for it is left. */
export function leaveToSignIn(): Promise<never> {
  const door = /\/new/.test(location.pathname) ? "/registration/new" : "/sign-in"; // who is new signs in nowhere
  location.assign(`${here(door)}?return=${encodeURIComponent(location.pathname + location.search)}`);
  return new Promise(() => {});
}

/** Where a session begins: with the privacy notice while that is unread, and from there on to where the person wanted to go. */
export function firstPath({ notice }: { notice?: "unread" | undefined }): string {
  const wanted = returnPath();
  const first = here("/privacy-notice");
  return notice && !wanted.startsWith(first) ? `${first}?return=${encodeURIComponent(wanted)}` : wanted;
}

/** Where to go after signing in: a page of this site, never another one, in the language that is read now. */
export function returnPath(): string {
  const wanted = new URLSearchParams(location.search).get("return") ?? "";
  return here(/^\/(?![/\\])[\w\-/?=&.%]*$/.test(wanted) ? wanted.replace(/^\/en(?=\/|$)/, "") || "/" : "/check");
}
