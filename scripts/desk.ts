// A reviewer without pages: `npm run desk -- list | decide RECEIPT applied|refused REASON --as NAME | open RECEIPT --as NAME |
// pictures RECEIPT FOLDER --as NAME | object RECEIPT NOTE --as NAME | done RECEIPT WORK NOTE --as NAME`.
// What is decided here travels the same path as everything: outbox, relay, queue, worker.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import * as v from "valibot";
import { openCasework } from "../functions/casework/casework.ts";
import { openDesk } from "../functions/desk/desk.ts";
import { locationOf } from "../functions/environment.ts";
import { readsFrom } from "../functions/evidence/objects.ts";
import { evidenceDoor } from "../functions/evidence/open.ts";
import { openLooks } from "../functions/looks/looks.ts";
import { openRegister } from "../functions/register/register.ts";
import { openUploads } from "../functions/uploads/uploads.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { decidersNeeded, Verdict } from "../shared/desk/task.ts";
import { instantAt } from "../shared/kernel/calendar.ts";
import { line, Receipt } from "../shared/kernel/fields.ts";
import { list } from "./desk/list.ts";
import { openMatter } from "./desk/open.ts";
import { savePictures } from "./desk/pictures.ts";
import { sidesIn } from "./desk/sides.ts";

const USAGE = [
  "Usage: npm run desk -- list",
  "npm run desk -- decide RECEIPT applied|refused REASON --as NAME",
  "npm run desk -- open RECEIPT --as NAME",
  "npm run desk -- pictures RECEIPT FOLDER --as NAME",
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
else if (command === "pictures") await pictures(given);
else if (command === "object") await object(given);
else if (command === "done") await finish(given);
else complain(USAGE);

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

async function pictures(typedWords: string[]) {
  const { receipt, said: folder, by } = typedIn(typedWords);
  if (!receipt.success || !folder || !by.success) return complain(USAGE);
  const task = (await desk.openTasks()).find((open) => open.receipt === receipt.output);
  const submission = task && (await openCasework({ client, table: locationOf("casework") }).submission(task));
  if (!submission) return complain(`No open task has the receipt ${receipt.output}.`);
  const uploads = openUploads({ client, table: locationOf("uploads") });
  const looks = openLooks({ client, table: locationOf("looks"), now: () => instantAt(Date.now()) });
  const read = readsFrom({ s3: new S3Client({}), bucket: locationOf("evidence") });
  const files = await savePictures({ openEvidence: evidenceDoor({ uploads, looks, read }), folder, by: by.output }, submission);
  if (files.length === 0) return complain("Nothing came with it, or it is gone.");
  for (const file of files) console.log(file);
  console.log("These are copies: delete them when you have looked.");
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
