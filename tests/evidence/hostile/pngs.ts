import { deflateSync } from "node:zlib";
import { aPng, chunk, PNG } from "../../support/files.ts";
import { big, html, latin, refusedAs, zip } from "./kit.ts";

const wholePng = aPng();
const pngHeader = (bytes: number[]) => chunk("IHDR", Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, ...bytes]));
const pngOf = (...chunks: Buffer[]) => Buffer.concat([PNG, ...chunks]);
const data = chunk("IDAT", deflateSync(big(20)));
const end = chunk("IEND", "");
export const damagedPngs = (
  [
    ...Array.from({ length: 14 }, (_, nth) => {
      const length = 8 + Math.floor(((wholePng.length - 9) * nth) / 13);
      return [`a PNG cut after ${length} bytes`, wholePng.subarray(0, length)] as const;
    }),
    ["a PNG with a wrong checksum", Buffer.concat([wholePng.subarray(0, 30), Buffer.from([1, 2]), wholePng.subarray(32)])],
    ["a PNG whose data come first", pngOf(data, pngHeader([8, 0, 0, 0, 0]), end)],
    ["a PNG with two headers", pngOf(pngHeader([8, 0, 0, 0, 0]), pngHeader([8, 0, 0, 0, 0]), data, end)],
    ["a PNG without data", pngOf(pngHeader([8, 0, 0, 0, 0]), end)],
    ["a PNG of an impossible depth", pngOf(pngHeader([3, 0, 0, 0, 0]), data, end)],
    ["a PNG of an impossible colour", pngOf(pngHeader([8, 5, 0, 0, 0]), data, end)],
    ["a PNG packed in an unknown way", pngOf(pngHeader([8, 0, 1, 0, 0]), data, end)],
    ["a PNG interlaced in an unknown way", pngOf(pngHeader([8, 0, 0, 0, 2]), data, end)],
    ["a PNG with a chunk that must not be ignored", aPng({ before: [chunk("EVIL", html)] })],
    ["a PNG with a chunk of no name", aPng({ before: [chunk("\0\0\0\0", html)] })],
    ["a PNG whose data are a web page", aPng({ packed: latin(html) })],
    ["a PNG with an archive behind its packed data", aPng({ packed: Buffer.concat([deflateSync(big(20)), zip]) })],
    ["a PNG with too few rows", aPng({ raw: big(15) })],
    ["a PNG whose data stop in the middle", aPng({ packed: deflateSync(big(20)).subarray(0, 6) })],
    [
      "a PNG with a chunk that is longer than the file",
      pngOf(pngHeader([8, 0, 0, 0, 0]), Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x49, 0x44, 0x41, 0x54])),
    ],
  ] as const
).map(refusedAs("evidence.damaged"));
