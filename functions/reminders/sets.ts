// Somebody says how they want to be reminded: what is due is told at their hour from now on, or comes back when it is wanted again.
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { ReminderSettings } from "../../shared/reminder/settings.ts";
import { firstSlot, type ReminderLaw, stillToTell } from "../../shared/reminder/telling.ts";
import type { Reminders } from "./reminders.ts";

const TRIES = 3; // the worker or the clock may move the dues meanwhile

type Options = { reminders: Pick<Reminders, "wanted" | "dues" | "set">; law: ReminderLaw };

/** False: it was moved each time by somebody else; nothing is changed. */
export const setsIn = ({ reminders, law }: Options) =>
  async function sets(personId: PersonId, settings: ReminderSettings, now: Instant): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      const [{ reminded }, dues] = await Promise.all([reminders.wanted(personId), reminders.dues(personId)]);
      const { off, channel, hour } = settings;
      const open = channel === "page" ? [] : stillToTell(dues?.dues ?? [], { off }, reminded?.told ?? [], dateOf(now), law);
      const dueAt = firstSlot(open, now, reminded?.last, { personId, hours: law.hours, hour });
      if (await reminders.set(personId, settings, dues, dueAt)) return true;
    }
    return false;
  };
