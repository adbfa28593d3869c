// A PDF may carry programs, other files and passwords. Ours may not. What it tells about itself is blanked in place, so that
// every offset in it stays true.
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import type { Reason } from "./look-at.ts";
import { blankWhatItTells } from "./pdf-blank.ts";
import { decoded, filtersOf, hidesObject, namesIn, numberIn, type Parts, partsOf, type Stream } from "./pdf-parts.ts";
import { tooManyPixels } from "./pixels.ts";
import { unpack } from "./unpack.ts";

const PAGES_AT_MOST = 50;
const UNPACKED_AT_MOST = 256 * 1024 * 1024; // as much as fifty scanned pages

const OBJECTS_AT_MOST = 16 * 1024 * 1024;

/** What runs, opens, plays, sends or contains something. */
const ACTIVE = new Set([
  ...["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "Filespec", "FileAttachment", "Collection", "RichMedia"],
  ...["SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound", "RichMediaExecute"],
]);
/** So short that they may stand in a packed picture by chance; looked for where there are names only. */
const ACTIVE_AND_SHORT = new Set(["JS", "AA", "XFA", "3D", "U3D", "AF"]);
/** How pictures and pages are packed today. Others are older than the phones that come here, or hide what is in them. */
const FILTERS = ["FlateDecode", "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"];

export async function cleanPdf(bytes: Buffer): Promise<Result<Buffer, Reason>> {
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0) return refused("evidence.damaged");
  const pdf = Buffer.concat([bytes.subarray(0, end + 5), Buffer.from("\n")]); // a copy; what stood behind its end is gone
  const text = pdf.toString("latin1");
  const parts = partsOf(text);
  if (!parts || !leadsToItsTable(text)) return refused("evidence.damaged");
  const between = parts.between.map(({ raw }) => raw);
  if (between.flatMap(namesIn).includes("Encrypt")) return refused("evidence.encrypted");

  const packed = await unpackObjects(pdf, text, parts);
  if (!packed.ok) return packed;
  const written = [...between, ...packed.value];
  const names = written.flatMap(namesIn);
  if (names.some((name) => ACTIVE.has(name) || ACTIVE_AND_SHORT.has(name))) return refused("evidence.scripted");
  if (written.some((text) => opensByAction(text) || leadsAstray(text))) return refused("evidence.scripted");

  const pages = names.filter((name) => name === "Page").length;
  if (pages === 0) return refused("evidence.damaged");
  if (pages > PAGES_AT_MOST) return refused("evidence.too-many-pages");
  return blankWhatItTells(pdf, parts) ? accepted(pdf) : refused("evidence.damaged");
}

/** The last words of a PDF say where its table is. One that was cut in the middle says something else, or nothing. */
function leadsToItsTable(text: string): boolean {
  const [, offset] = /startxref\s+(\d{1,10})\s+%%EOF\n$/.exec(text.slice(-200)) ?? [];
  return offset !== undefined && /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(text.slice(Number(offset), Number(offset) + 40));
}

/** The page to begin with is written as a list, as most programs do. Anything else there is a program's work. */
const opensByAction = (text: string): boolean => /\/OpenAction[\s\0]*(?![\s\0[])/.test(decoded(text));

/** A link leads to a page, a mailbox or a telephone, and says so in plain letters. */
const leadsAstray = (text: string): boolean =>
  /\/URI[\s\0]*(?:<(?!<)|\((?![\s\0]*(?:https?:|mailto:|tel:)))/i.test(decoded(text));

/** What stands in packed objects, as text; and of every other stream that it is no bomb and hides nothing. */
async function unpackObjects(pdf: Buffer, text: string, { streams }: Parts): Promise<Result<string[], Reason>> {
  const objects: string[] = [];
  let left = UNPACKED_AT_MOST;
  for (const stream of streams) {
    const content = text.slice(stream.from, stream.to);
    if (hidesObject(content) || namesIn(content).some((name) => ACTIVE.has(name))) return refused("evidence.scripted");
    const filters = filtersOf(stream);
    const holdsObjects = mayHoldObjects(stream);
    if (filters.some((name) => !FILTERS.includes(name)) || filters.slice(1).includes("FlateDecode"))
      return refused("evidence.damaged"); // packed in a way through which we cannot see
    if (isTooFine(stream)) return refused("evidence.too-many-pixels");
    if (holdsObjects && !isReadable(stream, filters)) return refused("evidence.damaged");
    if (holdsObjects && filters.length === 0) objects.push(content);
    if (filters[0] !== "FlateDecode") continue;

    const most = holdsObjects ? Math.min(left, OBJECTS_AT_MOST) : left;
    const unpacked = await unpack(pdf.subarray(stream.from, stream.to), most, { keep: holdsObjects });
    if (unpacked === "too-large") return refused("evidence.unpacks-too-large");
    if (holdsObjects && !unpacked.whole) return refused("evidence.damaged");
    left -= unpacked.size;
    if (unpacked.content) objects.push(unpacked.content.toString("latin1"));
  }
  return accepted(objects);
}

function mayHoldObjects({ dictionary }: Stream): boolean {
  const names = namesIn(dictionary);
  return names.includes("ObjStm") || (names.includes("N") && names.includes("First"));
}

/** Not packed, or packed in the one way in which everybody packs objects. */
const isReadable = (stream: Stream, filters: readonly string[]): boolean =>
  filters.every((name) => name === "FlateDecode") &&
  !/\/DecodeParms[\s\0]+\d/.test(decoded(stream.dictionary)) &&
  (numberIn(stream, "Predictor") ?? 1) < 2;

/** A page of A4 at 600 dots an inch has 35 million. */
function isTooFine(stream: Stream): boolean {
  const [width, height] = [numberIn(stream, "Width"), numberIn(stream, "Height")];
  return width !== undefined && height !== undefined && tooManyPixels(width / 2, height / 2);
}
