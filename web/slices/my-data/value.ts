// One value of a copy in words. What there is no word for is shown as it is.
import { dateIn } from "../../lang.ts";
import type { Lang } from "../../messages/both.ts";
import type { shownSays } from "../../messages/my-data-shown.ts";
import { fill } from "../../words.ts";

type Nested<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Nested<Of[Key]> };
export type Shown = Nested<typeof shownSays.zh>;
export type Says = {
  lang: Lang;
  shown: Shown;
  /** Codes and reasons. */
  codes: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
};

const MONEY = ["base", "personal", "unit", "subsidy", "cost", "regular", "tier", "told"];
/** What people wrote is no code, even where it looks like one. */
const WRITTEN = ["name", "lines", "number", "phone", "landline", "reason", "text", "receipt"];
const REASON = /^[OPU]\d\d$/;
const AGENCY = /^insured-(\d{6})$/;

export const yuan = (fen: number): string => (fen / 100).toFixed(2);

export function valueIn(key: string, value: unknown, { lang, shown, codes, places }: Says): string {
  if (typeof value === "boolean") return value ? shown.says.yes : shown.says.no;
  if (typeof value === "number") return MONEY.includes(key) ? fill(shown.says.yuan, { n: yuan(value) }) : String(value);
  const text = String(value);
  if (WRITTEN.includes(key)) return text;
  if (places[text]) return places[text];
  const agency = AGENCY.exec(text)?.[1];
  if (agency) return fill(shown.says.agencyOf, { place: places[agency] ?? agency });
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) return dateIn(lang, text);
  if (/^\d{4}-\d\d-\d\dT/.test(text))
    return `${dateIn(lang, text.slice(0, 10))}${lang === "zh" ? "" : ", "}${text.slice(11, 16)}`;
  return codes[`${key}.${text}`] ?? codes[text] ?? text;
}

export const labelOf = (key: string, { labels }: Says): string => labels[key] ?? key;

/** What is inside something, line by line, however deep: label and words. */
export function linesOf(value: Readonly<Record<string, unknown>>, says: Says): [label: string, text: string][] {
  return Object.keys(value).flatMap((key) => linesAt(key, value[key], says));
}

function linesAt(key: string, value: unknown, says: Says): [string, string][] {
  if (isObject(value)) return linesOf(value, says);
  const label = labelOf(key === "code" && REASON.test(String(value)) ? "reasons" : key, says);
  if (!Array.isArray(value)) return [[label, valueIn(key, value, says)]];
  if (value.some(isObject)) return value.flatMap((inner) => linesAt(key, inner, says));
  return value.length > 0 ? [[label, value.map((inner) => valueIn(key, inner, says)).join(says.shown.says.comma)]] : [];
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
