import { type Key, unitOf } from "../../../shared/policy/keys.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { EstimateWords } from "./words.ts";

const MOST_SHOWN = 4;

/** A parameter's text as people read it: 180个月, 8%, 2025年1月. A long table is shown by its two ends. */
export function valueInWords(key: Key, value: string, words: EstimateWords): string {
  const unit = unitOf(key);
  if (unit === "month" || unit === "date") return dateIn(langOfPage(), value);
  if (key.endsWith(".original-age")) return fill(words["unit.age"], { n: Number(value) / 12 });
  const parts = value.split(" ").map((part) => (unit.startsWith("rate") ? percent(part) : part.replace(":", ": ")));
  if (parts.length > MOST_SHOWN) return `${parts[0]} … ${parts[parts.length - 1]}`;
  const said = parts.join(langOfPage() === "zh" ? "、" : ", ");
  const known: Record<string, string | undefined> = words;
  return fill(known[`unit.${unit}`] ?? "{n}", { n: parts.length === 1 && !value.includes(":") ? Number(value) || said : said });
}

/** 0.08 → 8%; 2/3 stays. */
export const percent = (rate: string): string => (rate.includes("/") ? rate : `${Number((Number(rate) * 100).toFixed(4))}%`);
