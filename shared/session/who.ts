import * as v from "valibot";
import type { PlainDate } from "../kernel/calendar.ts";
import { guessDocument, readDocument } from "../kernel/documents.ts";
import { Name } from "../kernel/names.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { DocType } from "../registration.ts";

/** Whom somebody says to be: the documents that the number can stand on, likeliest first, and the name. */
export type Who = { documents: [Document, ...Document[]]; name: string };
type Document = { docType: DocType; number: string };

/** It says nothing about who is registered: only whether such a number and such a name can be. */
export function readWho(typed: { number: string; name: string }, today: PlainDate): Result<Who, Finding[]> {
  const name = v.safeParse(Name, typed.name);
  const readings = documentsOf(typed.number).map((docType) =>
    readDocument({ docType, typed: typed.number, asOf: today, areaStatus: () => "current" }),
  );
  const [document, ...others] = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (document && name.success) return accepted({ documents: [bare(document), ...others.map(bare)], name: name.output });

  const [error] = readings.flatMap((reading) => (reading.ok ? [] : [reading.refusal]));
  return refused([
    ...(document ? [] : [finding(codeOf(error), "number")]),
    ...(name.success ? [] : [finding("name.unreadable", "name")]),
  ]);
}

/** Papers of rarer kinds begin with anything but a digit; nobody is turned away because of them. */
const documentsOf = (typed: string): DocType[] => {
  const guessed = guessDocument(typed);
  return /^\d/.test(typed.normalize("NFKC").trim()) ? guessed : [...guessed, "OTHER"];
};

const bare = ({ docType, number }: Document): Document => ({ docType, number });

/** BAD_CHECK_DIGIT is `number.bad-check-digit` here. */
const codeOf = (error = "UNREADABLE") => `number.${error.toLowerCase().replaceAll("_", "-")}`;
