// Things that are neither a JPEG nor a PNG nor a PDF, whatever they are called.
import { gzipSync } from "node:zlib";
import { aJpeg, aPdf, aPng, PNG } from "../../support/files.ts";
import { big, html, latin, refusedAs, riff, svg, zip } from "./kit.ts";

export const otherThings = (
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
