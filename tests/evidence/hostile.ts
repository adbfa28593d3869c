// Two hundred files that nobody hands in by mistake, and what has to become of each: refused with a word, or cleaned.
import { deflateSync, gzipSync } from "node:zlib";
import type { Reason } from "../../functions/evidence/look-at.ts";
import { aJpeg, aPdf, aPng, chunk, exifSegment, PNG, packedObjects, segment, stream } from "../support/files.ts";

/** `is`: the reason it is refused for. `without`: it is taken, and holds none of these any more. */
export type Hostile = { when: string; bytes: Buffer } & ({ is: Reason } | { without: readonly (string | Buffer)[] });

const refusedAs =
  (is: Reason) =>
  ([when, bytes]: readonly [string, Buffer | string]): Hostile => ({ when, bytes: Buffer.from(bytes), is });
const latin = (text: string) => Buffer.from(text, "latin1");
const big = (length: number) => Buffer.alloc(length);

const html = "<!doctype html><script>fetch('/api/check')</script>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const zip = Buffer.concat([latin("PK\x03\x04\x14\0\0\0\0\0"), big(40), latin("PK\x05\x06"), big(18)]);
const riff = (kind: string) => Buffer.concat([latin("RIFF\x24\0\0\0"), latin(kind), big(40)]);

const otherThings = (
  [
    ["a web page", html],
    ["a web page behind blanks", ` \n\t${html}`],
    ["a drawing that runs", svg],
    ["a drawing behind its declaration", `<?xml version="1.0"?>${svg}`],
    ["an archive", zip],
    ["a packed file", gzipSync("x")],
    ["a program for Windows", Buffer.concat([latin("MZ\x90\0"), big(60)])],
    ["a program for Linux", Buffer.concat([latin("\x7fELF\x02\x01\x01"), big(60)])],
    ["a script for a shell", "#!/bin/sh\nrm -rf /\n"],
    ["an animation", Buffer.concat([latin("GIF89a\x01\0\x01\0\x80\0\0"), big(20)])],
    ["a WebP", riff("WEBPVP8 ")],
    ["a sound", riff("WAVEfmt ")],
    ["a bitmap", Buffer.concat([latin("BM"), big(60)])],
    ["a TIFF, Intel", Buffer.concat([latin("II*\0"), big(60)])],
    ["a TIFF, Motorola", Buffer.concat([latin("MM\0*"), big(60)])],
    ["a HEIC", Buffer.concat([latin("\0\0\0\x18ftypheic"), big(40)])],
    ["a film", Buffer.concat([latin("\0\0\0\x18ftypmp42"), big(40)])],
    ["an icon", Buffer.concat([latin("\0\0\x01\0\x01\0"), big(40)])],
    ["an old Word file", Buffer.concat([latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), big(500)])],
    ["rich text", "{\\rtf1\\ansi hello}"],
    ["PostScript", "%!PS-Adobe-3.0\nshowpage\n"],
    ["a Java class", Buffer.concat([latin("\xca\xfe\xba\xbe"), big(40)])],
    ["WebAssembly", Buffer.concat([latin("\0asm\x01\0\0\0"), big(20)])],
    ["a database", Buffer.concat([latin("SQLite format 3\0"), big(100)])],
    ["nothing but noughts", big(4096)],
    ["one byte", "x"],
    ["two bytes of a JPEG", latin("\xff\xd8")],
    ["half the beginning of a PNG", PNG.subarray(0, 4)],
    ["text", "我的身份证"],
    ["JSON", '{"a":1}'],
    ["a JPEG behind a blank", Buffer.concat([latin(" "), aJpeg()])],
    ["a PNG behind a line end", Buffer.concat([latin("\n"), aPng()])],
    ["a PDF behind one byte", Buffer.concat([latin("x"), aPdf()])],
    ["a PDF behind a web page", Buffer.concat([latin(html), aPdf()])],
    ["a PDF behind an animation", Buffer.concat([latin("GIF89a"), aPdf()])],
    ["a PDF of a version that never was", Buffer.from(aPdf().toString("latin1").replace("%PDF-1.7", "%PDF-9.x"), "latin1")],
    ["a form for Acrobat", "%FDF-1.2\n1 0 obj\n<< /FDF << >> >>\nendobj\n%%EOF"],
    ["a byte order mark before a PNG", Buffer.concat([latin("\xef\xbb\xbf"), aPng()])],
  ] as const
).map(refusedAs("evidence.wrong-type"));

const secret = "32 North 116 East";
const whole = aJpeg();
const cutJpegs = Array.from({ length: 16 }, (_, nth) => {
  const length = 3 + Math.floor(((whole.length - 4) * nth) / 15);
  return [`a JPEG cut after ${length} bytes`, whole.subarray(0, length)] as const;
});
const damagedJpegs = (
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

const tooFine = (
  [
    ["a JPEG of 65,535 by 65,535", aJpeg({ width: 65_535, height: 65_535 })],
    ["a JPEG of 60,000 by 8", aJpeg({ width: 60_000 })],
    ["a JPEG of 8 by 60,000", aJpeg({ height: 60_000 })],
    ["a JPEG of 9,000 by 9,000", aJpeg({ width: 9000, height: 9000 })],
    ["a JPEG of no height", aJpeg({ height: 0 })],
    ["a JPEG of no width", aJpeg({ width: 0 })],
    ["a PNG of two thousand million by two", aPng({ width: 2 ** 31 - 1, height: 2, raw: big(10) })],
    ["a PNG of 20,000 by 20,000 in some bytes", aPng({ width: 20_000, height: 20_000, raw: big(1000) })],
    ["a PNG of no width", aPng({ width: 0 })],
    ["a PNG of no height", aPng({ height: 0, raw: big(0) })],
    ["a PDF with a fax of 60,000 by 60,000", withImage("/Width 60000 /Height 60000 /Filter /CCITTFaxDecode", "x")],
    ["a PDF with a JBIG2 of 40,000 by 2", withImage("/Width 40000 /Height 2 /Filter /JBIG2Decode", "x")],
    ["a PDF with a picture too fine, in other letters", withImage("/W#69dth 60000 /Height 60000 /Filter /JPXDecode", "x")],
  ] as const
).map(refusedAs("evidence.too-many-pixels"));

const wholePng = aPng();
const pngHeader = (bytes: number[]) => chunk("IHDR", Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, ...bytes]));
const pngOf = (...chunks: Buffer[]) => Buffer.concat([PNG, ...chunks]);
const data = chunk("IDAT", deflateSync(big(20)));
const end = chunk("IEND", "");
const damagedPngs = (
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

const bombs = (
  [
    ["a PNG that unpacks to a hundred million bytes", aPng({ raw: big(100_000_000) })],
    ["a PNG with one row too many", aPng({ raw: big(25) })],
    ["a PDF whose page unpacks to three hundred million bytes", withImage("/Filter /FlateDecode", deflateSync(big(300_000_000)))],
    [
      "a PDF of many pages' worth of noughts",
      aPdf({ more: Array(6).fill(stream("/Filter /FlateDecode", deflateSync(big(50_000_000)))) }),
    ],
    ["a PDF with objects without end", aPdf({ more: [packedObjects(" ".repeat(20_000_000))] })],
  ] as const
).map(refusedAs("evidence.unpacks-too-large"));

const js = "/S /JavaScript /JS (app.alert(1))";
const scripted = (
  [
    ["runs a program when opened", aPdf({ catalog: `/OpenAction << ${js} >>` })],
    ["runs a program from elsewhere when opened", aPdf({ catalog: "/OpenAction 5 0 R", more: [`<< ${js} >>`] })],
    ["opens by an action that is no program", aPdf({ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" })],
    ["runs a program when a page is turned", aPdf({ page: `/AA << /O << ${js} >> >>` })],
    ["carries a program by name", aPdf({ catalog: `/Names << /JavaScript << /Names [(x) << ${js} >>] >> >>` })],
    ["carries a program that nothing leads to", aPdf({ more: [`<< ${js} >>`] })],
    ["carries a program with its name in other letters", aPdf({ more: ["<< /S /J#61vaScript /J#53 (x) >>"] })],
    ["carries a program, all of it in other letters", aPdf({ more: ["<< /S /#4A#61#76#61#53#63#72#69#70#74 >>"] })],
    ["hides a program in packed objects", aPdf({ more: [packedObjects(`<< ${js} >>`)] })],
    ["hides a program in packed objects, in other letters", aPdf({ more: [packedObjects("<< /S /JavaS#63ript >>")] })],
    [
      "calls its packed objects by other letters",
      aPdf({ more: [stream("/Type /Obj#53tm /N 1 /First 5 /Filter /Flate#44ecode", deflateSync(latin(`20 0 << ${js} >>`)))] }),
    ],
    [
      "does not say that it packs objects",
      aPdf({ more: [stream("/N 1 /First 5 /Filter /FlateDecode", deflateSync(latin(`20 0 << ${js} >>`)))] }),
    ],
    ["does not pack its packed objects", aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5", `20 0 << ${js} >>`)] })],
    ["hides an object in the bytes of a page", aPdf({ more: [stream("", `BT\n9 0 obj\n<< ${js} >>\nendobj`)] })],
    ["hides an object behind a remark in a page", aPdf({ more: [stream("", "9 %x\n0 %y\nobj << /AA 1 0 R >>")] })],
    [
      "says that a page is shorter than it is",
      aPdf({ more: [stream("", `BT ET\nendstream\nendobj\n9 0 obj << ${js} >> endobj`, 4)] }),
    ],
    ["starts a program", aPdf({ more: ["<< /S /Launch /F (cmd.exe) >>"] })],
    ["starts a program, in other letters", aPdf({ more: ["<< /S /L#61unch /F (cmd.exe) >>"] })],
    [
      "carries a file",
      aPdf({
        catalog: "/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
        more: ["<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>", stream("/Type /EmbeddedFile", "MZ")],
      }),
    ],
    ["carries a file as a remark", aPdf({ page: "/Annots [<< /Subtype /FileAttachment /FS 5 0 R >>]" })],
    ["is a bag of files", aPdf({ catalog: "/Collection << /View /D >>" })],
    ["plays a film", aPdf({ page: "/Annots [<< /Subtype /Movie /Movie << /F (a.mov) >> >>]" })],
    ["plays a sound", aPdf({ page: "/Annots [<< /Subtype /Sound >>]" })],
    ["plays rich media", aPdf({ page: "/Annots [<< /Subtype /RichMedia >>]" })],
    ["renders by a program", aPdf({ more: ["<< /S /Rendition /OP 0 >>"] })],
    ["shows a model", aPdf({ page: "/Annots [<< /Subtype /3D >>]" })],
    ["is an XFA form", aPdf({ catalog: "/AcroForm << /XFA 5 0 R >>", more: [stream("", "<xdp/>")] })],
    ["sends what is typed", aPdf({ more: ["<< /S /SubmitForm /F (http://x.test) >>"] })],
    ["takes data in", aPdf({ more: ["<< /S /ImportData /F (x.fdf) >>"] })],
    ["leads into a file within it", aPdf({ more: ["<< /S /GoToE /T << /R /C >> >>"] })],
    ["leads to a file on another machine", aPdf({ more: ["<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>"] })],
    ["is associated with a file", aPdf({ catalog: "/AF [5 0 R]" })],
    ["runs a program after a second ending", aPdf({ after: `9 0 obj << ${js} >> endobj\nstartxref\n9\n%%EOF\n` })],
  ] as const
)
  .map(([what, bytes]) => refusedAs("evidence.scripted")([`a PDF that ${what}`, bytes]))
  .map((hostile) => (hostile.when.includes("second ending") ? { ...hostile, bytes: withSecondEnding() } : hostile));

const encrypted = (
  [
    [
      "a PDF with a password",
      aPdf({ trailer: "/Encrypt 5 0 R", more: ["<< /Filter /Standard /V 2 /R 3 /O (x) /U (x) /P -4 >>"] }),
    ],
    ["a PDF with a password, in other letters", aPdf({ trailer: "/Encr#79pt 5 0 R", more: ["<< /Filter /Standard >>"] })],
    ["a PDF whose password stands in its table", aPdf({ more: [stream("/Type /XRef /Encrypt 6 0 R", "x")] })],
    ["a PDF with a password and a program", aPdf({ trailer: "/Encrypt 5 0 R", more: [`<< ${js} >>`] })],
  ] as const
).map(refusedAs("evidence.encrypted"));

const wholePdf = aPdf({ more: [stream("/Filter /FlateDecode", deflateSync(latin("BT ET")))] });
const damagedPdfs = (
  [
    ...Array.from({ length: 10 }, (_, nth) => {
      const length = 10 + Math.floor(((wholePdf.length - 20) * nth) / 9);
      return [`a PDF cut after ${length} bytes`, wholePdf.subarray(0, length)] as const;
    }),
    ["a PDF of which nothing is there but the beginning and the end", "%PDF-1.7\n%%EOF"],
    ["a PDF that leads nowhere", Buffer.from(wholePdf.toString("latin1").replace(/startxref\n\d+/, "startxref\n7"), "latin1")],
    [
      "a PDF that leads beyond its end",
      Buffer.from(wholePdf.toString("latin1").replace(/startxref\n\d+/, "startxref\n99999999"), "latin1"),
    ],
    ["a PDF without a page", Buffer.from(aPdf().toString("latin1").replace("/Type /Page /", "/Type /Pag_ /"), "latin1")],
    ["a PDF with a text without an end", aPdf({ page: "/X (never" })],
    ["a PDF with an object in a text", aPdf({ page: "/X (9 0 obj << >>)" })],
    ["a PDF with an object in a remark", aPdf({ page: "% 9 0 obj << /Type /ObjStm\n" })],
    [
      "a PDF with a stream without an end",
      Buffer.from(wholePdf.toString("latin1").replaceAll("endstream", "endstrea_"), "latin1"),
    ],
    ["a PDF with objects packed in an old way", aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5 /Filter /LZWDecode", "x")] })],
    [
      "a PDF with objects in hexadecimal",
      aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5 /Filter /ASCIIHexDecode", "3230>")] }),
    ],
    [
      "a PDF with objects in base 85",
      aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5 /Filter [/ASCII85Decode /FlateDecode]", "x~>")] }),
    ],
    [
      "a PDF whose way of packing stands elsewhere",
      aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5 /Filter 6 0 R", "x"), "/FlateDecode"] }),
    ],
    ["a PDF with predicted objects", aPdf({ more: [packedObjects("<< >>", "/DecodeParms << /Predictor 12 /Columns 5 >>")] })],
    [
      "a PDF whose prediction stands elsewhere",
      aPdf({ more: [packedObjects("<< >>", "/DecodeParms 6 0 R"), "<< /Predictor 12 >>"] }),
    ],
    [
      "a PDF with objects that are cut",
      aPdf({
        more: [stream("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", deflateSync(latin("20 0 << >>")).subarray(0, 9))],
      }),
    ],
    ["a PDF packed twice", withImage("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(big(1000))))],
    ["a PDF with a password of its own", aPdf({ more: [stream("/Filter [/Crypt /FlateDecode]", "x")] })],
    ["a PDF with a photograph that is none", withImage("/Filter /DCTDecode", html)],
    ["a PDF with a photograph that is cut", withImage("/Filter /DCTDecode", aJpeg().subarray(0, 30))],
  ] as const
).map(refusedAs("evidence.damaged"));

const tooLong = ([["a PDF of sixty pages", aPdf({ more: Array(60).fill("<< /Type /Page /Parent 2 0 R >>") })]] as const).map(
  refusedAs("evidence.too-many-pages"),
);

const xmp = `<x:xmpmeta><exif:GPSLatitude>${secret}</exif:GPSLatitude></x:xmpmeta>`;
const exif = exifSegment();
const place = exif.subarray(-48);
const cleaned: Hostile[] = (
  [
    ["a JPEG with the place where it was taken", aJpeg({ before: [exif] }), ["Exif", "GPS", place]],
    ["a JPEG with the place in XMP", aJpeg({ before: [segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`)] }), [secret, "xap"]],
    ["a JPEG with a comment", aJpeg({ before: [segment(0xfe, secret)] }), [secret]],
    ["a JPEG with a program in its comment", aJpeg({ before: [segment(0xfe, html)] }), ["script"]],
    [
      "a JPEG with words of a photo editor",
      aJpeg({ before: [segment(0xed, `Photoshop 3.0\x008BIM${secret}`)] }),
      [secret, "8BIM"],
    ],
    ["a JPEG with a colour profile that talks", aJpeg({ before: [segment(0xe2, `ICC_PROFILE\0${secret}`)] }), [secret]],
    ["a JPEG with a small copy of another picture", aJpeg({ before: [segment(0xe0, `JFXX\0\x10${secret}`)] }), [secret]],
    [
      "a JPEG with something in every segment",
      aJpeg({ before: Array.from({ length: 16 }, (_, n) => segment(0xe0 + n, `${secret}${html}`)) }),
      [secret, "script"],
    ],
    [
      "a JPEG with colours by Adobe and a word behind",
      aJpeg({ before: [segment(0xee, `Adobe\0\x64\0\0\0\0\x01${secret}`)] }),
      [secret],
    ],
    ["a JPEG with an archive behind it", Buffer.concat([aJpeg(), zip]), ["PK"]],
    ["a JPEG with a web page behind it", Buffer.concat([aJpeg(), latin(html)]), ["script"]],
    ["a JPEG with a PDF behind it", Buffer.concat([aJpeg(), aPdf()]), ["%PDF"]],
    ["a JPEG with a second JPEG and its place behind it", Buffer.concat([aJpeg(), aJpeg({ before: [exif] })]), ["GPS", place]],
    ["a JPEG with a film behind it", Buffer.concat([aJpeg(), latin("\0\0\0\x18ftypmp42")]), ["ftyp"]],
    [
      "a JPEG with a program of PHP in its EXIF",
      aJpeg({ before: [segment(0xe1, "Exif\0\0<?php system($_GET[0]) ?>")] }),
      ["php"],
    ],
    ["a progressive JPEG with a comment", aJpeg({ frame: 0xc2, scans: 3, before: [segment(0xfe, secret)] }), [secret]],
    ["a JPEG with padding before its segments", aJpeg({ before: [Buffer.from([0xff, 0xff]), segment(0xfe, secret)] }), [secret]],
    ["a PNG with the place where it was taken", aPng({ before: [chunk("eXIf", exif.subarray(10))] }), ["GPS", "eXIf"]],
    ["a PNG with words", aPng({ before: [chunk("tEXt", `Comment\0${secret}`)] }), [secret]],
    [
      "a PNG with packed words",
      aPng({ before: [chunk("zTXt", Buffer.concat([latin("a\0\0"), deflateSync(latin(secret))]))] }),
      ["zTXt"],
    ],
    ["a PNG with words of the world", aPng({ before: [chunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${xmp}`)] }), [secret]],
    ["a PNG with the time", aPng({ before: [chunk("tIME", Buffer.from([7, 234, 11, 22, 10, 0, 0]))] }), ["tIME"]],
    [
      "a PNG with a colour profile that talks",
      aPng({ before: [chunk("iCCP", Buffer.concat([latin("a\0\0"), deflateSync(latin(secret))]))] }),
      ["iCCP"],
    ],
    ["a PNG with a private chunk", aPng({ before: [chunk("maRK", html)] }), ["script"]],
    ["a PNG that moves", aPng({ before: [chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))] }), ["acTL"]],
    ["a PNG with an archive behind it", aPng({ after: zip }), ["PK"]],
    ["a PNG with a web page behind it", aPng({ after: latin(html) }), ["script"]],
    ["a PNG with a second picture behind it", aPng({ after: aPng({ before: [chunk("tEXt", `a\0${secret}`)] }) }), [secret]],
    ["a PDF with an archive behind it", aPdf({ after: zip.toString("latin1") }), ["PK"]],
    ["a PDF with a web page behind it", aPdf({ after: html }), ["script"]],
    [
      "a PDF that says who made it",
      aPdf({ info: `/Author (${secret}) /Creator (Phone \\(of (me)\\)) /Producer <${Buffer.from(secret).toString("hex")}>` }),
      [secret, "Phone", Buffer.from(secret).toString("hex")],
    ],
    ["a PDF with a title", aPdf({ info: `/Title(${secret})/Subject (${secret})/Keywords\n(${secret})` }), [secret]],
    ["a PDF with XMP", aPdf({ more: [stream("/Type /Metadata /Subtype /XML", xmp)] }), [secret]],
    [
      "a PDF with packed XMP",
      aPdf({ more: [stream("/Type /Metadata /Subtype /XML /Filter /FlateDecode", deflateSync(latin(xmp)))] }),
      [deflateSync(latin(xmp)).subarray(2, 12)],
    ],
    [
      "a PDF with a photograph that says where",
      withImage("/Width 8 /Height 8 /Filter /DCTDecode", aJpeg({ before: [exif, segment(0xfe, secret)] })),
      ["GPS", secret, place],
    ],
  ] as const
).map(([when, bytes, without]) => ({ when, bytes, without }));

/** An update as Acrobat appends it, with a table of its own. */
function withSecondEnding(): Buffer {
  const first = aPdf();
  const object = `9 0 obj << ${js} >> endobj\n`;
  return Buffer.concat([
    first,
    latin(`${object}xref\n0 0\ntrailer << /Root 1 0 R >>\nstartxref\n${first.length + object.length}\n%%EOF\n`),
  ]);
}

function withImage(dictionary: string, content: Buffer | string): Buffer {
  return aPdf({
    page: "/Resources << /XObject << /I 5 0 R >> >>",
    more: [stream(`/Type /XObject /Subtype /Image ${dictionary}`, content)],
  });
}

const empty: Hostile[] = [{ when: "nothing", bytes: big(0), is: "evidence.empty" }];

export const hostileFiles: readonly Hostile[] = [
  ...empty,
  ...otherThings,
  ...damagedJpegs,
  ...tooFine,
  ...damagedPngs,
  ...bombs,
  ...scripted,
  ...encrypted,
  ...damagedPdfs,
  ...tooLong,
  ...cleaned,
];
