import { deflateSync } from "node:zlib";
import { aJpeg, aPdf, packedObjects, stream } from "../../support/files.ts";
import { big, html, latin, refusedAs, withImage } from "./kit.ts";

const wholePdf = aPdf({ more: [stream("/Filter /FlateDecode", deflateSync(latin("BT ET")))] });
export const damagedPdfs = (
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
