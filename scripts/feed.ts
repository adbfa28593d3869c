// npm run feed -- insured FILE.csv: an agency's extract through the bucket and the queues into the register.
import { accessSync, constants, statSync } from "node:fs";
import { basename, join } from "node:path";
import { complain } from "../infra/local/complaint.ts";
import { dataFolder, useRunningPortal } from "../infra/local/endpoints.ts";
import { openCounter, Stalled } from "./feed/follow.ts";
import { showProgress } from "./feed/progress.ts";
import { writeRejected } from "./feed/rejected-file.ts";
import { wordsFor } from "./feed/words.ts";
import { givenFile } from "./given-file.ts";

const USAGE = `npm run feed -- PARTNER FILE.csv
  PARTNER  insured          each row says where the insurance is (AAB301)
           insured-340400   the agency of this division, for rows that do not say
           transfer-340400  where the transfers of this agency stand; the first row may also say so under insured-340400`;

const [partner = "", typed = "", ...rest] = process.argv.slice(2);
if (!/^(?:insured(?:-[1-9]\d{5})?|transfer-[1-9]\d{5})$/.test(partner) || typed === "" || rest.length > 0) complain(USAGE);
const file = givenFile(typed);
if (!isReadable(file)) complain(`${typed}: there is no such file, or it may not be read.`);

// On AWS the operator's shell names the bucket and the table; here the running portal does.
if (!process.env["FEEDS"]) await useRunningPortal();
const counter = openCounter();
try {
  const receipt = await counter.receipt(await counter.handIn(partner, file));
  if (receipt.state === "refused") complain(`${basename(file)}: ${wordsFor(receipt.problem)} Nothing of it was taken.`);
  if (receipt.before) console.log(`The same file was handed in on ${receipt.before.slice(0, 10)}; it is read again.`);
  if (receipt.excelDamaged) console.log("Excel has damaged numbers of this file: every number that ends in 000 is rejected.");

  const { rows, accepted, rejected, counts } = await counter.follow(receipt, showProgress(process.stdout));
  console.log(`rows ${rows}  accepted ${accepted}  rejected ${rejected}`);
  console.log(`created ${counts.created}  changed ${counts.changed}  unchanged ${counts.unchanged}`);
  if (counts.overtaken > 0) console.log(`overtaken ${counts.overtaken}: the register holds something newer`);
  if (counts.review > 0)
    console.log(`review ${counts.review}: the number belongs to somebody of another name; npm run desk -- list`);
  if (rejected > 0) {
    const where = join(dataFolder(), "rejected", `${basename(file).replace(/\.csv$/i, "")}.csv`);
    await writeRejected(where, receipt.header, counter.rejected(receipt));
    console.log(`The rejected rows, each with line, column and reason: ${where}`);
  }
} catch (error) {
  if (isGone(error)) complain("The portal has stopped answering. What was taken is not lost and goes on when it runs again.");
  if (!(error instanceof Stalled)) throw error;
  complain("Nothing has moved for three minutes. What was taken is not lost: look at the alarms, then hand the file in again.");
} finally {
  counter.close();
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(String(error.code));
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
