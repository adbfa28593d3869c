// Small here, and large in whoever opens them.
import { deflateSync } from "node:zlib";
import { aJpeg, aPdf, aPng, packedObjects, stream } from "../../support/files.ts";
import { big, refusedAs, withImage } from "./kit.ts";

export const tooFine = (
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

export const bombs = (
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

export const tooLong = (
  [["a PDF of sixty pages", aPdf({ more: Array(60).fill("<< /Type /Page /Parent 2 0 R >>") })]] as const
).map(refusedAs("evidence.too-many-pages"));
