// Whose child is it? What the register's household says about it (relations of GB/T 4761), and until when a parent acts.
import { leading } from "../facts.ts";
import { ageOn, type PlainDate } from "../kernel/calendar.ts";
import type { RecordPage } from "../registration.ts";

/** Years: from the 18th birthday on people act for themselves (民法典 Art. 17, 18). The same in every region, so it is no parameter. */
export const ADULT_FROM = 18;

const isHead = (relation: string) => relation === "01" || relation === "02";
const isSpouse = (relation: string) => /^1[0-2]$/.test(relation);
export const isHeadOrSpouse = (relation: string) => isHead(relation) || isSpouse(relation);
/** 28 and 38 are sons- and daughters-in-law. */
const isChildOfHead = (relation: string) => /^[23][0-79]$/.test(relation);

/** A child of the head of a household is a child of the head's husband or wife. Of anybody else the household does not say it. */
export const mayBeParents = (parent: string, child: string): boolean => isHeadOrSpouse(parent) && isChildOfHead(child);

/**
 * Nobody else has that place in the household: there is one head, and one husband or wife of theirs. `others`: the relations of
 * those who live there besides.
 */
export const isAlone = (relation: string, others: readonly string[]): boolean =>
  isHead(relation) ? !others.some(isHead) : !others.some(isSpouse) && others.filter(isHead).length <= 1;

/** They live in one household, as both records say, and one is the other's parent in it. */
export function isInHousehold(parent: RecordPage, child: RecordPage): boolean {
  const [mine, theirs] = [leading(parent.facts, "household"), leading(child.facts, "household")];
  return (
    mine !== undefined &&
    theirs !== undefined &&
    mine.division === theirs.division &&
    mine.number === theirs.number &&
    mayBeParents(mine.relation, theirs.relation)
  );
}

/** Somebody of whom no birth date is known is not taken for a child. */
export function isMinor({ registration }: RecordPage, today: PlainDate): boolean {
  const { birth } = registration.identity;
  return registration.status === "active" && birth !== undefined && ageOn(birth, today) < ADULT_FROM;
}
