// What a PDF tells about who made it, when and where: written over in place.
import { filtersOf, namesIn, type Parts, type Stream } from "./pdf-parts.ts";

/** An empty zlib stream; what follows it nobody reads. */
const NOTHING_PACKED = Buffer.from([0x78, 0x9c, 0x03, 0, 0, 0, 0, 0x01]);

/** Author, program, title: text in parentheses (which may hold some of their own) or in hexadecimal. */
const TOLD =
  /\/(?:Author|Creator|Producer|Title|Subject|Keywords|Company)[\s\0]*(?:\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]){0,300}\)){0,500})\)|<([0-9A-Fa-f\s]{0,2000})>)/g;

/** False: it says that it holds a photograph, and that is none. */
export function blankWhatItTells(pdf: Buffer, { streams, between }: Parts): boolean {
  for (const { from, raw } of between)
    for (const { 0: whole, 1: written, 2: hex, index } of raw.matchAll(TOLD)) {
      const end = from + index + whole.length - 1;
      pdf.fill(0x20, end - (written ?? hex ?? "").length, end);
    }
  return streams.every((stream) => blankStream(pdf, stream));
}

function blankStream(pdf: Buffer, stream: Stream): boolean {
  const content = pdf.subarray(stream.from, stream.to);
  const names = namesIn(stream.dictionary);
  const filters = filtersOf(stream);
  if (names.includes("Metadata") && names.includes("XML")) {
    content.fill(filters.length === 0 ? 0x20 : 0);
    if (filters.length > 0) NOTHING_PACKED.copy(content);
  }
  return filters.length === 1 && filters[0] === "DCTDecode" ? blankJpeg(content) : true;
}

/** Its application segments and comments, as long as before. */
function blankJpeg(jpeg: Buffer): boolean {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return false;
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const code = jpeg[at + 1]!;
    if (jpeg[at] !== 0xff) return false;
    if (code === 0xda || code === 0xd9) return true; // from here on there is picture
    const end = code === 0xff ? at + 1 : at + 2 + jpeg.readUInt16BE(at + 2);
    if (code !== 0xff && end < at + 4) return false;
    if ((code >= 0xe1 && code <= 0xef && code !== 0xee) || code === 0xfe) jpeg.fill(0, at + 4, Math.min(end, jpeg.length));
    at = end;
  }
  return false;
}
