// What people really hand in. It is taken, and loses nothing that shows.
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { lookAt } from "../../functions/evidence/look-at.ts";
import { leavesOn, Purpose, STAYS_AFTER_OUTCOME_DAYS } from "../../shared/evidence/purposes.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { formKit, kit } from "../../web/messages/kit.ts";
import { day } from "../support/build.ts";
import { aJpeg, aPdf, aPng, chunk, packedObjects, segment, stream } from "../support/files.ts";

const adobe = segment(0xee, Buffer.from("Adobe\0\x64\0\0\0\0\x01", "latin1"));
const photograph = stream("/Subtype /Image /Width 8 /Height 8 /Filter /DCTDecode", aJpeg());
const packed = (dictionary: string) => stream(`${dictionary} /Filter /FlateDecode`, deflateSync(Buffer.from("BT /AA 1 Tf ET")));

describe("an ordinary file is taken", () => {
  test.each([
    { what: "a grey JPEG", bytes: aJpeg(), type: "image/jpeg" },
    { what: "a progressive JPEG", bytes: aJpeg({ frame: 0xc2, scans: 10 }), type: "image/jpeg" },
    { what: "a photo of 24 million pixels", bytes: aJpeg({ width: 6000, height: 4000 }), type: "image/jpeg" },
    { what: "a JPEG with colours by Adobe", bytes: aJpeg({ before: [adobe] }), type: "image/jpeg" },
    { what: "a JPEG with restarts", bytes: aJpeg({ data: Buffer.from([0x3f, 0xff, 0xd0, 0x3f, 0xff, 0]) }), type: "image/jpeg" },
    { what: "a JPEG with padding at its end", bytes: aJpeg({ end: Buffer.from([0xff, 0xff, 0xd9]) }), type: "image/jpeg" },
    { what: "a grey PNG", bytes: aPng(), type: "image/png" },
    { what: "a coloured PNG", bytes: aPng({ colour: 6, raw: Buffer.alloc(4 * 17) }), type: "image/png" },
    { what: "a fine PNG", bytes: aPng({ colour: 2, depth: 16, raw: Buffer.alloc(4 * 25) }), type: "image/png" },
    { what: "a PNG of one bit", bytes: aPng({ depth: 1, raw: Buffer.alloc(8) }), type: "image/png" },
    { what: "an interlaced PNG", bytes: aPng({ interlaced: 1, raw: Buffer.alloc(23) }), type: "image/png" },
    {
      what: "a PNG with a palette",
      bytes: aPng({ colour: 3, before: [chunk("PLTE", Buffer.alloc(6)), chunk("tRNS", "x")] }),
      type: "image/png",
    },
    { what: "a PDF", bytes: aPdf(), type: "application/pdf" },
    { what: "a PDF with a photograph", bytes: aPdf({ more: [photograph] }), type: "application/pdf" },
    { what: "a PDF with packed pages", bytes: aPdf({ more: [packed(""), packed("/Length1 5")] }), type: "application/pdf" },
    { what: "a PDF with packed objects", bytes: aPdf({ more: [packedObjects("<< /Type /Font >>")] }), type: "application/pdf" },
    {
      what: "a PDF that says with which page it begins",
      bytes: aPdf({ catalog: "/OpenAction [3 0 R /XYZ null null 0]" }),
      type: "application/pdf",
    },
    {
      what: "a PDF with a link",
      bytes: aPdf({ page: "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://x.test) >> >>]" }),
      type: "application/pdf",
    },
    { what: "a PDF with remarks", bytes: aPdf({ page: "% by a program (of some kind\n" }), type: "application/pdf" },
    { what: "a PDF with parentheses in parentheses", bytes: aPdf({ page: "/X (a (b) \\) c)" }), type: "application/pdf" },
    { what: "a PDF with line ends of two kinds behind it", bytes: aPdf({ after: "\r\n" }), type: "application/pdf" },
  ])("$what", async ({ bytes, type }) => {
    expect(await lookAt(bytes)).toMatchObject({ ok: true, value: { type } });
  });

  test("a clean PDF and a clean PNG stay what they are, to the byte", async () => {
    for (const bytes of [aPdf({ info: "/Title ( )" }), aPng()])
      expect(await lookAt(bytes)).toMatchObject({ ok: true, value: { bytes } });
  });
});

describe("evidence leaves", () => {
  const [sentOn, outcomeOn] = [day("2026-03-01"), day("2026-03-11")];

  test.each([
    { when: "90 days after the outcome", purpose: "name-correction" as const, leaves: "2026-06-09" },
    {
      when: "90 days after the day until which it proves something",
      purpose: "reason" as const,
      goodUntil: "2026-07-31",
      leaves: "2026-10-29",
    },
    {
      when: "90 days after the outcome when its own day was before",
      purpose: "reason" as const,
      goodUntil: "2026-01-31",
      leaves: "2026-06-09",
    },
    {
      when: "by the outcome although somebody gave it a day",
      purpose: "birth-certificate" as const,
      goodUntil: "2030-01-01",
      leaves: "2026-06-09",
    },
    {
      when: "after three years and 90 days at the latest",
      purpose: "proxy-authorisation" as const,
      goodUntil: "2099-12-31",
      leaves: "2029-05-29",
    },
  ])("$when", ({ purpose, goodUntil, leaves }) => {
    expect(leavesOn({ purpose, sentOn, outcomeOn, ...(goodUntil && { goodUntil: day(goodUntil) }) })).toBe(leaves);
  });

  test("never before reconsideration may have been asked for, whatever it is for", () => {
    for (const purpose of Purpose.options)
      expect(leavesOn({ purpose, sentOn, outcomeOn }) > "2026-05-10", purpose).toBe(STAYS_AFTER_OUTCOME_DAYS > 60);
  });
});

test("no purpose says in an address why somebody is in need", () => {
  expect(Purpose.options.filter((purpose) => /prison|disab|hardship|hiv|poor|adopt/.test(purpose))).toEqual([]);
});

test("every word about a file fits a person: no code, no format that nobody knows", () => {
  for (const [code, text] of Object.entries(evidenceSays.zh).filter(([name]) => name.startsWith("evidence.")))
    expect(text, code).not.toMatch(/JPEG|EXIF|XFA|MIME/);
});

test("the words of the box take no name that the words of a form have", () => {
  const forms = new Set(Object.keys({ ...kit.zh, ...formKit.zh }));
  expect(Object.keys(evidenceSays.zh).filter((name) => forms.has(name))).toEqual([]);
});
