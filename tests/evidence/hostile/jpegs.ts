import { aJpeg, segment } from "../../support/files.ts";
import { big, html, latin, refusedAs, zip } from "./kit.ts";

const whole = aJpeg();
const cutJpegs = Array.from({ length: 16 }, (_, nth) => {
  const length = 3 + Math.floor(((whole.length - 4) * nth) / 15);
  return [`a JPEG cut after ${length} bytes`, whole.subarray(0, length)] as const;
});
export const damagedJpegs = (
  [
    ...cutJpegs,
    ["a JPEG that only begins", latin("\xff\xd8\xff\xd9")],
    ["a web page that begins as a JPEG", Buffer.concat([latin("\xff\xd8\xff"), latin(html)])],
    [
      "a web page in JPEG's first segment and nothing else",
      Buffer.concat([latin("\xff\xd8"), segment(0xfe, html), latin("\xff\xd9")]),
    ],
    ["a JPEG without its end", aJpeg({ end: big(0) })],
    ["a JPEG whose end is an archive", aJpeg({ end: zip })],
    ["a JPEG with two frames", aJpeg({ before: [segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]))] })],
    ["a JPEG without a scan", aJpeg({ scans: 0 })],
    ["a JPEG of a thousand scans", aJpeg({ scans: 1000 })],
    ["a JPEG with an empty scan", aJpeg({ data: big(0) })],
    ["a lossless JPEG", aJpeg({ frame: 0xc3 })],
    ["an arithmetic JPEG", aJpeg({ frame: 0xc9 })],
    ["a JPEG with text for a table", aJpeg({ before: [segment(0xdb, html)] })],
    [
      "a JPEG with a table of too many codes",
      aJpeg({ before: [segment(0xc4, Buffer.concat([big(1), Buffer.alloc(16, 255), big(4080)]))] }),
    ],
    ["a JPEG with a table cut short", aJpeg({ before: [segment(0xc4, Buffer.from([0, 1]))] })],
    ["a JPEG with a segment that nobody knows", aJpeg({ before: [segment(0xf3, html)] })],
    ["a JPEG with a segment that has no length", aJpeg({ before: [Buffer.from([0xff, 0xe1, 0, 0])] })],
    ["a JPEG with a segment longer than itself", aJpeg({ before: [Buffer.from([0xff, 0xe1, 0xff, 0xff])] })],
    ["a JPEG in a JPEG", aJpeg({ before: [aJpeg()] })],
    ["a JPEG that changes its height at the end", aJpeg({ before: [segment(0xdc, Buffer.from([0xff, 0xff]))] })],
    ["a JPEG that wants to grow", aJpeg({ before: [segment(0xdf, Buffer.from([0x11]))] })],
    ["a JPEG with a restart of two lengths", aJpeg({ before: [segment(0xdd, Buffer.from([0, 1, 2, 3]))] })],
    ["a JPEG with restarts before its picture", aJpeg({ before: [Buffer.from([0xff, 0xd0])] })],
    [
      "a JPEG with twelve-bit samples",
      Buffer.from(aJpeg().toString("latin1").replace("\xff\xc0\0\x0b\x08", "\xff\xc0\0\x0b\x0c"), "latin1"),
    ],
  ] as const
).map(refusedAs("evidence.damaged"));
