// Tells somebody what is due: what is to be told is claimed first, together with its day; then ONE message is put on its way. Killed
// between any two of these, it goes on in the next minute where it was; run twice, the second finds it done.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Due, dueKey } from "../../shared/reminder/due.ts";
import type { Reminded, Told } from "../../shared/reminder/settings.ts";
import { nextSlot } from "../../shared/reminder/slot.ts";
import { firstSlot, type ReminderLaw, stillToTell } from "../../shared/reminder/telling.ts";
import type { Tell } from "../tell.ts";
import { transacted } from "../transact.ts";
import { openReminders } from "./reminders.ts";

/** What was told longer ago goes, unless it is due still. */
const TOLD_KEPT_DAYS = 400;

type Options = { client: DynamoDBClient; table: string; tell: Tell; law: ReminderLaw };

/** `told`: a message is on its way. `later`: it is not their hour, or they were told something today. `nothing`: nothing is to be told. */
export type RemindOutcome = "told" | "later" | "nothing";

/** For each person whom the index `due` names under `dueShard("reminder", …)`; `personId` is in its `pk`. */
export function remindDueIn({ client, table, tell, law }: Options) {
  const reminders = openReminders({ client, table });

  return async function remindDue(personId: PersonId, now: Instant): Promise<RemindOutcome> {
    const { settings, reminded } = await reminders.wanted(personId);
    const today = dateOf(now);
    const slots = { personId, hours: law.hours, hour: settings.hour };
    if (reminded?.untold) return goOn(personId, reminded, now, nextSlot(reminded.last, now, undefined, slots));

    const held = await reminders.dues(personId);
    if (!held?.dueAt || held.dueAt > now) return "nothing";
    const open = settings.channel === "page" ? [] : stillToTell(held.dues, settings, reminded?.told ?? [], today, law);
    const ripe = open.filter(({ day }) => nextSlot(day, now, reminded?.last, slots) <= now);
    const rest = open.filter((due) => !ripe.includes(due));
    const dueAt = firstSlot(rest, now, ripe.length > 0 ? today : reminded?.last, slots);
    const moves = reminders.moved(personId, held, dueAt);
    if (ripe.length === 0) {
      await transacted(client, [moves]); // whoever was quicker has moved it
      return dueAt ? "later" : "nothing";
    }
    const told = toldWith(reminded, ripe, held.dues, now);
    const next = { told, last: today, untold: { count: ripe.length, day: today }, dueAt: now };
    if (!(await transacted(client, [reminders.tells(personId, reminded, next), moves]))) return "later";
    return putOnItsWay(personId, { ...next, version: (reminded?.version ?? 0) + 1 });
  };

  /** Somebody was cut off before they could say whether the message is on its way. Not at night, and as the message of today. */
  async function goOn(personId: PersonId, reminded: Reminded, now: Instant, slot: Instant): Promise<RemindOutcome> {
    const next = slot > now ? { ...reminded, dueAt: slot } : { ...reminded, last: dateOf(now) };
    if (!(await transacted(client, [reminders.tells(personId, reminded, next)])) || slot > now) return "later";
    return putOnItsWay(personId, { ...next, version: reminded.version + 1 });
  }

  /** Under the key of the day for which it was claimed: asked for twice, it goes out once. */
  async function putOnItsWay(personId: PersonId, reminded: Reminded): Promise<RemindOutcome> {
    const { untold, dueAt: _, ...done } = reminded;
    if (untold) await tell(personId, "reminders", keyOfDay(untold.day), untold.count);
    await transacted(client, [reminders.tells(personId, reminded, done)]);
    return "told";
  }
}

const keyOfDay = (day: PlainDate) => `REMIND#${day}`;

function toldWith(before: Reminded | undefined, ripe: readonly Due[], dues: readonly Due[], at: Instant): Told[] {
  const due = new Set(dues.map(dueKey));
  const since = plusDays(dateOf(at), -TOLD_KEPT_DAYS);
  const kept = (before?.told ?? []).filter((told) => due.has(dueKey(told)) || dateOf(told.at) >= since);
  return [...kept, ...ripe.map((one) => ({ ...one, at }))];
}
