// What waits at the desk, a line each and below it what whoever decides has to know.
import type { Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import { doubtsInWords } from "./doubts.ts";
import { listedTask, listedWork } from "./open.ts";

export function list(tasks: Task[], works: Work[]) {
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
    console.log(`${receipt}  ${listedWork(one).padEnd(22)} ${insurance ?? "-"} ${region}  due ${dueOf(one)}${who}`);
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

function dueOf({ dueAt, provisional, missing }: Pick<Task, "dueAt" | "provisional" | "missing">): string {
  if (missing) return `at once: ${missing} is not loaded`;
  return `${provisional ? "about " : ""}${dueAt}`;
}
