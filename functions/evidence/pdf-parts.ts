// A PDF as far as we need to know it: its streams, and the text between them as any reader reads it. We follow no table and no
// length in it, because they can lie. In return, wherever an object begins for a reader, it has to begin for us too.

const BLANK = "\\x00\\t\\n\\f\\r ";
const REGULAR = `[^${BLANK}()<>[\\]{}/%]`;
const NAME = new RegExp(`/(${REGULAR}{1,127})`, "g");
const BLANKS_OR_REMARKS = `(?:[${BLANK}]|%[^\\r\\n]{0,80}[\\r\\n]){1,8}`;
const OBJECT = new RegExp(`\\d{1,10}${BLANKS_OR_REMARKS}\\d{1,5}(?:${BLANKS_OR_REMARKS})?obj`, "g");
const BARE_OBJECT = new RegExp(`\\d{1,10}[${BLANK}]+\\d{1,5}[${BLANK}]*obj`, "g");
const TOKEN = new RegExp(`%[^\\r\\n]*|<<|>>|<[0-9A-Fa-f${BLANK}]*>|/?${REGULAR}+|[${BLANK}]+|[\\s\\S]`, "y");

/** `from`, `to`: where its bytes are. `dictionary`: what is said of it, without texts. */
export type Stream = { dictionary: string; from: number; to: number };
/** `raw` as it stands there, `bare` with blanks for texts and remarks. */
export type Between = { from: number; raw: string; bare: string };
export type Parts = { streams: Stream[]; between: Between[] };

/** `text` is the file as Latin-1: a character a byte. Undefined: a text has no end, or an object hides in a text or a remark. */
export function partsOf(text: string): Parts | undefined {
  const parts: Parts = { streams: [], between: [] };
  for (let from = 0; from < text.length; ) {
    const read = readUntilStream(text, from);
    if (!read || count(read.raw, OBJECT) !== count(read.bare, BARE_OBJECT)) return undefined;
    parts.between.push(read);
    const begin = from + read.raw.length;
    if (begin === text.length) break;
    const to = text.indexOf("endstream", begin);
    if (to < 0) return undefined;
    parts.streams.push({ dictionary: read.bare.slice(lastObject(read.bare)), from: begin, to });
    from = to;
  }
  return parts;
}

/** Up to the first byte of the next stream, or to the end. */
function readUntilStream(text: string, from: number): Between | undefined {
  const bare: string[] = [];
  let [at, before] = [from, ""];
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)![0];
    const end = token === "(" ? endOfText(text, at) : at + token.length;
    if (end === undefined) return undefined;
    if (token === "stream" && before === ">>") {
      const begin = end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
      return { from, raw: text.slice(from, begin), bare: `${bare.join("")}stream` };
    }
    const isText = token === "(" || /^(?:%|<[^<]|<$)/.test(token);
    bare.push(isText ? " ".repeat(end - at) : token);
    if (!isText && !/^[\0\t\n\f\r ]/.test(token)) before = token;
    at = end;
  }
  return { from, raw: text.slice(from), bare: bare.join("") };
}

/** Parentheses may stand in parentheses; behind a backslash they do not count. */
function endOfText(text: string, from: number): number | undefined {
  const sign = /[\\()]/g;
  sign.lastIndex = from;
  for (let depth = 0; ; ) {
    const found = sign.exec(text);
    if (!found) return undefined;
    if (found[0] === "\\") sign.lastIndex++;
    else if (found[0] === "(") depth++;
    else if (--depth === 0) return sign.lastIndex;
  }
}

const count = (text: string, what: RegExp) => Array.from(text.matchAll(what)).length;
const lastObject = (bare: string) => Array.from(bare.matchAll(BARE_OBJECT)).at(-1)?.index ?? 0;

/** Whether an object begins in there. */
export const hidesObject = (content: string): boolean => count(content, OBJECT) > 0;

/** `/J#61vaScript` is JavaScript. */
export const decoded = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
export const namesIn = (text: string): string[] => Array.from(text.matchAll(NAME), ([, name = ""]) => decoded(name));

/** `elsewhere`: they are written in another object. */
export function filtersOf({ dictionary }: Stream): string[] {
  if (!namesIn(dictionary).includes("Filter")) return [];
  const [, list] = new RegExp(`/Filter[${BLANK}]*(\\[[^\\]]*\\]|/${REGULAR}+)`).exec(decoded(dictionary)) ?? [];
  return list ? namesIn(list) : ["elsewhere"];
}

/** A number that is written right behind its name; undefined where it is not. */
export function numberIn({ dictionary }: Stream, name: string): number | undefined {
  const digits = new RegExp(`/${name}[${BLANK}]+(\\d{1,10})(?![\\d${BLANK}]+R)`).exec(decoded(dictionary))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
