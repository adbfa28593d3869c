// Small real pictures and PDFs, built byte by byte, so that a test can put anything into them.
import { crc32, deflateSync } from "node:zlib";

const two = (value: number) => Buffer.from([value >> 8, value & 0xff]);
export const segment = (code: number, payload: Buffer | string) =>
  Buffer.concat([Buffer.from([0xff, code]), two(Buffer.byteLength(payload) + 2), Buffer.from(payload)]);

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
/** One code of one bit for one symbol, all that a picture of one grey needs. */
const codes = (kind: number) => segment(0xc4, Buffer.from([kind, 1, ...Array(15).fill(0), 0]));

type JpegParts = {
  width?: number;
  height?: number;
  frame?: number;
  before?: Buffer[];
  scans?: number;
  data?: Buffer;
  end?: Buffer;
};

/** Grey, 8 by 8 unless said otherwise. `before`: segments in front of the picture. */
export const aJpeg = ({ width = 8, height = 8, frame = 0xc0, before = [], scans = 1, data, end = EOI }: JpegParts = {}): Buffer =>
  Buffer.concat([
    SOI,
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    ...before,
    segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    segment(frame, Buffer.from([8, ...two(height), ...two(width), 1, 1, 0x11, 0])),
    codes(0x00),
    codes(0x10),
    ...Array(scans).fill(Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), data ?? Buffer.from([0x3f])])),
    end,
  ]);

/** EXIF that says how the phone was held (6: on its side) and where: 32° 37' 30" N, 116° 59' 0" E. */
export function exifSegment(orientation = 6): Buffer {
  const tiff = Buffer.alloc(26 + 30 + 48 + 2, 0);
  const entry = (at: number, tag: number, type: number, count: number, value: number | string) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (typeof value === "string") tiff.write(value, at + 8, "latin1");
    else if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  entry(10, 0x0112, 3, 1, orientation);
  tiff.writeUInt32BE(0, 22);
  const place = Buffer.concat([
    Buffer.from("GPS\0N\0E\0"),
    ...[32, 37, 30, 116, 59, 0].map((n) => Buffer.from([0, 0, 0, n, 0, 0, 0, 1])),
  ]);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff.subarray(0, 26), place]));
}

export function chunk(name: string, data: Buffer | string): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(data)]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(named.length - 4, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

type PngParts = {
  width?: number;
  height?: number;
  depth?: number;
  colour?: number;
  interlaced?: number;
  raw?: Buffer;
  packed?: Buffer;
  before?: Buffer[];
  after?: Buffer;
};
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Grey, 4 by 4 unless said otherwise. `before`: chunks in front of the data, `after`: behind the end. */
export function aPng({
  width = 4,
  height = 4,
  depth = 8,
  colour = 0,
  interlaced = 0,
  raw,
  packed,
  before = [],
  after,
}: PngParts = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced], 8);
  const rows = raw ?? Buffer.alloc(height * (1 + width));
  const data = chunk("IDAT", packed ?? deflateSync(rows));
  return Buffer.concat([PNG, chunk("IHDR", header), ...before, data, chunk("IEND", ""), after ?? Buffer.alloc(0)]);
}

type PdfParts = { catalog?: string; page?: string; more?: (string | Buffer)[]; trailer?: string; after?: string; info?: string };

/** One page. `more`: further objects, from number 5 on, each without its number; they are in the table like the others. */
export function aPdf({
  catalog = "",
  page = "",
  more = [],
  trailer = "",
  after = "",
  info = "/Title (x)",
}: PdfParts = {}): Buffer {
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    `<< ${info} >>`,
    ...more,
  ];
  const written: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets = objects.map((body, index) => {
    const at = written.reduce((sum, part) => sum + part.length, 0);
    const bytes = typeof body === "string" ? Buffer.from(body, "latin1") : body;
    written.push(Buffer.from(`${index + 1} 0 obj\n`), bytes, Buffer.from("\nendobj\n"));
    return at;
  });
  const table = written.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  written.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R /Info 4 0 R ${trailer} >>\n`,
    ),
    Buffer.from(`startxref\n${table}\n%%EOF\n${after}`, "latin1"),
  );
  return Buffer.concat(written);
}

export const stream = (dictionary: string, content: Buffer | string, length = Buffer.byteLength(content)): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${length} >>\nstream\n`, "latin1"),
    Buffer.from(content),
    Buffer.from("\nendstream"),
  ]);

/** Objects in a packed stream, as PDF 1.5 and later write them. */
export function packedObjects(objects: string, more = ""): Buffer {
  const header = "20 0 ";
  const dictionary = `/Type /ObjStm /N 1 /First ${header.length} /Filter /FlateDecode ${more}`;
  return stream(dictionary, deflateSync(Buffer.from(header + objects)));
}
