// One box for whatever a caller can say of themselves. What was typed decides what is looked for; nobody chooses a kind first.
import * as v from "valibot";
import type { Document } from "../identity.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { Phone, Receipt } from "../kernel/fields.ts";
import { Name } from "../kernel/names.ts";
import { readDate } from "../kernel/plain-date.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { readPapers } from "../session/who.ts";
import { TicketNo } from "./ticket.ts";

/** `name` beside a number: the caller has said it too, and it counts as said. */
export type Sought =
  | { kind: "ticket"; ticket: TicketNo }
  | { kind: "receipt"; receipt: Receipt }
  | { kind: "phone"; phone: Phone }
  | { kind: "name-birth"; name: string; birth: PlainDate }
  | { kind: "number"; documents: readonly [Document, ...Document[]]; name?: string };

export function readSearch(typed: string, today: PlainDate): Result<Sought, Finding[]> {
  const text = typed
    .normalize("NFKC")
    .replace(/^[\s/]+/, "")
    .trim(); // "/" leads to the box: pressed in it, it is typed
  const blocks = text.replace(/[\s\p{Pd}]+/gu, "-");

  const ticket = v.safeParse(TicketNo, blocks);
  if (ticket.success) return accepted({ kind: "ticket", ticket: ticket.output });
  const receipt = v.safeParse(Receipt, blocks);
  if (receipt.success) return accepted({ kind: "receipt", receipt: receipt.output });
  const phone = v.safeParse(Phone, text);
  if (phone.success) return accepted({ kind: "phone", phone: phone.output });

  const { name, rest } = apart(text);
  if (name === "") return numbered(text, today);
  if (rest === "") return refused([finding("search.birth-missing", "typed")]);
  const birth = readDate(rest, { asOf: today });
  if (birth.ok) return accepted({ kind: "name-birth", name, birth: birth.value });
  const number = numbered(rest, today);
  return number.ok ? accepted({ ...number.value, name }) : number;
}

function numbered(typed: string, today: PlainDate): Result<Extract<Sought, { kind: "number" }>, Finding[]> {
  const papers = readPapers(typed, today);
  return papers.ok
    ? accepted({ kind: "number", documents: papers.value })
    : refused([finding(papers.refusal.code === "number.unreadable" ? "search.unreadable" : papers.refusal.code, "typed")]);
}

/** What can be a name, before or behind the digits, and all the rest. A number with letters (a passport's) is no name. */
function apart(text: string): { name: string; rest: string } {
  const words = text
    .replace(/(\p{Script=Han})(?=\d)/gu, "$1 ")
    .split(/[\s,，、;；]+/u)
    .filter(Boolean);
  const isNameLike = (word: string) => !/\d/.test(word) && v.is(Name, word) && !/^[年月日号]+$/u.test(word);
  const name = words.filter(isNameLike);
  const rest = words.filter((word) => !isNameLike(word));
  const isHan = name.some((word) => /\p{Script=Han}/u.test(word));
  // Groups of letters may belong to a number that was typed with blanks; several words of letters are a foreigner's name.
  if (!isHan && name.join("").length < 4 && rest.length > 0) return { name: "", rest: text };
  return { name: name.join(isHan ? "" : " "), rest: rest.join("") };
}
