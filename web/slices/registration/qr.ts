// A receipt as a QR code (ISO/IEC 18004): version 1, level M, letters and digits. Twenty characters fit; a receipt has fourteen.
const SIDE = 21;
const DATA_BYTES = 16;
const CHECK_BYTES = 10;
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Rows of modules; true is dark. */
export type Modules = boolean[][];

/** Mode 0010, the length in nine bits, pairs of signs in eleven; then the end and padding. */
export function dataOf(text: string): number[] {
  const bits = (value: number, length: number) => value.toString(2).padStart(length, "0");
  const pairs = text.match(/..?/g) ?? [];
  const body = pairs.map(([first = "", second]) =>
    second === undefined ? bits(SIGNS.indexOf(first), 6) : bits(SIGNS.indexOf(first) * 45 + SIGNS.indexOf(second), 11),
  );
  const said = `0010${bits(text.length, 9)}${body.join("")}0000`.slice(0, DATA_BYTES * 8);
  const bytes = (said.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
  while (bytes.length < DATA_BYTES) bytes.push(0xec, 0x11);
  return bytes.slice(0, DATA_BYTES);
}

/** In the field of 256 elements over x⁸+x⁴+x³+x²+1. */
export function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((b >> bit) & 1 ? a : 0);
  return product;
}

/** Reed and Solomon: what is left of the data when it is divided by the polynomial whose roots are the first ten powers of 2. */
export function checkOf(data: readonly number[]): number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < CHECK_BYTES; power++, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((factor, at) => factor ^ (at > 0 ? times(generator[at - 1]!, root) : 0));
  }
  const rest = [...data, ...Array<number>(CHECK_BYTES).fill(0)];
  for (let at = 0; at < data.length; at++) {
    const lead = rest[at]!;
    for (const [step, factor] of generator.entries()) rest[at + step] = rest[at + step]! ^ times(factor, lead);
  }
  return rest.slice(data.length);
}

/** Level M is 00; the remainder by 10100110111 guards it, and 101010000010010 keeps it from being all light. */
export function formatOf(mask: number): number {
  let rest = mask << 10;
  for (let bit = 14; bit >= 10; bit--) if (rest >> bit) rest ^= 0x537 << (bit - 10);
  return ((mask << 10) | rest) ^ 0x5412;
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Three corners with a light edge, the two dotted lines, and where the format stands. */
const isFixed = (row: number, column: number): boolean =>
  row === 6 || column === 6 || (row < 9 && (column < 9 || column > 12)) || (row > 12 && column < 9);

function fixedModule(row: number, column: number): boolean {
  const corner = (top: number, left: number) => {
    const far = Math.max(Math.abs(row - top - 3), Math.abs(column - left - 3));
    return far > 4 ? undefined : far !== 2 && far !== 4;
  };
  return corner(0, 0) ?? corner(0, 14) ?? corner(14, 0) ?? (row + column) % 2 === 0;
}

function drawn(bytes: readonly number[], mask: number): Modules {
  const modules = Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (_, column) => fixedModule(row, column)));
  let at = 0;
  // Two columns at a time from the right, up and down in turn; the sixth is a dotted line.
  for (let right = SIDE - 1, upwards = true; right > 0; right -= right === 8 ? 3 : 2, upwards = !upwards)
    for (let step = 0; step < SIDE; step++)
      for (const column of [right, right - 1]) {
        const row = upwards ? SIDE - 1 - step : step;
        if (isFixed(row, column)) continue;
        modules[row]![column] = (((bytes[at >> 3]! >> (7 - (at & 7))) & 1) === 1) !== masks[mask]!(row, column);
        at++;
      }
  const format = formatOf(mask);
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((format >> bit) & 1) === 1;
    modules[bit < 6 ? bit : bit < 8 ? bit + 1 : SIDE - 15 + bit]![8] = dark;
    modules[8]![bit < 8 ? SIDE - 1 - bit : bit < 9 ? 7 : 14 - bit] = dark;
  }
  modules[SIDE - 8]![8] = true;
  return modules;
}

/** How much a picture would confuse a reader: long runs, blocks, what looks like a corner, too much of one colour. */
function confusion(modules: Modules): number {
  const turned = modules.map((_, column) => modules.map((row) => row[column]!));
  const lines = [...modules, ...turned].map((line) => line.map(Number).join(""));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const corners = lines.flatMap((line) => line.match(/(?=10111010000|00001011101)/g) ?? []).length;
  const blocks = modules.slice(1).reduce((sum, row, above) => {
    const same = (column: number) =>
      new Set([row[column - 1], row[column], modules[above]![column - 1], modules[above]![column]]).size === 1;
    return sum + row.filter((_, column) => column > 0 && same(column)).length;
  }, 0);
  const dark = modules.flat().filter(Boolean).length / (SIDE * SIDE);
  return runs + blocks * 3 + corners * 40 + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10;
}

export function qrOf(text: string): Modules {
  const data = dataOf(text);
  const bytes = [...data, ...checkOf(data)];
  const pictures = masks.map((_, mask) => drawn(bytes, mask));
  return pictures.reduce((best, picture) => (confusion(picture) < confusion(best) ? picture : best));
}

/** As the path of a drawing whose unit is one module. */
export const pathOf = (modules: Modules): string =>
  modules.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
