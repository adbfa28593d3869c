import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Complaint } from "./complaint.ts";

export type Ledger = {
  checkpoint(reader: string): string | undefined;
  keepCheckpoint(reader: string, sequence: string): void;
  close(): void;
};

/**
 * How far each reader of a stream has come. Held for as long as we run: a second portal on the same folder finds it taken,
 * and the system lets go of it when we are killed. (A checkpoint lost with the power is read again; readers bear that.)
 */
export function openLedger(folder: string): Ledger {
  const db = new DatabaseSync(join(folder, "platform.db"));
  try {
    db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS checkpoint (reader TEXT PRIMARY KEY, sequence TEXT NOT NULL) WITHOUT ROWID;
      BEGIN IMMEDIATE; COMMIT`);
  } catch (error) {
    if (!/locked/.test(String(error))) throw error;
    throw new Complaint(
      `Another portal is running on the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`,
    );
  }
  const read = db.prepare("SELECT sequence FROM checkpoint WHERE reader = ?");
  const keep = db.prepare("INSERT INTO checkpoint VALUES (?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence");

  return {
    checkpoint: (reader) => read.get(reader)?.["sequence"]?.toString(),
    keepCheckpoint: (reader, sequence) => void keep.run(reader, sequence),
    close: () => db.close(),
  };
}
