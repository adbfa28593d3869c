// The first pass over a file: what it is and how it is written. Its rows are not looked at yet.
import { createHash } from "node:crypto";
import type { FileProblem } from "./chunk.ts";

export type Encoding = "utf-8" | "gb18030";
export type Looked = { sha256: string } & ({ encoding: Encoding; delimiter: string } | { problem: FileProblem });

const HEAD_BYTES = 65_536;
const signatures: readonly { code: FileProblem["code"]; bytes: readonly number[] }[] = [
  { code: "xlsx", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { code: "utf-16", bytes: [0xff, 0xfe] },
  { code: "utf-16", bytes: [0xfe, 0xff] },
  { code: "binary", bytes: [0x25, 0x50, 0x44, 0x46] }, // PDF
];
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export async function lookAt(bytes: AsyncIterable<Uint8Array>): Promise<Looked> {
  const hash = createHash("sha256");
  // UTF-8 first: what is UTF-8 also passes for GB18030, the other way round it hardly ever does.
  const decoders = new Map<Encoding, TextDecoder>(
    (["utf-8", "gb18030"] as const).map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]),
  );
  const decodeWithEach = (part?: Uint8Array) => {
    for (const [encoding, decoder] of decoders) {
      try {
        decoder.decode(part, { stream: part !== undefined });
      } catch {
        decoders.delete(encoding);
      }
    }
  };
  let head = Buffer.alloc(0);
  let size = 0;
  let hasZeroByte = false;
  for await (const part of bytes) {
    hash.update(part);
    size += part.length;
    hasZeroByte ||= part.includes(0);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, part]).subarray(0, HEAD_BYTES);
    decodeWithEach(part);
  }
  decodeWithEach();
  if (head.subarray(0, UTF8_MARK.length).equals(UTF8_MARK)) decoders.delete("gb18030");

  const sha256 = hash.digest("hex");
  const problem = problemOf({ head, size, hasZeroByte, readable: decoders.size > 0 });
  const [encoding = "utf-8"] = decoders.keys();
  return problem ? { sha256, problem: { code: problem } } : { sha256, encoding, delimiter: delimiterIn(head, encoding) };
}

type Look = { head: Buffer; size: number; hasZeroByte: boolean; readable: boolean };

function problemOf({ head, size, hasZeroByte, readable }: Look): FileProblem["code"] | undefined {
  if (size === 0) return "empty";
  const known = signatures.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (known) return known.code;
  if (hasZeroByte) return "binary";
  return readable ? undefined : "wrong-encoding";
}

/** The sign that splits the first line into most cells: some systems write semicolons or tabs into a .csv. */
function delimiterIn(head: Buffer, encoding: Encoding): string {
  const [firstLine = ""] = new TextDecoder(encoding)
    .decode(head)
    .trimStart()
    .split(/[\r\n]/, 1);
  const cells = (sign: string) => firstLine.split(sign).length;
  return [",", "\t", ";"].reduce((best, sign) => (cells(sign) > cells(best) ? sign : best));
}
