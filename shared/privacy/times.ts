// How long things stay that no rule of a slice speaks of. The other times stand with their rules: codes, sessions and devices in
// shared/session, evidence in shared/evidence, files in shared/topology. All of them are read together in keeps.ts.

/** That somebody was told of an outcome: twice as long as a queue keeps a message. */
export const TOLD_DAYS = 30;
/** What was received while nobody was signed in, so that a second sending is known. */
export const ATTEMPT_DAYS = 7;
/** What became of a row of an agency's file. */
export const ROW_RESULT_DAYS = 30;
/** Messages within an hour, and the hour they are counted in. */
export const SENDS_HOURS = 1;
/** Who asked to act for whom, and what a phone was sent about it: a day, in which there is room for few. */
export const ASKS_HOURS = 24;
/** Leave to act for somebody, after it has ended: three years, while what was done by it may be contested (民法典 Art. 188). */
export const LEAVE_DAYS = 1096;
/** What somebody handed in within an hour by the clock. */
export const ALLOWANCE_HOURS = 2;
export const RUSH_MINUTES = 10;
/** How many records somebody of the staff opened, by minute and day. */
export const LOOKS_COUNTED_DAYS = 2;
/** Written where there is nothing to file, so that the work is the same. */
export const NOTHING_MINUTES = 1;
/** Wrong answers of who called as somebody: hanging up and calling again does not help who guesses. */
export const WRONG_COUNTS_HOURS = 24;
