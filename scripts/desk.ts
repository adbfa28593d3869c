// A reviewer without pages: `npm run desk -- list | decide RECEIPT applied|refused REASON --as NAME`.
// What is decided here travels the same path as everything: outbox, relay, queue, worker.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openDesk } from "../functions/desk/desk.ts";
import { locationOf } from "../functions/environment.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { decidersNeeded, type Task, Verdict } from "../shared/desk/task.ts";
import { instantAt } from "../shared/kernel/calendar.ts";
import { line, Receipt } from "../shared/kernel/fields.ts";

const USAGE = "Usage: npm run desk -- list\n       npm run desk -- decide RECEIPT applied|refused REASON --as NAME";

const words = {
  "desk.not-open": "This task is decided already.",
  "desk.same-person-twice": "A second person has to confirm this; the same name does not count twice.",
  "desk.verdicts-differ": "The first person decided otherwise. Talk to each other, then decide alike.",
} as const;

const [command, ...given] = process.argv.slice(2);
await useRunningPortal();
const desk = openDesk({ client: new DynamoDBClient({}), table: locationOf("desk") });

if (command === "list") list(await desk.openTasks());
else if (command === "decide") await decide(given);
else complain(USAGE);

function list(tasks: Task[]) {
  if (tasks.length === 0) return console.log("Nothing waits for a decision.");
  for (const task of tasks) {
    const { receipt, kind, region, proposed } = task;
    const first = proposed ? `  1 of 2: ${proposed.verdict} by ${proposed.by}` : "";
    console.log(`${receipt}  ${kind.padEnd(17)} ${region}  due ${dueOf(task)}${first}`);
  }
}

function dueOf({ dueAt, provisional, missing }: Task): string {
  if (missing) return `at once: ${missing} is not loaded`;
  return `${provisional ? "about " : ""}${dueAt}`;
}

async function decide(typedWords: string[]) {
  const at = typedWords.indexOf("--as");
  const [typed, said, ...reasons] = at < 0 ? typedWords : typedWords.slice(0, at);
  const receipt = v.safeParse(Receipt, typed);
  const verdict = v.safeParse(Verdict, said);
  const reason = v.safeParse(line(500), reasons.join(" "));
  const by = v.safeParse(line(50), at < 0 ? "" : typedWords.slice(at + 1).join(" "));
  if (!receipt.success || !verdict.success || !reason.success || !by.success) return complain(USAGE);

  const task = (await desk.openTasks()).find((open) => open.receipt === receipt.output);
  if (!task) return complain(`No open task has the receipt ${receipt.output}.`);
  const heard = await desk.decide(task, { verdict: verdict.output, reason: reason.output, by: by.output }, instantAt(Date.now()));
  if ("code" in heard) return complain(words[heard.code]);
  console.log(
    heard.final
      ? "Decided; the person is told as soon as it is done."
      : `Noted. ${decidersNeeded[task.kind]} people decide this: one more name, please.`,
  );
}
