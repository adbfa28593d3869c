import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { writeExtract } from "../../scripts/people/extract.ts";
import { encodeGb18030 } from "../../scripts/people/gb18030.ts";
import { makePeople } from "../../scripts/people/make.ts";
import { loadAddresses } from "../../shared/insured/addresses.ts";
import { readHeader } from "../../shared/insured/columns.ts";
import { readInsuredRow } from "../../shared/insured/row.ts";
import { day } from "../support/build.ts";

const today = day("2026-11-22");
const folder = mkdtempSync(join(tmpdir(), "canbaotong-people-"));
afterAll(() => rmSync(folder, { recursive: true }));
const people = () => makePeople({ count: 600, today, seed: 3 });

test.each([
  { encoding: "utf8", header: "codes" },
  { encoding: "gb18030", header: "names" },
] as const)("an extract in $encoding with $header says of everybody what the population is", async (options) => {
  const file = join(folder, `${options.encoding}.csv`);
  const rows = await writeExtract(people(), file, { ...options, asOf: today });
  const [header, ...written] = parse(new TextDecoder(options.encoding, { fatal: true }).decode(readFileSync(file)), {
    record_delimiter: "\r\n",
  });
  const columns = readHeader(header!);
  if (!columns.ok) throw new Error("no header");
  const locate = await loadAddresses();
  const read = written.map((cells) => {
    const row = readInsuredRow(Object.fromEntries(columns.value.map((column, i) => [column, cells[i]])), {
      receivedOn: today,
      locate,
    });
    if (!row.ok) throw new Error(JSON.stringify([cells, row.refusal]));
    return row.value;
  });

  const told = [...people()].flatMap(({ enrolments, ...person }) =>
    (enrolments.length > 0 ? enrolments : [undefined]).map((enrolment) => ({ person, enrolment })),
  );
  expect([written.length, read.length]).toEqual([rows, told.length]);
  for (const [i, { person, enrolment }] of told.entries()) {
    expect(read[i]).toMatchObject({
      number: person.number,
      name: person.name,
      birth: person.birth,
      hukou: { division: person.hukou.division },
    });
    expect(read[i]?.phone?.phone).toBe(person.phone);
    expect(read[i]?.enrolment?.from).toBe(enrolment?.from);
    expect(read[i]?.enrolment?.spans.filter(({ state }) => state === "paid").map(({ state: _, ...span }) => span) ?? []).toEqual(
      enrolment?.paid ?? [],
    );
  }
});

describe("GB18030", () => {
  test("is read by everybody as it was written", () => {
    const decoder = new TextDecoder("gb18030", { fatal: true });
    const text = fc.string({
      unit: fc
        .integer({ min: 0, max: 0x2ffff })
        .filter((point) => (point < 0xd800 || point > 0xf8ff) && point !== 0xfeff)
        .map((point) => String.fromCodePoint(point)),
    });
    fc.assert(
      fc.property(text, (written) => void expect(decoder.decode(encodeGb18030(written))).toBe(written)),
      { numRuns: 300 },
    );
  });

  test("has one, two or four bytes for a character", () => {
    expect(["a", "丽", "䶮", "𬱖", "€"].map((letter) => encodeGb18030(letter).toString("hex"))).toEqual([
      "61",
      "c0f6",
      "fe9f",
      "9933c336",
      "a2e3",
    ]);
  });
});
