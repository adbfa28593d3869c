// When in the day somebody is reminded: spread over the hours in which it may ring, each person always at the same time.
import * as v from "valibot";
import { dateOf, Instant, type PlainDate, plusDays } from "../kernel/calendar.ts";
import type { PersonId } from "../kernel/fields.ts";
import { spread } from "./spread.ts";

/** Full hours; `to` is the first one in which it may not ring any more. */
export type Hours = { from: number; to: number };
/** `hour`: the one that the person chose. */
export type Slots = { personId: PersonId; hours: Hours; hour?: number | undefined };

const HOUR_SECONDS = 3600;

/** The day's moment of this person. */
export function slotOn(day: PlainDate, { personId, hours, hour }: Slots): Instant {
  const { from, to } = open({ hours, hour });
  const seconds = from * HOUR_SECONDS + (spread(personId) % ((to - from) * HOUR_SECONDS));
  return at(day, seconds);
}

/**
 * The next moment at which somebody may be told what is due from `day` on; `now` itself where today's moment has passed and it may still
 * ring. `told`: the last day on which they were told something; one message a day.
 */
export function nextSlot(day: PlainDate, now: Instant, told: PlainDate | undefined, slots: Slots): Instant {
  const today = dateOf(now);
  const free = told !== undefined && told >= day ? plusDays(told, 1) : day;
  if (free > today) return slotOn(free, slots);
  const slot = slotOn(today, slots);
  if (now <= slot) return slot;
  return now < at(today, open(slots).to * HOUR_SECONDS) ? now : slotOn(plusDays(today, 1), slots);
}

/** A chosen hour that lies in the quiet ones is none. */
const open = ({ hours, hour }: Pick<Slots, "hours" | "hour">): Hours =>
  hour !== undefined && hour >= hours.from && hour < hours.to ? { from: hour, to: hour + 1 } : hours;

const two = (number: number) => String(number).padStart(2, "0");
function at(day: PlainDate, seconds: number): Instant {
  const clock = [Math.floor(seconds / HOUR_SECONDS), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return v.parse(Instant, `${day}T${clock}.000+08:00`);
}
