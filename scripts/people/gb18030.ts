// Node reads GB18030 and cannot write it, so the table for writing is made by reading every code once.
const decoder = new TextDecoder("gb18030");
const LINEAR = 0x10000; // from here on a code follows from the code point alone (GB 18030, four bytes from 90 30 81 30)
const LINEAR_START = (0x90 - 0x81) * 12_600;

const fourBytes = (index: number) =>
  Buffer.from([
    0x81 + Math.floor(index / 12_600),
    0x30 + Math.floor((index % 12_600) / 1260),
    0x81 + Math.floor((index % 1260) / 10),
    0x30 + (index % 10),
  ]);

function tableOfThePlane(): Map<number, Buffer> {
  const table = new Map<number, Buffer>();
  const note = (bytes: Buffer) => {
    const text = decoder.decode(bytes);
    const point = text.codePointAt(0)!;
    if ([...text].length === 1 && point !== 0xfffd && point < LINEAR && !table.has(point)) table.set(point, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) note(Buffer.from([byte]));
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) note(Buffer.from([lead, trail]));
  for (let index = 0; index < 39_420; index++) note(fourBytes(index));
  return table;
}

let table: Map<number, Buffer> | undefined;

export function encodeGb18030(text: string): Buffer {
  table ??= tableOfThePlane();
  const known = table;
  return Buffer.concat(
    [...text].map((letter) => {
      const point = letter.codePointAt(0)!;
      const bytes = point < LINEAR ? known.get(point) : fourBytes(LINEAR_START + point - LINEAR);
      if (!bytes) throw new RangeError("a lone surrogate is no character");
      return bytes;
    }),
  );
}
