import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A piece of an object on disk: all of it, or one part of an upload in parts. */
export type Chunk = { file: string; size: number; etag: string };

/** The bytes of objects, each chunk a file of its own. Never whole in memory. */
export function openBodies(folder: string) {
  mkdirSync(folder, { recursive: true });

  return {
    /** It is on disk when this returns; whoever wants it to stay notes it in the index. */
    async receive(body: NodeJS.ReadableStream): Promise<Chunk> {
      const file = crypto.randomUUID();
      const path = join(folder, file);
      const digest = createHash("md5");
      let size = 0;
      const measure = new Transform({
        transform(bytes: Buffer, _, next) {
          digest.update(bytes);
          size += bytes.length;
          next(null, bytes);
        },
      });
      try {
        await pipeline(body, measure, createWriteStream(path, { mode: 0o600 }));
        const handle = await open(path, "r");
        await handle.sync();
        await handle.close();
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      }
      return { file, size, etag: digest.digest("hex") };
    },

    /** From the first byte to the last, both included. */
    async *bytes(chunks: Chunk[], first: number, last: number): AsyncGenerator<Buffer> {
      let offset = 0;
      for (const { file, size } of chunks) {
        const [start, end] = [Math.max(first - offset, 0), Math.min(last - offset, size - 1)];
        if (start <= end) yield* createReadStream(join(folder, file), { start, end });
        offset += size;
      }
    },

    discard(chunks: Chunk[]) {
      for (const { file } of chunks) rmSync(join(folder, file), { force: true });
    },

    /** What a killed upload left behind belongs to nobody. */
    keepOnly(owned: ReadonlySet<string>) {
      for (const file of readdirSync(folder)) if (!owned.has(file)) rmSync(join(folder, file));
    },
  };
}
