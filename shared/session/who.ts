import * as v from "valibot";
import type { PlainDate } from "../kernel/calendar.ts";
import { compact, guessDocument, readDocument } from "../kernel/documents.ts";
import { passportForms } from "../kernel/foreigner.ts";
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
  const papers = readPapers(typed.number, today);
  if (papers.ok && name.success) return accepted({ documents: papers.value, name: name.output });
  return refused([...(papers.ok ? [] : [papers.refusal]), ...(name.success ? [] : [finding("name.unreadable", "name")])]);
}

/** The documents that a number can stand on, likeliest first. */
export function readPapers(typed: string, today: PlainDate): Result<Who["documents"], Finding> {
  const readings = documentsOf(typed).map((docType) =>
    readDocument({ docType, typed, asOf: today, areaStatus: () => "current" }),
  );
  const [document, ...others] = readings.flatMap((reading) => (reading.ok ? papersOf(reading.value) : []));
  if (document) return accepted([document, ...others]);
  const [error] = readings.flatMap((reading) => (reading.ok ? [] : [reading.refusal]));
  return refused(finding(codeOf(error), "number"));
}

/** Nobody is turned away because their paper is of a rarer kind; a slip in a citizen's number is none. */
const documentsOf = (typed: string): DocType[] => {
  const guessed = guessDocument(typed);
  return meansCitizens(compact(typed)) ? guessed : [...guessed, "OTHER"];
};

/** Fifteen or eighteen characters from a digit on, or so many digits that one was lost or typed twice. */
const meansCitizens = (number: string) => /^\d(?:.{14}|.{17})$/su.test(number) || /^\d{15,18}[\dX]$/.test(number);

const papersOf = ({ docType, number }: Document): Document[] =>
  (docType === "PASSPORT" ? passportForms(number) : [number]).map((form) => ({ docType, number: form }));

/** BAD_CHECK_DIGIT is `number.bad-check-digit` here. */
const codeOf = (error = "UNREADABLE") => `number.${error.toLowerCase().replaceAll("_", "-")}`;
