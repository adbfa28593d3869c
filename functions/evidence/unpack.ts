import { createInflate } from "node:zlib";

/** `whole`: it came to its end. `left`: bytes behind that end. */
export type Unpacked = { size: number; whole: boolean; left: number; content?: Buffer } | "too-large";

/** Unpacks and counts, holding no more than it was asked to keep: a bomb costs us its limit and nothing beyond. */
export function unpack(packed: Buffer, most: number, { keep = false } = {}): Promise<Unpacked> {
  return new Promise((settle) => {
    const inflate = createInflate({ chunkSize: 64 * 1024 });
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (whole: boolean) =>
      settle({ size, whole, left: packed.length - inflate.bytesWritten, ...(keep && { content: Buffer.concat(chunks) }) });
    inflate.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (keep) chunks.push(chunk);
      if (size <= most) return;
      settle("too-large");
      inflate.destroy();
    });
    inflate.on("error", () => done(false));
    inflate.on("end", () => done(true));
    inflate.end(packed);
  });
}
