import type { DatabaseSync } from "node:sqlite";

/** At most this many of one lane are in hand: a receive takes no more, and takes only where none is. */
const IN_HAND = 10;

// A lane is what is delivered in order: a group, or a single message of a queue without order.
// `head` is its first message; `free_at` is 0 while none of it is in hand. So the next lane is found in one step of an index,
// however many lanes and messages are waiting.
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS queue (name TEXT PRIMARY KEY, settings TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS message (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, lane TEXT NOT NULL, body TEXT NOT NULL,
    deduplication TEXT, sent_at INTEGER NOT NULL, first_at INTEGER, count INTEGER NOT NULL DEFAULT 0, visible_at INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS message_lane ON message (queue, lane, sequence);
  CREATE TABLE IF NOT EXISTS lane (queue TEXT, lane TEXT, head INTEGER NOT NULL, free_at INTEGER NOT NULL, PRIMARY KEY (queue, lane)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS lane_next ON lane (queue, free_at, head);
  CREATE TABLE IF NOT EXISTS known (
    queue TEXT, lane TEXT, deduplication TEXT, id TEXT NOT NULL, sequence INTEGER NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (queue, lane, deduplication)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS known_until ON known (until);`;

export const statementsOn = (db: DatabaseSync) => ({
  queue: db.prepare("SELECT settings FROM queue WHERE name = ?"),
  keepQueue: db.prepare("INSERT INTO queue VALUES (?, ?) ON CONFLICT DO UPDATE SET settings = excluded.settings"),
  known: db.prepare("SELECT id, sequence FROM known WHERE queue = ? AND lane = ? AND deduplication = ? AND until > ?"),
  remember: db.prepare("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?, ?, ?)"),
  forget: db.prepare("DELETE FROM known WHERE until <= ?"),
  insert: db.prepare("INSERT INTO message (id, queue, lane, body, deduplication, sent_at) VALUES (?, ?, ?, ?, ?, ?)"),
  inLaneOfItsOwn: db.prepare("UPDATE message SET lane = CAST(sequence AS TEXT) WHERE sequence = ?"),
  openLane: db.prepare("INSERT INTO lane VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE SET head = min(head, excluded.head)"),
  lapse: db.prepare("UPDATE lane SET free_at = 0 WHERE queue = ? AND free_at > 0 AND free_at <= ?"),
  nextLanes: db.prepare("SELECT lane FROM lane WHERE queue = ? AND free_at = 0 ORDER BY head LIMIT ?"),
  ofLane: db.prepare("SELECT * FROM message WHERE queue = ? AND lane = ? ORDER BY sequence LIMIT ?"),
  take: db.prepare("UPDATE message SET count = count + 1, visible_at = ?, first_at = coalesce(first_at, ?) WHERE sequence = ?"),
  hold: db.prepare("UPDATE lane SET free_at = ? WHERE queue = ? AND lane = ?"),
  setAside: db.prepare("UPDATE message SET queue = ?, count = 0, visible_at = 0, first_at = NULL WHERE sequence = ?"),
  delivered: db.prepare("SELECT lane, visible_at FROM message WHERE sequence = ? AND queue = ? AND count = ?"),
  remove: db.prepare("DELETE FROM message WHERE sequence = ?"),
  delay: db.prepare("UPDATE message SET visible_at = ? WHERE sequence = ?"),
  front: db.prepare(
    `SELECT min(sequence) AS head, max(visible_at) AS free_at FROM
     (SELECT sequence, visible_at FROM message WHERE queue = ? AND lane = ? ORDER BY sequence LIMIT ${IN_HAND})`,
  ),
  moveLane: db.prepare("UPDATE lane SET head = ?, free_at = ? WHERE queue = ? AND lane = ?"),
  closeLane: db.prepare("DELETE FROM lane WHERE queue = ? AND lane = ?"),
  count: db.prepare("SELECT count(*) AS total, count(*) FILTER (WHERE visible_at > ?) AS held FROM message WHERE queue = ?"),
  due: db.prepare("SELECT EXISTS (SELECT 1 FROM lane WHERE queue = ? AND free_at <= ?) AS due"),
  empty: db.prepare("DELETE FROM message WHERE queue = ?"),
  closeLanes: db.prepare("DELETE FROM lane WHERE queue = ?"),
  dropQueue: db.prepare("DELETE FROM queue WHERE name = ?"),
});
