import type { Chance } from "./random.ts";

export type Sex = "M" | "F";
export type NameKind = "ordinary" | "minority" | "rare" | "one-character";

const SURNAMES = [
  ..."王王王李李李张张张刘刘陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文",
];
const COMPOUND = ["欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫"];
const GIVEN: Record<"old" | "middle" | "young", Record<Sex, readonly string[]>> = {
  old: {
    M: "建国 德胜 家和 福生 长贵 永年 志高 学文 广田 全义 兴旺 金山".split(" "),
    F: "秀英 桂兰 玉珍 凤英 素梅 翠花 兰芳 桂香 淑华 春兰 月娥 翠平".split(" "),
  },
  middle: {
    M: "伟 强 军 勇 建军 志强 海涛 文斌 国栋 晓东 立新 永刚 俊杰 振华".split(" "),
    F: "敏 静 丽 艳 娟 秀丽 海燕 晓红 春梅 红霞 丽娜 雪梅 文静 小芳".split(" "),
  },
  young: {
    M: "浩然 子轩 宇航 梓豪 俊熙 一鸣 嘉懿 思远 天佑 明哲 昊天 睿".split(" "),
    F: "欣怡 梓涵 诗涵 雨桐 佳怡 可馨 思彤 语嫣 若曦 梦瑶 婉清 悦".split(" "),
  },
};
const MINORITY: Record<Sex, readonly string[]> = {
  M: ["阿迪力·买买提", "艾尔肯·吐尔逊", "次仁·多吉", "巴特尔·敖其尔", "库尔班·艾合买提江"],
  F: ["古丽娜尔·艾合买提", "阿依古丽·买买提", "卓玛·央金", "其其格·乌兰", "迪丽拜尔·吐尔逊"],
};
/** Outside what old systems could print: extension A, B, E and one that looks like a mistake. */
const RARE = ["䶮", "㛃", "㬢", "𠅤", "𡌴", "𤧛", "𬱖", "𬍛", "喆", "犇", "堃"];
const ALONE = ["丽", "岩", "香", "安", "玉"];

/** `surname` is the family's, where it has one to pass on. */
export function nameOf(chance: Chance, { kind, sex, age, surname }: { kind: NameKind; sex: Sex; age: number; surname: string }) {
  switch (kind) {
    case "minority":
      return chance.pick(MINORITY[sex]);
    case "one-character":
      return chance.pick(ALONE); // registered without a surname, or with one only
    case "rare":
      return surname + chance.pick(RARE) + (chance.is(0.3) ? chance.pick(RARE) : "");
    case "ordinary":
      return surname + chance.pick(GIVEN[age > 62 ? "old" : age > 27 ? "middle" : "young"][sex]);
  }
}

export const surnameOf = (chance: Chance): string => (chance.is(0.012) ? chance.pick(COMPOUND) : chance.pick(SURNAMES));

export const nameKindOf = (chance: Chance): NameKind =>
  chance.weighted({ ordinary: 970, minority: 12, rare: 14, "one-character": 4 });
