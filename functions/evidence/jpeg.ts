// A JPEG is a row of segments. What shows the picture stays, byte by byte; what tells about it, or hides in it, does not.
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import type { Reason } from "./look-at.ts";
import { tooManyPixels } from "./pixels.ts";

const SCANS_AT_MOST = 100; // a progressive picture has some ten; each one makes who looks at it decode all of it again
const [SOI, EOI, SOS, DQT, DHT, DRI, ADOBE] = [0xd8, 0xd9, 0xda, 0xdb, 0xc4, 0xdd, 0xee];
/** Baseline, extended, progressive. No browser shows lossless, hierarchical or arithmetic ones. */
const FRAMES = [0xc0, 0xc1, 0xc2];

const marker = (code: number) => Buffer.from([0xff, code]);
const segment = (code: number, payload: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length + 2);
  return Buffer.concat([marker(code), length, payload]);
};

/** Without application segments (EXIF with the place, XMP, a second small picture) and comments, and nothing behind its end. */
export function cleanJpeg(bytes: Buffer): Result<Buffer, Reason> {
  const kept: Buffer[] = [marker(SOI)];
  const seen = { frame: 0, tables: 0, scans: 0 };
  let at = 2;

  for (;;) {
    if (bytes[at] !== 0xff) return refused("evidence.damaged");
    while (bytes[at + 1] === 0xff) at++; // any number of them may stand before a marker
    const code = bytes[at + 1];
    if (code === EOI) break;
    if (code === undefined || code < 0xc0 || code === SOI || (code >= 0xd0 && code <= 0xd7)) return refused("evidence.damaged");

    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const payload = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || payload.length !== length - 2) return refused("evidence.damaged");
    at += 2 + length;

    if (FRAMES.includes(code)) {
      if (seen.frame++ > 0 || !isFrame(payload)) return refused("evidence.damaged");
      if (tooManyPixels(payload.readUInt16BE(3), payload.readUInt16BE(1))) return refused("evidence.too-many-pixels");
    } else if (code === DQT || code === DHT) {
      if (!(code === DQT ? areQuantities(payload) : areCodes(payload))) return refused("evidence.damaged");
      seen.tables++;
    } else if (code === SOS) {
      const end = endOfScan(bytes, at);
      if (!isScan(payload) || seen.frame === 0 || end === at || ++seen.scans > SCANS_AT_MOST) return refused("evidence.damaged");
      kept.push(segment(SOS, payload), bytes.subarray(at, end));
      at = end;
      continue;
    } else if (code === ADOBE && isAdobe(payload)) {
      kept.push(segment(ADOBE, payload.subarray(0, 12))); // says how colours are mixed
      continue;
    } else if (code === DRI) {
      if (payload.length !== 2) return refused("evidence.damaged");
    } else if ((code >= 0xe0 && code <= 0xef) || code === 0xfe) {
      continue;
    } else return refused("evidence.damaged");
    kept.push(segment(code, payload));
  }
  if (seen.scans === 0 || seen.tables === 0) return refused("evidence.damaged");
  return accepted(Buffer.concat([...kept, marker(EOI)]));
}

/** Precision, height, width, and three bytes a component: grey, colour, or print colours. */
function isFrame(payload: Buffer): boolean {
  const components = payload[5] ?? 0;
  return payload.length === 6 + 3 * components && payload[0] === 8 && [1, 3, 4].includes(components);
}

function isScan(payload: Buffer): boolean {
  const components = payload[0] ?? 0;
  return components >= 1 && components <= 4 && payload.length === 4 + 2 * components;
}

/** Tables of exactly their length: text fits into none of them. */
function areQuantities(payload: Buffer): boolean {
  let at = 0;
  while (at < payload.length) at += (payload[at]! & 0xf0) === 0 ? 65 : 129;
  return at === payload.length && at > 0;
}

function areCodes(payload: Buffer): boolean {
  let at = 0;
  while (at < payload.length) {
    const counts = payload.subarray(at + 1, at + 17);
    const codes = counts.reduce((sum, count) => sum + count, 0);
    if (counts.length < 16 || codes > 256) return false;
    at += 17 + codes;
  }
  return at === payload.length && at > 0;
}

const isAdobe = (payload: Buffer) => payload.length >= 12 && payload.toString("latin1", 0, 5) === "Adobe";

/** Where the next marker stands; within a scan FF is followed by 0, or by the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
