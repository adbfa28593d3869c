// What somebody says on the telephone, and what is registered: the same, however it is said. Kind to ways of saying, not to guesses.
import type { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { monthOf, plusMonths } from "../kernel/calendar.ts";
import { readMonth } from "../kernel/plain-date.ts";

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}\p{S}]/gu, "")
    .toLowerCase();

const MONTHS_BACK = { 本月: 0, 这个月: 0, 上个月: 1, 上月: 1, 上上个月: 2, 前个月: 2 } as const;
const isBack = (text: string): text is keyof typeof MONTHS_BACK => text in MONTHS_BACK;
const YEARS_BACK = { 今年: 0, 去年: 1, 前年: 2 } as const;

/** 2026年10月, 2026-10, 26年10月, 今年10月, 去年十二月, 10月 (the last one there was), 上个月. One month; undefined: none can be read. */
export function spokenMonth(said: string, today: PlainDate): PlainMonth | undefined {
  const text = said.normalize("NFKC").replace(/\s|份$/g, "");
  if (isBack(text)) return plusMonths(monthOf(today), -MONTHS_BACK[text]);
  const thisYear = Number(today.slice(0, 4));
  const [, word = "", ofYear] = /^(今年|去年|前年)(.+)$/.exec(text) ?? [];
  if (ofYear && (word === "今年" || word === "去年" || word === "前年")) return read(`${thisYear - YEARS_BACK[word]}年${ofYear}`);
  const short = /^(\d\d)年(.+)$/.exec(text);
  if (short) return read(`20${short[1]}年${short[2]}`);
  if (/^[\d一二三四五六七八九十]{1,3}月$/.test(text)) return read(`${thisYear}年${text}`) ?? read(`${thisYear - 1}年${text}`);
  return read(text);

  function read(written: string) {
    const month = readMonth(written, { asOf: today });
    return month.ok ? month.value : undefined;
  }
}

/** The last four digits, or all eleven. */
export function samePhone(said: string, phone: string): boolean {
  const digits = said.normalize("NFKC").replace(/\D/g, "");
  return digits.length === 4 ? phone.endsWith(digits) : digits === phone;
}

const LEGAL_FORM = /(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|分公司|公司|集团|股份|有限)+$/u;
const LONG_ENOUGH = 4; // 装备制造 alone would be half of China's factories: it has to be half of the name as well

/** With or without 有限责任公司, blanks and brackets; a part of the name, where it is the greater part of it. */
export function sameEmployer(said: string, registered: string): boolean {
  const [heard, name] = [core(said), core(registered)];
  if (heard === "" || name === "") return false;
  if (heard === name) return true;
  return heard.length >= LONG_ENOUGH && heard.length * 2 >= name.length && name.includes(heard);
}
const core = (name: string) => plain(name).replace(LEGAL_FORM, "");

const LEVEL = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|林区|矿区|省|市|区|县|旗|盟)$/u;
const stem = (name: string) => (name.length > 2 ? name.replace(LEVEL, "") : name);

/** 寿县, 淮南寿县, 安徽省淮南市寿县: the last level has to be there, what stands before it has to be right. */
export function samePlace(said: string, levels: readonly string[]): boolean {
  const heard = plain(said);
  let endings = [""];
  for (const [above, name] of levels.toReversed().entries())
    endings = [...endings.flatMap((ending) => waysOf(name).map((way) => way + ending)), ...(above > 0 ? endings : [])];
  return endings.includes(heard);
}
const waysOf = (name: string) => [...new Set([plain(name), stem(plain(name))])];
