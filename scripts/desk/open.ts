// One matter opened by whoever handles it: first the look is written down, with the person whose it is; then its kind is said, also
// where a list may not say it (hardship: shared/privacy/may-read.ts).
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openLooks } from "../../functions/looks/looks.ts";
import type { Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { fieldOfReview, fieldOfWork, mayBeListed } from "../../shared/privacy/may-read.ts";

const CONFIDENTIAL = "CONFIDENTIAL";

export const listedTask = ({ kind }: Pick<Task, "kind">): string => (mayBeListed(fieldOfReview(kind)) ? kind : CONFIDENTIAL);
export const listedWork = ({ work }: Pick<Work, "work">): string => (mayBeListed(fieldOfWork(work)) ? work : CONFIDENTIAL);

/** `sides`: what else there is to see of a task (sides.ts). */
type Options = {
  client: DynamoDBClient;
  table: string;
  tasks: readonly Task[];
  works: readonly Work[];
  sides?: (task: Task, by: string) => Promise<string[]>;
};

/** The lines to say of a receipt; none: nothing open has it. */
export async function openMatter(
  { client, table, tasks, works, sides }: Options,
  receipt: string,
  by: string,
): Promise<string[]> {
  const waiting = tasks.filter((task) => task.receipt === receipt);
  const toDo = works.filter((work) => work.receipt === receipt);
  const looks = openLooks({ client, table, now: () => instantAt(Date.now()) });
  for (const personId of new Set([...waiting, ...toDo].map((one) => one.personId)))
    await looks.note(personId, { kind: "staff", lookId: crypto.randomUUID(), by, reason: `desk ${receipt}` });
  const seen = await Promise.all(waiting.map((task) => sides?.(task, by) ?? []));
  return [
    ...waiting.map(({ kind, dueAt }) => `${receipt}  decide  ${kind}  due ${dueAt}`),
    ...seen.flat(),
    ...toDo.map(({ work, insurance, dueAt }) => `${receipt}  do  ${work}  ${insurance ?? "-"}  due ${dueAt}`),
  ];
}
