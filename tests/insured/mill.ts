// The way of a file from the inbox into the register, part by part, on the real engine and real buckets.
// Only the queues are played: what is sent is delivered at once, some of it together, as the worker gets it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AliasSecret, aliasesOf } from "../../functions/alias.ts";
import { receiptsIn } from "../../functions/casework/receipts.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { dueOn } from "../../functions/due.ts";
import { openFeeds } from "../../functions/feeds/bucket.ts";
import type { Comparison, RejectedRow } from "../../functions/feeds/chunk.ts";
import { type Counts, countsOf, noCounts } from "../../functions/feeds/results.ts";
import { whoseIn } from "../../functions/feeds/whose.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { employersIn } from "../../functions/register/employers.ts";
import { villagesIn } from "../../functions/register/households.ts";
import { openRegister } from "../../functions/register/register.ts";
import { openSecret } from "../../functions/secrets.ts";
import { settleDelta } from "../../functions/settle-delta.ts";
import { settleSameNumberIn } from "../../functions/settle-same-number.ts";
import type { Tell } from "../../functions/tell.ts";
import { compareTransfersIn } from "../../functions/transfers/compare.ts";
import { transfersIn } from "../../functions/transfers/effect.ts";
import { settleReportedIn } from "../../functions/transfers/from-file.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { serveBuckets } from "../../infra/local/buckets/server.ts";
import { openBucketStore } from "../../infra/local/buckets/store.ts";
import { loadAddresses } from "../../shared/insured/addresses.ts";
import type { Delta, TransferDelta } from "../../shared/insured/delta.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import type { DocType } from "../../shared/registration.ts";
import { whileTested } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { startEngine } from "../support/engine.ts";

const AT_ONCE = 8;
export type Mill = Awaited<ReturnType<typeof startMill>>;

/** Once, at the top of a file. */
export const withMill = (): Mill => whileTested(startMill);

async function startMill() {
  const { client, stop } = await startEngine();
  const folder = mkdtempSync(join(tmpdir(), "canbaotong-mill-"));
  const store = openBucketStore(folder);
  store.keepBucket("feeds");
  const server = await serveBuckets(store);
  process.env["AWS_ENDPOINT_URL_S3"] = server.endpoint;
  const s3 = new S3Client({});

  // They look for their resources when they are loaded.
  const { takeIn } = await import("../../functions/feed.ts");
  const { compareIn } = await import("../../functions/compare.ts");

  const table = "register";
  const register = openRegister({ client, table });
  const desk = openDesk({ client, table: "desk" });
  const feeds = openFeeds({ s3, bucket: "feeds" });
  let secret: () => Promise<AliasSecret> = openSecret("alias", AliasSecret);
  let addresses: ReturnType<typeof loadAddresses> | undefined;
  const deltas: Delta[] = [];
  const reported: TransferDelta[] = [];
  const comparisons: Comparison[] = [];
  let at: Instant = noon("2026-11-22");
  let handedIn = 0;

  const take = takeIn({ feeds, send: async (sent) => void comparisons.push(...sent) });
  const compare = compareIn({
    feeds,
    whose: whoseIn({ client, table, register }),
    secret: () => secret(),
    locate: () => (addresses ??= loadAddresses()),
    send: async (sent) => void deltas.push(...sent),
  });
  const transfers = readTransfers({ client, table: "casework" });
  const compareTransfers = compareTransfersIn({
    feeds,
    whoseReceipt: receiptsIn({ client, table: "casework" }),
    transfers,
    reckoning: { calendar: loadedCalendar, policy: deployedPolicy },
    send: async (sent) => void reported.push(...sent),
  });
  const employers = employersIn({ client, table });
  const villages = villagesIn({ client, table });
  const told: string[] = [];
  const tell: Tell = async (personId, notice, key) => void told.push(`${personId} ${notice} ${key}`);
  const deps = { client, s3, register, desk, employers, villages, secret: () => secret(), now: () => at, due: dueOn, tell };
  const settle = settleDelta(deps);
  const effects = transfersIn({ client, casework: { table: "casework" }, desk, register });
  const settleReported = settleReportedIn({ client, table, feeds, register, transfers, effects, tell, now: () => at });

  async function settleAll(waiting: Delta[]) {
    const lanes = [...Map.groupBy(waiting, ({ personId }) => personId).values()];
    const work = async () => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) for (const delta of lane) await settle(delta);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  return {
    client,
    register,
    desk,
    /** Whom, which notice, under which key. */
    told,
    feeds,
    settle,
    settleReported,
    transfers,
    settleSameNumber: settleSameNumberIn(deps),
    compare,
    take,
    /** What was sent and not delivered yet. */
    waiting: { deltas, comparisons, reported },
    now: () => at,
    /** Later, files and decisions are of that day. */
    dayIs(day: string) {
      at = noon(day);
    },

    /** From now on functions go by this secret. */
    goBy(next: AliasSecret) {
      secret = async () => next;
    },

    async put(key: string, bytes: Uint8Array | string) {
      await s3.send(new PutObjectCommand({ Bucket: "feeds", Key: key, Body: bytes, ContentLength: Buffer.byteLength(bytes) }));
    },

    /** Who has this number, a citizen's unless said otherwise. */
    async owners(number: string, docType: DocType = "RIC"): Promise<PersonId[]> {
      const [alias] = aliasesOf(await secret(), docType, number);
      return (await register.alias(alias))?.people.map(({ personId }) => personId) ?? [];
    },

    /** Hands in a file, a minute after the one before, and has its rows compared; what is sent then waits. */
    async look(bytes: Uint8Array | string, partner = "insured") {
      at = instantAt(Date.parse(at) + 60_000);
      const key = `inbox/${partner}/${++handedIn}.csv`;
      await this.put(key, bytes);
      await take(key, at);
      for (const comparison of comparisons.splice(0))
        await (comparison.kind === "transfers" ? compareTransfers(comparison) : compare(comparison));
      return feeds.receipt(key);
    },

    /** Hands in a file and waits until all of it has been dealt with. */
    async feed(bytes: Uint8Array | string, partner = "insured") {
      const receipt = await this.look(bytes, partner);
      await settleAll(deltas.splice(0));
      for (const delta of reported.splice(0)) await settleReported(delta);
      if (receipt?.state !== "taken") return { receipt, rows: 0, accepted: 0, rejected: [] as RejectedRow[], counts: noCounts() };
      return { receipt, ...(await this.outcome(receipt.feed, receipt.chunks)) };
    },

    async outcome(feed: Delta["feed"], chunks: number) {
      const [counts, rejected]: [Counts, RejectedRow[]] = [noCounts(), []];
      let [rows, accepted] = [0, 0];
      for (let chunk = 0; chunk < chunks; chunk++) {
        const compared = await feeds.compared(feed, chunk);
        rows += compared?.rows ?? 0;
        accepted += compared?.accepted ?? 0;
        rejected.push(...(compared?.rejected ?? []));
        for (const [outcome, count] of Object.entries(await countsOf(client, table, feed, chunk)))
          counts[outcome as keyof Counts] += count;
      }
      return { rows, accepted, rejected, counts };
    },

    stop: async () => {
      s3.destroy();
      await server.stop();
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
