import { element } from "../dom.ts";
import { showNotice } from "../notice.ts";
import { here } from "../paths.ts";

/** This session proves too little for this page: one more proof, and back here. */
export function showLimited(words: Record<"limitedTitle" | "limitedText" | "limitedLink", string>): void {
  const back = `?return=${encodeURIComponent(location.pathname + location.search)}`;
  const link = element("a", { class: "btn", href: here("/check-limited") + back }, words.limitedLink);
  showNotice(words.limitedTitle, [words.limitedText, link], "warn");
}
