// The documents that cards rest on, by name in both languages. Where one can be read, the parameters know (source_url).
export type Source = { zh: string; en: string; document: string };

/** Number or title as the parameters write it; what people in China call it, where that differs; English. */
const documents = {
  law: { zh: "社会保险法", en: "Social Insurance Law" },
  agency: { zh: "社会保险经办条例", en: "Regulation on Social Insurance Handling" },
  decision: {
    zh: "全国人大常委会2024年9月13日决定",
    en: "NPC Standing Committee decision of 13 September 2024",
    document: "全国人大常委会2024-09-13决定",
  },
  employment: { zh: "中共中央、国务院2024年9月促进就业的意见", en: "Central opinion on employment, September 2024" },
  rural: { zh: "2025年中央一号文件", en: "Central document No. 1 of 2025" },
  order41: { zh: "人社部、国家医保局令第41号", en: "MOHRSS and NHSA Order 41 (2019)" },
  order16: { zh: "人社部令第16号", en: "MOHRSS Order 16 (2011)" },
  pension2005: { zh: "国发〔2005〕38号", en: "State Council (2005) No. 38" },
  resident2014: { zh: "国发〔2014〕8号", en: "State Council (2014) No. 8" },
  medical2016: { zh: "国发〔2016〕3号", en: "State Council (2016) No. 3" },
  transfer2009: { zh: "国办发〔2009〕66号", en: "State Council General Office (2009) No. 66" },
  rates2019: { zh: "国办发〔2019〕13号", en: "State Council General Office (2019) No. 13" },
  aid2021: { zh: "国办发〔2021〕42号", en: "State Council General Office (2021) No. 42" },
  gap2024: { zh: "国办发〔2024〕38号", en: "State Council General Office (2024) No. 38" },
  switch2014: { zh: "人社部发〔2014〕17号", en: "MOHRSS (2014) No. 17" },
  place2016: { zh: "人社部规〔2016〕5号", en: "MOHRSS (2016) No. 5" },
  funds2016: { zh: "人社部、财政部2016年132号文件", en: "MOHRSS and Ministry of Finance (2016) No. 132" },
  hardUp2021: { zh: "人社部发〔2021〕64号", en: "MOHRSS (2021) No. 64" },
  flexible2024: { zh: "人社部发〔2024〕94号", en: "MOHRSS (2024) No. 94" },
  subsidy2017: { zh: "财社〔2017〕164号", en: "Ministry of Finance (2017) No. 164" },
  interest: {
    zh: "人社部、财政部公布的记账利率",
    en: "Interest rate published by MOHRSS and the Ministry of Finance",
    document: "人社部、财政部公布的个人账户记账利率",
  },
  basic2026: { zh: "2026年基础养老金标准（转引）", en: "Basic pension of 2026 (second-hand)" },
  twice2020: { zh: "医保发〔2020〕33号", en: "NHSA (2020) No. 33" },
  enrol2021: { zh: "医保办函〔2021〕11号", en: "NHSA General Office letter (2021) No. 11" },
  moving2021: { zh: "医保办发〔2021〕43号", en: "NHSA General Office (2021) No. 43" },
  fee2025: {
    zh: "国家医保局等2025年通知（转引自冀医保发〔2025〕6号）",
    en: "NHSA notice of 2025 (as quoted in Hebei)",
    document: "2025年国家通知",
  },
  injury2025: { zh: "新华社2025年11月27日报道", en: "Xinhua, 27 November 2025", document: "职业伤害保障扩围" },
  inspection: { zh: "劳动保障监察条例", en: "Regulation on Labour Inspection" },
  court2025: { zh: "最高人民法院 法释〔2025〕12号", en: "Supreme People's Court, interpretation (2025) No. 12" },
} as const satisfies Record<string, { zh: string; en: string; document?: string }>;

/** `cite("law", "58")` is 社会保险法第58条, Social Insurance Law, Art. 58. */
export function cite(name: keyof typeof documents, articles?: string): Source {
  const { zh, en, document = zh }: { zh: string; en: string; document?: string } = documents[name];
  if (articles === undefined) return { zh, en, document };
  return { zh: `${zh}第${articles.replace(/, /g, "、")}条`, en: `${en}, Art. ${articles}`, document };
}
