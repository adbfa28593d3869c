import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkOf, dataOf, formatOf, type Modules, qrOf, times } from "../../web/slices/registration/qr.ts";

/** What the two worked examples that everybody checks against come to: ISO/IEC 18004 annex I, and HELLO WORLD in 1-M. */
describe("a receipt as a QR code", () => {
  test("has the check bytes of the standard's own example", () => {
    const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
    expect(checkOf(data)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  test("packs letters and digits as published", () => {
    expect(dataOf("HELLO WORLD")).toEqual([32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]);
    expect(checkOf(dataOf("HELLO WORLD"))).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test.each([
    [0, "101010000010010"],
    [1, "101000100100101"],
    [2, "101111001111100"],
    [3, "101101101001011"],
    [4, "100010111111001"],
    [5, "100000011001110"],
    [6, "100111110010111"],
    [7, "100101010100000"],
  ])("says level M and mask %i as the standard's table does", (mask, bits) => {
    expect(formatOf(mask).toString(2).padStart(15, "0")).toBe(bits);
  });

  test("says the receipt and nothing else, whichever it is, without one wrong module", () => {
    const letter = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const four = fc.array(letter, { minLength: 4, maxLength: 4 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(four, four, four, (...parts) => {
        const receipt = parts.join("-");
        expect(readBack(qrOf(receipt))).toBe(receipt);
      }),
      { numRuns: 60 },
    );
  });
});

/** A reader of its own, written from the standard's side: corners, format, mask, zigzag, check bytes, text. */
function readBack(modules: Modules): string {
  const dark = (row: number, column: number) => (modules[row]?.[column] ? 1 : 0);
  const corner = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  for (const [top, left] of [
    [0, 0],
    [0, 14],
    [14, 0],
  ] as const)
    expect(corner.map((_, row) => corner.map((_, column) => dark(top + row, left + column)).join(""))).toEqual(corner);
  for (let at = 8; at < 13; at++) expect([dark(6, at), dark(at, 6)]).toEqual([1 - (at % 2), 1 - (at % 2)]);
  expect(dark(13, 8)).toBe(1);

  const aroundCorner = [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
    [8, 5],
    [8, 7],
    [8, 8],
    [7, 8],
    [5, 8],
    [4, 8],
    [3, 8],
    [2, 8],
    [1, 8],
    [0, 8],
  ] as const;
  const splitUp = [
    [20, 8],
    [19, 8],
    [18, 8],
    [17, 8],
    [16, 8],
    [15, 8],
    [14, 8],
    [8, 13],
    [8, 14],
    [8, 15],
    [8, 16],
    [8, 17],
    [8, 18],
    [8, 19],
    [8, 20],
  ] as const;
  const format = aroundCorner.map(([row, column]) => dark(row, column)).join("");
  expect(splitUp.map(([row, column]) => dark(row, column)).join("")).toBe(format);
  const mask = [0, 1, 2, 3, 4, 5, 6, 7].find((each) => formatOf(each).toString(2).padStart(15, "0") === format)!;

  const turned = [
    (i: number, j: number) => (i + j) % 2,
    (i: number) => i % 2,
    (_: number, j: number) => j % 3,
    (i: number, j: number) => (i + j) % 3,
    (i: number, j: number) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    (i: number, j: number) => ((i * j) % 2) + ((i * j) % 3),
    (i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2,
    (i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2,
  ][mask]!;
  const columns = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1];
  const bits = columns.flatMap((right, turn) =>
    Array.from({ length: 21 }, (_, step) => (turn % 2 ? step : 20 - step)).flatMap((row) =>
      [right, right - 1]
        .filter((column) => row !== 6 && !(row < 9 && (column < 9 || column > 12)) && !(row > 12 && column < 9))
        .map((column) => dark(row, column) ^ (turned(row, column) === 0 ? 1 : 0)),
    ),
  );
  const bytes = Array.from({ length: 26 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
  for (let power = 0, root = 1; power < 10; power++, root = times(root, 2))
    expect(bytes.reduce((sum, byte) => times(sum, root) ^ byte, 0)).toBe(0);

  const data = bytes
    .slice(0, 16)
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  const take = (at: number, length: number) => Number.parseInt(data.slice(at, at + length), 2);
  expect([take(0, 4), take(4, 9)]).toEqual([2, 14]);
  const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const pairs = Array.from({ length: 7 }, (_, at) => take(13 + at * 11, 11));
  return pairs.map((pair) => `${signs[Math.floor(pair / 45)]}${signs[pair % 45]}`).join("");
}
