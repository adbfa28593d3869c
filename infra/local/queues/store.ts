// Messages on SQLite, with the promises of SQS: order in a group, one delivery at a time, set aside after too many.
import { DatabaseSync } from "node:sqlite";
import { SCHEMA, statementsOn } from "./schema.ts";

export type Settings = { ordered: boolean; visibilityMs: number; attempts?: number | undefined; setAsideIn?: string | undefined };
export type Outgoing = { body: string; group?: string | undefined; deduplication?: string | undefined };
export type Sent = { id: string; sequence: number };
export type Received = Sent & {
  body: string;
  group: string;
  deduplication: string | null;
  sentAt: number;
  firstAt: number;
  count: number;
};

const DEDUPLICATION_MS = 5 * 60_000; // as SQS
/** One delivery of one message: its receipt handle. */
export type Delivery = { sequence: number; count: number };

type MessageRow = Omit<Received, "group" | "firstAt" | "sentAt"> & { lane: string; sent_at: number; first_at: number | null };

export type QueueStore = ReturnType<typeof openQueueStore>;

export function openQueueStore(file: string, now: () => number = Date.now) {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`);
  // Whoever had these in hand was this platform, and it is gone.
  db.exec("UPDATE message SET visible_at = 0 WHERE visible_at > 0; UPDATE lane SET free_at = 0 WHERE free_at > 0");

  const sql = statementsOn(db);
  const queues = new Map<string, Settings>();

  /** After something of a lane went away or became visible: who is at its head, and until when it is held. */
  function settleLane(queue: string, lane: string) {
    const { head, free_at } = sql.front.get(queue, lane) as { head: number | null; free_at: number };
    if (head === null) sql.closeLane.run(queue, lane);
    else sql.moveLane.run(head, free_at > now() ? free_at : 0, queue, lane);
  }

  return {
    keepQueue(name: string, settings: Settings) {
      sql.keepQueue.run(name, JSON.stringify(settings));
      queues.set(name, settings);
    },

    settingsOf(name: string): Settings | undefined {
      const row = queues.has(name) ? undefined : sql.queue.get(name);
      if (row) queues.set(name, JSON.parse(String(row["settings"])));
      return queues.get(name);
    },

    dropQueue(name: string) {
      this.purge(name);
      sql.dropQueue.run(name);
      queues.delete(name);
    },

    purge(name: string) {
      sql.empty.run(name);
      sql.closeLanes.run(name);
    },

    /** The same deduplication id in the same group, within five minutes, is the same message: its id comes back. */
    send(queue: string, { body, group = "", deduplication }: Outgoing): Sent {
      const known = deduplication !== undefined && sql.known.get(queue, group, deduplication, now());
      if (known) return known as Sent;

      const id = crypto.randomUUID();
      const sequence = Number(sql.insert.run(id, queue, group, body, deduplication ?? null, now()).lastInsertRowid);
      if (group === "") sql.inLaneOfItsOwn.run(sequence);
      sql.openLane.run(queue, group || String(sequence), sequence);
      if (deduplication !== undefined) sql.remember.run(queue, group, deduplication, id, sequence, now() + DEDUPLICATION_MS);
      return { id, sequence };
    },

    /** Oldest lanes first; of each lane as many as fit, in order. What came too often is set aside instead. */
    receive(queue: string, { visibilityMs, attempts, setAsideIn }: Settings, limit: number): Received[] {
      sql.lapse.run(queue, now());
      const until = now() + visibilityMs;
      const taken: Received[] = [];

      while (taken.length < limit) {
        const lanes = sql.nextLanes.all(queue, limit - taken.length) as { lane: string }[];
        if (lanes.length === 0) break;

        for (const { lane } of lanes) {
          const before = taken.length;
          for (const row of sql.ofLane.all(queue, lane, Math.max(1, limit - before)) as MessageRow[]) {
            if (taken.length === limit) break;
            if (setAsideIn && attempts && row.count >= attempts) {
              sql.setAside.run(setAsideIn, row.sequence);
              sql.openLane.run(setAsideIn, lane, row.sequence);
              continue;
            }
            sql.take.run(until, now(), row.sequence);
            taken.push({ ...row, group: lane, sentAt: row.sent_at, firstAt: row.first_at ?? now(), count: row.count + 1 });
          }
          if (taken.length > before) sql.hold.run(until, queue, lane);
          else settleLane(queue, lane);
        }
      }
      return taken;
    },

    /** A late one, delivered again meanwhile, removes nothing. */
    remove(queue: string, { sequence, count }: Delivery) {
      const row = sql.delivered.get(sequence, queue, count);
      if (!row) return;
      sql.remove.run(sequence);
      settleLane(queue, String(row["lane"]));
    },

    /** In hand for that much longer; with 0 it comes again at once. Says whether it was in hand. */
    delay(queue: string, { sequence, count }: Delivery, ms: number): boolean {
      const row = sql.delivered.get(sequence, queue, count);
      if (!row || Number(row["visible_at"]) <= now()) return false;
      sql.delay.run(ms === 0 ? 0 : now() + ms, sequence);
      settleLane(queue, String(row["lane"]));
      return true;
    },

    counts(queue: string): { waiting: number; inHand: number } {
      const { total, held } = sql.count.get(now(), queue) as { total: number; held: number };
      return { waiting: total - held, inHand: held };
    },

    /** Something can be received now. */
    isDue: (queue: string): boolean => sql.due.get(queue, now())?.["due"] === 1,

    forgetOld: () => void sql.forget.run(now()),

    /** All of it is kept with one write to disk, or none of it. */
    together<Value>(work: () => Value): Value {
      db.exec("BEGIN IMMEDIATE");
      try {
        const value = work();
        db.exec("COMMIT");
        return value;
      } catch (error) {
        db.exec("ROLLBACK");
        throw error;
      }
    },

    close: () => db.close(),
  };
}
