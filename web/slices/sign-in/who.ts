import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import { readWho } from "../../../shared/session/who.ts";
import type { Complaint } from "../../errors.ts";
import type { signInSays } from "../../messages/sign-in.ts";
import { fill } from "../../words.ts";

type WhoWords = Record<keyof typeof signInSays.zh.who, string>;
const CITIZENS_LENGTH = 18;

/** What the API would say as well, said before anything is sent, and more exactly. */
export function complaintsAboutWho(typed: { number: string; name: string }, words: WhoWords, now: number): Complaint[] {
  const read = readWho(typed, dateOf(instantAt(now)));
  if (read.ok) return [];
  return read.refusal.map(({ code, path: [field] }) =>
    field === "name"
      ? { field, text: words[typed.name.trim() ? "name.unreadable" : "name.missing"] }
      : { field: "number", text: aboutNumber(code, typed.number, words) },
  );
}

function aboutNumber(code: string, typed: string, words: WhoWords): string {
  const now = Array.from(typed.normalize("NFKC").replace(/[\s\p{Cf}\p{Pd}]/gu, "")).length;
  if (now === 0) return words["number.missing"];
  if (code !== "number.bad-length") return (words as Record<string, string>)[code] ?? words["number.bad-format"];
  const off = now - CITIZENS_LENGTH;
  return fill(words[off < 0 ? "number.too-short" : "number.too-long"], { n: Math.abs(off), now });
}
