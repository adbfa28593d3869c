// Everything that differs from one operator's site to the next. An operator fills in the real names and numbers here;
// the tags and the footer of every page follow (政府网站发展指引, 国办发〔2017〕47号).
import type { Lang } from "./messages/both.ts";

/** `identityCode`: ten digits from the national database of government sites. */
export const site = {
  domain: "canbaotong.example",
  identityCode: "0000000000",
  icp: { zh: "无（演示站）", en: "none (demonstration)" },
  police: { zh: "无（演示站）", en: "none (demonstration)" },
  organiser: { zh: "无（演示站）", en: "none (demonstration)" },
  operator: { zh: "无（演示站）", en: "none (demonstration)" },
  /** A sentence under the footer, or nothing. */
  notice: { zh: "演示站。人物和号码都是虚构的。", en: "A demonstration. People and numbers are invented." },
  /** Where people's data lies: the privacy notice says it. */
  storedIn: { zh: "演示站，只在运行它的这台机器上。", en: "a demonstration: only on the machine that runs it." },
  /** The day on which the public texts were last checked against their sources. */
  checkedOn: "2026-11-22",
} satisfies Record<string, string | Record<Lang, string>>;
