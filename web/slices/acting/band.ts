// For whom somebody acts on this page: said on top of it, whatever the page is, with the way out.
import { listChildren } from "../../../shared/children/contract.ts";
import { listDelegations } from "../../../shared/delegation/contract.ts";
import { call } from "../../call.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { actingFor } from "../../messages/acting-for.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";

type Words = Record<keyof typeof actingFor.zh, string>;
type Said = { title: string; texts: string[] };

/** What can be done for somebody: a link there keeps for whom. */
const goes = /^(?:\/en)?\/(?:check|enrolment|registration|transfers?|reminders|duplicates)(?:$|\/)/;
/** What nobody can do for an adult: the page of who acts would open instead, and be taken for theirs. */
const stays = /^(?:\/en)?\/(?:change|declaration|access-log|my-data)(?:$|\/)/;

export const bandIn =
  (words: Words) =>
  async (place: HTMLElement): Promise<void> => {
    const whom = new URLSearchParams(location.search).get("for") ?? "";
    const adult = whom.startsWith("D-");
    const show = ({ title, texts }: Said) => {
      const leave = element("a", { href: here("/family") }, words.leave);
      place.className = "note acting";
      place.setAttribute("role", "status");
      place.replaceChildren(element("h2", {}, title), ...texts.map((text) => element("p", {}, text)), element("p", {}, leave));
    };
    keepWhom(whom, adult && (() => show({ title: words.onlyThem, texts: [words.onlyThemText] })));
    show(adult ? await ofAdult(whom, words) : await ofChild(whom, words));
  };

async function ofAdult(whom: string, words: Words): Promise<Said> {
  const answer = await call(listDelegations, {});
  if (answer.is !== "value") return { title: words.unread, texts: [] };
  const one = answer.value.actsFor.find(({ delegation }) => delegation === whom);
  if (!one || one.state === "ended") return { title: words.over, texts: [words.overText] };
  const { name, ends, opensAt } = one;
  const until = fill(words.until, { date: dateIn(langOfPage(), ends), name });
  const time = `${dateIn(langOfPage(), opensAt.slice(0, 10))} ${opensAt.slice(11, 16)}`;
  const look = one.state === "look-only" ? [fill(words.lookOnly, { time })] : [];
  return { title: fill(words.adult, { name }), texts: [...look, until] };
}

async function ofChild(whom: string, words: Words): Promise<Said> {
  const answer = await call(listChildren, {});
  if (answer.is !== "value") return { title: words.unread, texts: [] };
  const one = answer.value.children.find(({ child }) => child === whom);
  return one
    ? { title: fill(words.child, { name: one.name }), texts: [words.childText] }
    : { title: words.over, texts: [words.overText] };
}

/** Links in the page go on for the same person, or say that they cannot. The header and the footer lead back to oneself. */
function keepWhom(whom: string, onlyThem: false | (() => void)): void {
  document.getElementById("main")!.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (!link || link.origin !== location.origin) return;
    if (goes.test(link.pathname)) {
      const query = new URLSearchParams(link.search);
      if (!query.has("for")) query.set("for", whom);
      link.search = `?${query}`;
    } else if (onlyThem && stays.test(link.pathname)) {
      event.preventDefault();
      onlyThem();
      document.getElementById("acting")!.scrollIntoView();
    }
  });
}
