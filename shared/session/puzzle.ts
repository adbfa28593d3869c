// The extra step in a rush: the page does a small sum by itself before a code is sent. Nobody has to read, hear or solve
// anything; one telephone needs a second or two for it, ten thousand requests need hours.
import * as v from "valibot";
import type { Challenge } from "../kernel/answers.ts";

/** Behind `text.`, the number makes a SHA-256 digest that begins with as many zero bits as were asked for. */
export const Answer = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[\w.-]*$/)),
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 40)),
});
export type Answer = v.InferOutput<typeof Answer>;

export const textToDigest = ({ text, number }: Answer): string => `${text}.${number}`;

export function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first]!) - 24;
}

/** `digest`: SHA-256 of the text's UTF-8, crypto.subtle in a page. */
export async function solve({ text, bits }: Challenge, digest: (text: string) => Promise<Uint8Array>): Promise<Answer> {
  for (let number = 0; ; number++) {
    const answer = { text, number };
    if (zeroBits(await digest(textToDigest(answer))) >= bits) return answer;
  }
}
