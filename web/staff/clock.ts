import { dateOf, instantAt, type PlainDate } from "../../shared/kernel/calendar.ts";

/** Today in China, whatever this device thinks of time zones. */
export const todayInChina = (): PlainDate => dateOf(instantAt(Date.now()));
