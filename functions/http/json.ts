import type { Context } from "hono";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { Env } from "../app.ts";

const DEPTH = 8; // twice as deep as any contract of ours
const utf8 = new TextDecoder("utf-8", { fatal: true });

type Unreadable = { type: "malformed" | "wrong-content-type"; findings: Finding[] };
const malformed = (code: string) => refused<Unreadable>({ type: "malformed", findings: [finding(code)] });

/** The body as JSON, or why it is none. Without a body it is an empty object, where none is expected. */
export function readJson(c: Context<Env>, expected: boolean): Result<unknown, Unreadable> {
  const bytes = c.var.body;
  if (bytes.byteLength === 0) return expected ? malformed("body.missing") : accepted({});

  if (!isPlainJson(c.req.header("content-type"), c.req.header("content-encoding")))
    return refused({ type: "wrong-content-type", findings: [finding("body.content-type", "content-type")] });

  const text = attemptTo(() => utf8.decode(bytes));
  if (text === undefined) return malformed("body.not-utf-8");
  const json = attemptTo(() => JSON.parse(text) as unknown);
  if (json === undefined) return malformed("body.not-json");

  const unsound = unsoundIn(json, []);
  return unsound ? refused({ type: "malformed", findings: [unsound] }) : accepted(json);
}

/** UTF-8 and nothing packed: what we cannot decode we do not guess. */
const isPlainJson = (type = "", encoding = "identity") =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type.trim()) && encoding === "identity";

/** Half a character or a NUL has no place in what people write, and stores differ about them; nor has a tower of brackets. */
function unsoundIn(value: unknown, path: string[]): Finding | undefined {
  if (typeof value === "string") return isText(value) ? undefined : finding("field.malformed", ...path);
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length === DEPTH) return finding("body.too-deep");

  for (const [name, inner] of Object.entries(value)) {
    const found = isText(name) ? unsoundIn(inner, [...path, name.slice(0, 60)]) : finding("field.unknown", ...path);
    if (found) return found;
  }
  return undefined;
}

const isText = (text: string) => text.isWellFormed() && !text.includes("\0");

function attemptTo<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
