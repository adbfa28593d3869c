const DIGITS = new Map(Array.from("零一二三四五六七八九", (character, digit) => [character, String(digit)]));
DIGITS.set("〇", "0").set("○", "0");

/** 一九九九 → 1999 where every character is a digit, as in years; 二十一 and 廿一 → 21 otherwise. Unreadable ones stay as they are. */
export function chineseNumeral(text: string, asDigits: boolean): string {
  const one = (character: string) => DIGITS.get(character) ?? character;
  if (asDigits) return Array.from(text, one).join("");
  const [matched, tens = "", units = ""] = /^([二三]?十|廿|卅)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (!matched) return text;
  const ten = tens === "廿" || tens === "二十" ? 2 : tens === "卅" || tens === "三十" ? 3 : tens === "十" ? 1 : 0;
  return String(ten * 10 + Number(one(units) || 0));
}
