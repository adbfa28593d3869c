import { deflateSync } from "node:zlib";
import { aJpeg, aPdf, aPng, chunk, exifSegment, segment, stream } from "../../support/files.ts";
import { type Hostile, html, latin, secret, withImage, zip } from "./kit.ts";

const xmp = `<x:xmpmeta><exif:GPSLatitude>${secret}</exif:GPSLatitude></x:xmpmeta>`;
const exif = exifSegment();
const place = exif.subarray(-48);
export const cleaned: Hostile[] = (
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
