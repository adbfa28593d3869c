// How it stands between who is signed in and whom the page is about: an adult, a ward, a child.
import { listChildren } from "../../../shared/children/contract.ts";
import { listDelegations } from "../../../shared/delegation/contract.ts";
import type { Scope } from "../../../shared/delegation/scopes.ts";
import { isDelegation } from "../../../shared/delegation/whom.ts";
import type { call as calling } from "../../call.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { Words } from "./band.ts";

export type Why = "over" | "lookOnly" | "scope" | "onlyThem" | "objected" | "submissions";
/** `why`: why nothing of this scope can be done now. `opens`: until when one only looks. */
export type Standing = {
  title: string;
  texts: string[];
  name?: string;
  opens?: string;
  /** What `texts` say already. */
  said?: Why | undefined;
  why(scope: Scope | undefined): Why | undefined;
};

/** What can be done for somebody, by the page: there a link keeps for whom. */
const pages: readonly (readonly [RegExp, Scope])[] = [
  [/^\/(?:check|reminders|duplicates|transfers)(?:$|\/)/, "look"],
  [/^\/enrolment(?:$|\/)/, "enrolment"],
  [/^\/registration(?:$|\/)/, "changes"],
  [/^\/transfer(?:$|\/)/, "transfer"],
];
export const scopeOf = (path: string): Scope | undefined => pages.find(([pattern]) => pattern.test(path))?.[1];

type Call = typeof calling;

export const standingOf = (whom: string, words: Words, call: Call): Promise<Standing> =>
  isDelegation(whom) ? ofDelegation(whom, words, call) : ofChild(whom, words, call);

const unread = ({ unread: title }: Words): Standing => ({ title, texts: [], why: () => undefined });
const over = ({ over: title }: Words): Standing => ({ title, texts: [], why: () => "over" });

async function ofDelegation(whom: string, words: Words, call: Call): Promise<Standing> {
  const answer = await call(listDelegations, {});
  if (answer.is !== "value") return unread(words);
  const one = answer.value.actsFor.find(({ delegation }) => delegation === whom);
  if (!one || one.state === "ended") return over(words);
  const { name, ends, opensAt, scopes, state, objected } = one;
  const until = fill(words.until, { date: dateIn(langOfPage(), ends), name });
  const opens = `${dateIn(langOfPage(), opensAt.slice(0, 10))} ${opensAt.slice(11, 16)}`;
  const looks = state === "look-only";
  return {
    title: fill(one.as === "guardian" ? words.ward : words.adult, { name }),
    texts: [...(objected ? [words.objected] : looks ? [fill(words.lookOnly, { time: opens })] : []), until],
    name,
    opens,
    said: objected ? "objected" : looks ? "lookOnly" : undefined,
    why(scope) {
      if (!scope || scope === "look") return undefined;
      if (objected) return "objected";
      if (looks) return "lookOnly";
      return scopes.includes(scope) ? undefined : "scope";
    },
  };
}

async function ofChild(whom: string, words: Words, call: Call): Promise<Standing> {
  const answer = await call(listChildren, {});
  if (answer.is !== "value") return unread(words);
  const one = answer.value.children.find(({ child }) => child === whom);
  if (!one) return over(words);
  const texts = [...(one.objected ? [words.objected] : []), words.childText];
  return { title: fill(words.child, { name: one.name }), texts, name: one.name, why: () => undefined };
}
