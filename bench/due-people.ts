// Very many people of whom something falls due on some day, half of them a reminder, half a step of a transfer; and what a minute of
// the clock costs among them.
import { BatchWriteItemCommand, type DynamoDBClient, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { itemOf } from "../functions/casework/table.ts";
import { deadlinesIn } from "../functions/clock/deadlines.ts";
import { expiriesIn } from "../functions/clock/expiries.ts";
import type { Job } from "../functions/clock/job.ts";
import { remindersIn } from "../functions/clock/reminders.ts";
import { deployedPolicy } from "../functions/policy.ts";
import type { Item } from "../functions/register/table.ts";
import { type Instant, instantAt, type PlainDate, plusDays } from "../shared/kernel/calendar.ts";
import { DivisionCode, Receipt } from "../shared/kernel/fields.ts";
import { loadedCalendar } from "../shared/kernel/loaded-calendar.ts";
import { opened } from "../shared/transfer/step.ts";
import { Plan } from "../shared/transfer/transfer.ts";
import { aPersonId, day } from "../tests/support/build.ts";
import type { Cost, Meter } from "./meter.ts";

const ITEMS_A_WRITE = 25;
const WRITES_AT_ONCE = 16;
const tables = { casework: "casework", desk: "desk" };

const tell = async () => {};
const jobsOf = (client: DynamoDBClient) => ({
  deadlines: deadlinesIn({ client, tables, tell }),
  reminders: remindersIn({ client, table: tables.casework, tell, policy: deployedPolicy }),
  expiries: expiriesIn({ client, table: tables.casework, tell }),
});
export type Minute = Record<keyof ReturnType<typeof jobsOf>, Cost>;

/** What one minute of the clock costs, job by job. */
export async function minuteCounted(client: DynamoDBClient, meter: Meter, now: Instant): Promise<Minute> {
  const jobs = jobsOf(client);
  const counted = async (job: Job): Promise<Cost> => {
    const failures: unknown[] = [];
    meter.take();
    await job(
      now,
      (error) => void failures.push(error),
      () => false,
    );
    if (failures.length > 0) throw failures[0];
    return meter.take();
  };
  return {
    deadlines: await counted(jobs.deadlines),
    reminders: await counted(jobs.reminders),
    expiries: await counted(jobs.expiries),
  };
}

/**
 * So many people, the nth of whom has something that falls due on `dayOf(nth)`. Nobody reads the stream of such an engine, and each of
 * its writes would look through all that lies in it.
 */
export async function fillWithDues(client: DynamoDBClient, count: number, dayOf: (nth: number) => PlainDate): Promise<void> {
  const StreamSpecification = { StreamEnabled: false };
  await client.send(new UpdateTableCommand({ TableName: tables.casework, StreamSpecification }));
  let items: Item[] = [];
  let writes: Promise<unknown>[] = [];
  for (let nth = 0; nth < count; nth++) {
    items.push(nth % 2 === 0 ? reminder(dayOf(nth)) : lateStep(dayOf(nth)));
    if (items.length < ITEMS_A_WRITE && nth < count - 1) continue;
    const casework = items.map((one) => ({ PutRequest: { Item: one } }));
    writes.push(client.send(new BatchWriteItemCommand({ RequestItems: { casework } })));
    items = [];
    if (writes.length < WRITES_AT_ONCE) continue;
    await Promise.all(writes);
    writes = [];
  }
  await Promise.all(writes);
}

const midnight = (date: PlainDate): Instant => instantAt(Date.parse(`${date}T00:00:00.000+08:00`));

function reminder(date: PlainDate): Item {
  const cause = { fact: "birth" as const, birth: day("1903-05-04") };
  const dues = [{ what: "sixtieth-birthday" as const, on: plusDays(date, 20), day: date, cause }];
  return itemOf.dues(aPersonId(), { dues, at: midnight(plusDays(date, -90)), dueAt: midnight(date) });
}

const plan = v.parse(Plan, { carries: [], counted: 0, line: [], awaits: ["sheet"], missing: [] });
const end = (division: string) => ({ division: v.parse(DivisionCode, division), scheme: "170" as const });
const ends = { kind: "resident-pension" as const, from: end("320102"), to: end("340422"), plan };
const reckoning = { calendar: loadedCalendar, policy: deployedPolicy };
const receipt = v.parse(Receipt, "C7K2-94MD-61QX"); // each person has but one

/** Its last day was the one before. All of a day are alike but for whose they are. */
function lateStep(date: PlainDate): Item {
  const known =
    stepsOf.get(date) ??
    opened({ ...ends, receipt, personId: aPersonId(), openedAt: midnight(plusDays(date, -30)) }, { as: "person" }, reckoning);
  stepsOf.set(date, known);
  const { provisional: _, ...definite } = known.step;
  return itemOf.transfer({ ...known, personId: aPersonId(), step: { ...definite, dueAt: plusDays(date, -1) } });
}
const stepsOf = new Map<PlainDate, ReturnType<typeof opened>>();
