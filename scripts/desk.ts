// A reviewer without pages: `npm run desk -- list | decide RECEIPT applied|refused REASON --as NAME | open RECEIPT --as NAME |
// object RECEIPT NOTE --as NAME | done RECEIPT WORK NOTE --as NAME`.
// What is decided here travels the same path as everything: outbox, relay, queue, worker.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openCasework } from "../functions/casework/casework.ts";
import { openDesk } from "../functions/desk/desk.ts";
import { locationOf } from "../functions/environment.ts";
import { openLooks } from "../functions/looks/looks.ts";
import { openRegister } from "../functions/register/register.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { decidersNeeded, type Task, Verdict } from "../shared/desk/task.ts";
import type { Work } from "../shared/desk/work.ts";
import { instantAt } from "../shared/kernel/calendar.ts";
import { line, Receipt } from "../shared/kernel/fields.ts";
import { doubtsInWords } from "./desk/doubts.ts";
import { listedTask, listedWork, openMatter } from "./desk/open.ts";
import { sidesIn } from "./desk/sides.ts";

const USAGE = [
  "Usage: npm run desk -- list",
  "npm run desk -- decide RECEIPT applied|refused REASON --as NAME",
  "npm run desk -- open RECEIPT --as NAME",
  "npm run desk -- object RECEIPT NOTE --as NAME",
  "npm run desk -- done RECEIPT WORK NOTE --as NAME",
].join("\n       ");

const words = {
  "desk.not-open": "This task is decided already.",
  "desk.objected": "Somebody said that it is not so: it can only be refused.",
  "desk.same-person-twice": "A second person has to confirm this; the same name does not count twice.",
  "desk.verdicts-differ": "The first person decided otherwise. Talk to each other, then decide alike.",
} as const;

const [command, ...given] = process.argv.slice(2);
await useRunningPortal();
const client = new DynamoDBClient({});
const desk = openDesk({ client, table: locationOf("desk") });

if (command === "list") list(await desk.openTasks(), await desk.openWork());
else if (command === "decide") await decide(given);
else if (command === "open") await open(given);
else if (command === "object") await object(given);
else if (command === "done") await finish(given);
else complain(USAGE);

function list(tasks: Task[], works: Work[]) {
  if (tasks.length === 0) console.log("Nothing waits for a decision.");
  for (const task of tasks) {
    const { receipt, region, proposed } = task;
    const first = proposed ? `  1 of 2: ${proposed.verdict} by ${proposed.by}` : "";
    console.log(`${receipt}  ${listedTask(task).padEnd(17)} ${region}  due ${dueOf(task)}${first}`);
    for (const line of toKnow(task)) console.log(`    ${line}`);
  }
  for (const one of works) {
    const { receipt, insurance, region, employer, named } = one;
    const who = employer ? `  ${employer.name}${named ? "" : " (do not name the person to them)"}` : "";
    console.log(`${receipt}  ${listedWork(one).padEnd(22)} ${insurance} ${region}  due ${dueOf(one)}${who}`);
    if (employer) console.log(`    ${registeredAs(one)}`);
  }
}

/** The employer as the register has it, where the person gave its code. */
function registeredAs({ employer, registered }: Work): string {
  if (registered) return `Registered: ${registered.name}, ${registered.division}, known since ${registered.since}.`;
  return employer?.code ? "Not known to us by this code." : "No code was given.";
}

/** What whoever decides has to know besides. */
function toKnow({ kind, about, others = [], doubts = [], because, papers, unproved, objection }: Task): string[] {
  const people = others.length === 1 ? "one other person" : `${others.length} other people`;
  return [
    ...doubtsInWords(because),
    papers && (papers === 1 ? "One picture or PDF came with it." : `${papers} pictures and PDFs came with it.`),
    unproved && "No proof came with it: ask the other region before anybody says yes.",
    others.length > 0 && `Also compare: ${people} in the register. Nobody is merged by a decision.`,
    doubts.includes("BIRTH_MISMATCH") && "The number says another date of birth. A few genuine numbers are wrong.",
    doubts.includes("SEX_MISMATCH") && "The number says another sex. A few genuine numbers are wrong.",
    kind === "death-report" &&
      (about ? "They are registered here and were told by phone." : "Nobody here has this number and name."),
    kind === "death-report" && !objection && "Does anybody say that it is not so? object RECEIPT NOTE --as NAME",
    objection && `Objection noted by ${objection.by}: ${objection.note}. It can only be refused.`,
  ].filter((line) => typeof line === "string");
}

async function open(typedWords: string[]) {
  const { receipt, by } = typedIn(typedWords);
  if (!receipt.success || !by.success) return complain(USAGE);
  const lists = { tasks: await desk.openTasks(), works: await desk.openWork() };
  const looks = openLooks({ client, table: locationOf("looks"), now: () => instantAt(Date.now()) });
  const register = openRegister({ client, table: locationOf("register") });
  const sides = sidesIn({ register, looks, casework: openCasework({ client, table: locationOf("casework") }) });
  const lines = await openMatter({ client, table: locationOf("looks"), sides, ...lists }, receipt.output, by.output);
  if (lines.length === 0) return complain(`Nothing open has the receipt ${receipt.output}.`);
  for (const line of lines) console.log(line);
}

async function object(typedWords: string[]) {
  const { receipt, said = "", text, by } = typedIn(typedWords);
  const note = [said, text.success ? text.output : ""].join(" ").trim();
  if (!receipt.success || !note || !by.success) return complain(USAGE);
  const task = (await desk.openTasks()).find((open) => open.receipt === receipt.output);
  if (!task) return complain(`No open task has the receipt ${receipt.output}.`);
  const objected = await desk.object(task, { note, by: by.output, at: instantAt(Date.now()) });
  if ("code" in objected) return complain(words[objected.code]);
  console.log("Noted: from now on it can only be refused.");
}

/** RECEIPT, one more word, free words, and after --as a name. */
function typedIn(typedWords: string[]) {
  const at = typedWords.indexOf("--as");
  const [typed, said, ...rest] = at < 0 ? typedWords : typedWords.slice(0, at);
  const receipt = v.safeParse(Receipt, typed);
  const text = v.safeParse(line(500), rest.join(" "));
  const by = v.safeParse(line(50), at < 0 ? "" : typedWords.slice(at + 1).join(" "));
  return { receipt, said, text, by };
}

async function finish(typedWords: string[]) {
  const { receipt, said, text, by } = typedIn(typedWords);
  if (!receipt.success || !said || !text.success || !by.success) return complain(USAGE);
  const work = (await desk.openWork()).find((open) => open.receipt === receipt.output && open.work === said.toUpperCase());
  if (!work) return complain(`Nothing open of that kind has the receipt ${receipt.output}.`);
  const done = await desk.finish(work, { note: text.output, by: by.output, at: instantAt(Date.now()) });
  console.log("code" in done ? words[done.code] : "Done; it has left the list.");
}

function dueOf({ dueAt, provisional, missing }: Pick<Task, "dueAt" | "provisional" | "missing">): string {
  if (missing) return `at once: ${missing} is not loaded`;
  return `${provisional ? "about " : ""}${dueAt}`;
}

async function decide(typedWords: string[]) {
  const { receipt, said, text: reason, by } = typedIn(typedWords);
  const verdict = v.safeParse(Verdict, said);
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
