// How much a caller may hear, from what was right and wrong on this ticket.
import * as v from "valibot";
import { Instant, instantAt } from "../kernel/calendar.ts";
import type { Level, Question } from "./contract.ts";
import { isEnough, isProving, type Proving, pointsOf, provings } from "./questions.ts";

/** A call lasts so long at most; the level ends with it, whoever holds the ticket. */
export const CALL_MINUTES = 30;
/** Handbook 11: wrong twice, and it is policy only. */
export const WRONG_ANSWERS = 2;
export const REVEAL_SECONDS = 30;

export const Asked = v.object({
  /** The last word on each question that was put. */
  answers: v.record(v.string(), v.picklist(["right", "wrong"])),
  /** Wrong answers on this ticket, however often a question was put. */
  wrong: v.number(),
  /** When the ticket was opened the person had that many wrong answers behind them already. */
  wrongBefore: v.optional(v.literal(true)),
  code: v.optional(v.picklist(["sent", "right"])),
});
export type Asked = v.InferOutput<typeof Asked>;
export const nothingAsked: Asked = { answers: {}, wrong: 0 };

/** The call on a ticket. Over: until the next one begins. */
export const Call = v.object({ until: Instant, ended: v.optional(v.literal(true)) });
export type Call = v.InferOutput<typeof Call>;
export const callFrom = (now: Instant): Call => ({ until: instantAt(Date.parse(now) + CALL_MINUTES * 60_000) });
export const isOn = ({ until, ended }: Call, now: Instant): boolean => !ended && now < until;

export const isRightSoFar = ({ answers }: Asked, question: Question): boolean => answers[question] === "right";
const rightProvings = (asked: Asked): Proving[] => provings.filter((question) => isRightSoFar(asked, question));
export const pointsIn = (asked: Asked): number => pointsOf(rightProvings(asked));
/** Who they say to be, by name and number. Both have to be right, and prove nothing yet: many people know both. */
export const isNamed = (asked: Asked): boolean => isRightSoFar(asked, "name") && isRightSoFar(asked, "number");
export const isWrongTwice = ({ wrong }: Asked): boolean => wrong >= WRONG_ANSWERS;

/** 0: policy only. 1: yes or no. 2: what the person sees themselves. Wrong twice ends it, code or not. */
export function levelOf(asked: Asked): Level {
  if (!isNamed(asked) || isWrongTwice(asked)) return 0;
  if (asked.code === "right") return 2;
  return isEnough(rightProvings(asked)) ? 1 : 0;
}

/** What comes of an answer. What was right stays right: nobody loses a point by repeating themselves. */
export function heard(asked: Asked, question: Question, right: boolean): Asked {
  if (right) return { ...asked, answers: { ...asked.answers, [question]: "right" } };
  if (isRightSoFar(asked, question)) return asked;
  return { ...asked, answers: { ...asked.answers, [question]: "wrong" }, wrong: asked.wrong + 1 };
}

/** Whether a question may still be put. Who was wrong twice elsewhere today can only read out a code. */
export function mayBeAsked(asked: Asked, question: Question, offered: readonly Proving[]): boolean {
  if (isWrongTwice(asked)) return false;
  if (!isProving(question)) return true;
  return !asked.wrongBefore && offered.includes(question);
}
