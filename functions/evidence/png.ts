// A PNG is a row of chunks. Four of them show the picture, a fifth what is transparent; the rest tells about it and goes.
import { crc32 } from "node:zlib";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import type { Reason } from "./look-at.ts";
import { tooManyPixels } from "./pixels.ts";
import { unpack } from "./unpack.ts";

export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEPT = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** Samples a pixel, and which depths there are, by kind of colour. */
const colours: Record<number, { samples: number; depths: readonly number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

export async function cleanPng(bytes: Buffer): Promise<Result<Buffer, Reason>> {
  const kept: Buffer[] = [PNG];
  const data: Buffer[] = [];
  const names: string[] = [];
  let header: Buffer | undefined;

  for (let at = PNG.length; names.at(-1) !== "IEND"; ) {
    if (at + 12 > bytes.length) return refused("evidence.damaged");
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const whole = bytes.subarray(at, end);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return refused("evidence.damaged");
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return refused("evidence.damaged");
    if (/^[A-Z]/.test(name) && !KEPT.includes(name)) return refused("evidence.damaged"); // says that it must not be ignored
    if (KEPT.includes(name)) {
      kept.push(whole);
      names.push(name);
    }
    if (name === "IHDR") header ??= whole.subarray(8, -4);
    if (name === "IDAT") data.push(whole.subarray(8, -4));
    at = end;
  }
  if (!/^IHDR (PLTE )?(tRNS )?(IDAT )+IEND$/.test(names.join(" ")) || !header) return refused("evidence.damaged");

  const size = sizeOf(header);
  if (!size.ok) return size;
  const unpacked = await unpack(Buffer.concat(data), size.value);
  if (unpacked === "too-large") return refused("evidence.unpacks-too-large");
  // Exactly what its size says, and nothing behind it: there is no room for anything else.
  if (!unpacked.whole || unpacked.size !== size.value || unpacked.left !== 0) return refused("evidence.damaged");
  return accepted(Buffer.concat(kept));
}

/** How many bytes the unpacked picture has: each row, with one byte before it. */
function sizeOf(header: Buffer): Result<number, Reason> {
  if (header.length !== 13) return refused("evidence.damaged");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, packing, filter, interlaced = 0] = header.subarray(8);
  const kind = colours[colour];
  if (!kind?.depths.includes(depth) || packing !== 0 || filter !== 0 || interlaced > 1) return refused("evidence.damaged");
  if (tooManyPixels(width, height)) return refused("evidence.too-many-pixels");

  const rows = ([columns, lines]: readonly [number, number]) =>
    columns && lines && lines * (1 + Math.ceil((columns * kind.samples * depth) / 8));
  const passes = interlaced ? adam7(width, height) : [[width, height] as const];
  return accepted(passes.map(rows).reduce((sum, bytes) => sum + bytes, 0));
}

/** Columns and lines of the seven passes of an interlaced picture (PNG specification, 8.2). */
function adam7(width: number, height: number): (readonly [number, number])[] {
  const grid = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  const steps = (length: number, from: number, step: number) => Math.max(0, Math.ceil((length - from) / step));
  return grid.map(([x, y, right, down]) => [steps(width, x, right), steps(height, y, down)] as const);
}
