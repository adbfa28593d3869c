// A file of 100,000 rows in GB18030, handed in as an agency does, while residents go on changing things.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { OUTBOX_SHARDS, outboxPartition } from "../../functions/outbox.ts";
import { writeExtract } from "../../scripts/people/extract.ts";
import { makePeople } from "../../scripts/people/make.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import type { Portal } from "../portal.ts";
import { type Active, changeApplied, signInFully } from "../resident.ts";
import { median, quantile, rounded } from "../statistics.ts";

/** Smaller while somebody else needs the machine. */
const ROWS = Number(process.env["BENCH_ROWS"] ?? 100_000);
const PEOPLE = Math.ceil(ROWS * 0.45) + 20; // make some more rows than that
const SEED = 2; // others than those who are there already
const QUIET_CHANGES = 40;
const CHANGE_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 1_000;
const MB = 1_000_000;

export const feed: Measure = {
  names: ["feed.rate", "feed.memory", "outbox.oldest"],
  async run({ portal, folder, say }) {
    const running = await portal();
    const residents = await signInFully(running, running.people());
    const quiet: number[] = [];
    for (let nth = 0; nth < QUIET_CHANGES; nth++) quiet.push(await changeBy(residents, nth));

    const file = join(folder, "feed.csv");
    await writeFeed(file);
    const before = residentBytes(running.pid);
    const handingIn = handIn(running, file, say);
    const watching = watch(running, handingIn.ended);
    const waits: number[] = [];
    for (let nth = 0; !handingIn.isEnded(); nth++) {
      waits.push(await changeBy(residents, nth));
      await Promise.race([pause(CHANGE_EVERY_MS), handingIn.ended]);
    }
    const { seconds, rows, accepted, rejected, settled } = await handingIn.ended;
    const { peakBytes, oldestSeconds } = await watching;
    const [wait, usual] = [median(waits), median(quiet)];
    const addsUp = rows === ROWS && accepted + rejected === rows && settled === accepted;
    return [
      figureOf("feed.rate", {
        value: rounded(rows / seconds, 0),
        unit: "rows/s",
        judged: addsUp ? wait / usual : Number.POSITIVE_INFINITY,
        note:
          `${rows} rows in ${seconds.toFixed(0)} s: ${accepted} accepted, ${rejected} rejected, ${settled} with an outcome, ` +
          `${addsUp ? "which adds up" : "WHICH DOES NOT ADD UP"}; a resident waits ${wait.toFixed(0)} ms (median of ${waits.length}, ` +
          `p99 ${quantile(waits, 0.99).toFixed(0)}) against ${usual.toFixed(0)} ms without: ${(wait / usual).toFixed(2)} times`,
      }),
      figureOf("feed.memory", {
        value: rounded(peakBytes / MB, 0),
        unit: "MB",
        against: rounded(before / MB, 0),
        note: "peak RSS of the portal's Node process during the feed, against before it",
      }),
      figureOf("outbox.oldest", { value: rounded(oldestSeconds, 1), unit: "s", note: "looked at once a second, all shards" }),
    ];
  },
};

async function changeBy(residents: readonly Active[], nth: number): Promise<number> {
  const { browser, nextChange } = residents[nth % residents.length]!;
  return changeApplied(browser, nextChange());
}

/** Exactly so many rows below the header. */
async function writeFeed(file: string): Promise<void> {
  const today = dateOf(instantAt(Date.now()));
  const rowsOf = (count: number) => [...makePeople({ count, seed: SEED, today })];
  const people = rowsOf(PEOPLE);
  let rows = 0;
  const enough = people.filter(({ enrolments }) => {
    const theirs = Math.max(1, enrolments.length);
    if (rows + theirs > ROWS) return false;
    rows += theirs;
    return true;
  });
  const written = await writeExtract(enough, file, { encoding: "gb18030", asOf: today });
  if (written !== ROWS) throw new Error(`the feed has ${written} rows`);
}

type Ended = { seconds: number; rows: number; accepted: number; rejected: number; settled: number };

/** By the command that officers use. */
function handIn(portal: Portal, file: string, say: (text: string) => void): { ended: Promise<Ended>; isEnded(): boolean } {
  const began = performance.now();
  const child = spawn(process.execPath, ["scripts/feed.ts", "insured", file], {
    env: { ...process.env, FEEDS: "", DATA_DIR: portal.folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let over = false;
  child.stdout.on("data", (data) => {
    said += data;
    say(String(data).trim().split("\n").at(-1) ?? "");
  });
  const ended = once(child, "exit").then(([code]) => {
    over = true;
    if (code !== 0) throw new Error(`the feed ended with ${code}: ${said.trim().split("\n").at(-1)}`);
    const count = (word: string) => Number(new RegExp(`\\b${word} (\\d+)`).exec(said)?.[1] ?? 0);
    const settled = ["created", "changed", "unchanged", "overtaken", "review"].reduce((sum, outcome) => sum + count(outcome), 0);
    return {
      seconds: (performance.now() - began) / 1000,
      rows: count("rows"),
      accepted: count("accepted"),
      rejected: count("rejected"),
      settled,
    };
  });
  return { ended, isEnded: () => over };
}

/** What the portal takes and how long anything waits in an outbox, until that is over. */
async function watch(portal: Portal, until: Promise<unknown>): Promise<{ peakBytes: number; oldestSeconds: number }> {
  const client = new DynamoDBClient({
    endpoint: portal.environment["AWS_ENDPOINT_URL_DYNAMODB"] ?? "",
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  let [over, peakBytes, oldestSeconds] = [false, 0, 0];
  const end = () => {
    over = true;
  };
  until.then(end, end);
  while (!over) {
    peakBytes = Math.max(peakBytes, residentBytes(portal.pid));
    oldestSeconds = Math.max(oldestSeconds, await oldestIn(client));
    await Promise.race([pause(LOOK_EVERY_MS), until.catch(() => {})]);
  }
  client.destroy();
  return { peakBytes, oldestSeconds };
}

async function oldestIn(client: DynamoDBClient): Promise<number> {
  const ages = OUTBOX_SHARDS.map(async (shard) => {
    const asked = {
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: outboxPartition(shard) } },
      Limit: 1,
    };
    const { Items = [] } = await client.send(new QueryCommand({ TableName: "casework", ...asked }));
    const at = Items[0]?.["at"]?.S;
    return at ? (Date.now() - Date.parse(at)) / 1000 : 0;
  });
  return Math.max(...(await Promise.all(ages)));
}

/** As Linux tells it; elsewhere it is not known. */
function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
