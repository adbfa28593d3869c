// For whom somebody acts on this page: said on top of it, whatever the page is, with the way out; and why something cannot be done.
import { isDelegation } from "../../../shared/delegation/whom.ts";
import { call } from "../../call.ts";
import { element } from "../../dom.ts";
import type { actingFor } from "../../messages/acting-for.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { type Standing, scopeOf, standingOf, type Why } from "./standing.ts";

export type Words = Record<keyof typeof actingFor.zh, string>;
type Code = keyof typeof saidOf;

/** What the API says of who may act, in words: whatever the page is, and whatever it makes of its own answer. */
const saidOf = {
  "delegation.ended": "over",
  "delegation.not-yours": "over",
  "child.not-yours": "over",
  "delegation.look-only": "lookOnly",
  "delegation.scope": "scope",
  "delegation.never": "onlyThem",
  "child.objected": "objected",
} as const satisfies Record<string, Why>;
const isSaid = (code: string): code is Code => code in saidOf;

/** Nobody's but an adult's own: by these they sign in, or see who looked. A child's parents see who looked too. */
const ownOf = (delegated: boolean) => (delegated ? ownOfAdult : /^\/my-data(?:$|\/)/);
const ownOfAdult = /^\/(?:change\/(?:phone|name|number|birth|sex|death)|access-log|my-data)(?:$|\/)/;
const changes = /^\/(?:change|declaration)(?:$|\/)/;
const pathOf = (pathname: string) => pathname.replace(/^\/en(?=\/|$)/, "").replace(/\.html$/, "");

export const bandIn =
  (words: Words) =>
  async (place: HTMLElement): Promise<void> => {
    const whom = new URLSearchParams(location.search).get("for") ?? "";
    const delegated = isDelegation(whom);
    const more = element("p", {});
    let standing: Standing | undefined;

    const show = (title: string, texts: readonly string[]) => {
      const leave = element("a", { href: here("/family") }, words.toFamily);
      place.className = "note acting";
      place.setAttribute("role", "status");
      place.replaceChildren(
        element("h2", {}, title),
        ...texts.map((text) => element("p", {}, text)),
        more,
        element("p", {}, leave),
      );
    };
    /** Beside for whom one acts, which stays. */
    function tell(why: Why, kept = "") {
      if (why === "over") show(words.over, []);
      more.replaceChildren(fill(words[why === "over" ? "overText" : why], { time: standing?.opens ?? "" }) + kept);
      if (why === "submissions") more.append(" ", element("a", { href: here("/submissions") }, words.toSubmissions));
      place.scrollIntoView();
    }

    hear((code) => {
      tell(saidOf[code], words.kept);
      sayOnce(place);
    });
    standing = await standingOf(whom, words, call);
    show(standing.title, standing.texts);
    const { why: whyNot } = standing;
    const closed = whyNot(scopeOf(pathOf(location.pathname)));
    if (closed) {
      // Nothing below can be read: "cannot be read" would look like a fault of ours.
      for (const node of Array.from(place.parentElement!.children))
        if (node instanceof HTMLElement && node.compareDocumentPosition(place) & 2) node.hidden = true;
      // It stands there already why; what can be done is the next step.
      if (standing.said !== closed) tell(closed);
      if (closed !== "over" && delegated)
        more.append(" ", element("a", { href: `${here("/check")}?for=${whom}` }, words.toCheck));
    }
    const own = ownOf(delegated);
    if (standing.name) asTheirs(standing.name, own, whyNot, words);
    const declared = scopeOf(pathOf(location.pathname)) !== "changes" && document.querySelector("[for=declared-1]");
    if (declared && standing.name) declared.textContent = fill(words.declare, { name: standing.name });

    /** Links in the page go on for the same person, or say that they cannot. The header and the footer lead back to oneself. */
    document.getElementById("main")!.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (!link || link.origin !== location.origin || place.contains(link)) return;
      const path = pathOf(link.pathname);
      const stop = (why: Why) => {
        event.preventDefault();
        tell(why);
      };
      const scope = changes.test(path) ? "changes" : /^\/access-log(?:$|\/)/.test(path) ? "look" : scopeOf(path);
      if (own.test(path)) return stop("onlyThem");
      if (delegated && path === "/submissions") return stop("submissions");
      if (!scope) return;
      const why = whyNot(scope);
      if (why) return stop(why);
      // What of somebody else may be changed is changed in the registration form.
      if (changes.test(path)) link.pathname = here("/registration");
      const query = new URLSearchParams(changes.test(path) ? "" : link.search);
      if (!query.has("for")) query.set("for", whom);
      link.search = `?${query}`;
    });
  };

/** What the page asks is answered as ever; a refusal that is about who may act is told here first. */
function hear(told: (code: Code) => void): void {
  const ask = window.fetch;
  window.fetch = async (...given) => {
    const answer = await ask(...given);
    if (given[1]?.method !== "POST" || answer.status < 400 || answer.status >= 500) return answer;
    const refused: Promise<{ findings?: { code: string }[] }> = answer.clone().json();
    const { findings = [] } = await refused.catch(() => ({ findings: [] }));
    const found = findings.find(({ code }) => isSaid(code));
    if (found && isSaid(found.code)) told(found.code);
    return answer;
  };
}

/** The form has no better words for it than that it cannot be done: its list of errors is not left standing above. */
function sayOnce(place: HTMLElement): void {
  const { title } = document;
  const above = document.querySelector("h1")!.parentElement!;
  const watch = new MutationObserver(() => {
    const errors = above.querySelector(":scope > [role=alert]"); // by its class every page would carry the looks of a form
    if (!errors) return;
    watch.disconnect();
    errors.remove();
    document.title = title;
    place.tabIndex = -1;
    place.focus();
    place.scrollIntoView();
  });
  watch.observe(above, { childList: true });
  const stop = () => watch.disconnect(); // a later list says something else
  addEventListener("submit", stop, { capture: true, once: true });
}

/** "My insurance" is not whose it is; and a button that would only say no is not there. In a sentence a link stays, and says so. */
function asTheirs(name: string, own: RegExp, whyNot: Standing["why"], words: Words): void {
  const main = document.getElementById("main")!;
  const isCheck = pathOf(location.pathname) === "/check";
  const heading = document.querySelector("h1")!;
  if (isCheck) document.title = heading.textContent = fill(words.check, { name });

  const isNo = (path: string) => {
    const scope = changes.test(path) ? "changes" : scopeOf(path);
    return own.test(path) || path === "/change/contact" || (scope !== undefined && whyNot(scope) !== undefined);
  };
  const tidy = () => {
    for (const link of Array.from(main.querySelectorAll<HTMLAnchorElement>(":is(.acts, .mine, .facts, .end, .src) a")))
      if (link.origin === location.origin && isNo(pathOf(link.pathname)))
        (link.closest<HTMLElement>(".facts > div") ?? link).style.display = "none";
    const mine = document.getElementById("mine");
    if (isCheck && mine) mine.textContent = fill(words.mine, { name });
    const change = main.querySelector(".acts a.btn[href$='/change']");
    if (change) change.textContent = words.toForm;
  };
  const watch = new MutationObserver(() => {
    watch.disconnect(); // what it writes itself is no news
    tidy();
    watch.observe(main, { childList: true, subtree: true });
  });
  tidy();
  watch.observe(main, { childList: true, subtree: true });
}
