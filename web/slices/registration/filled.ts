// What was sent, as it stands on the lines and in the boxes of the official form. The form is Chinese in every language.
import * as v from "valibot";
import { dateIn } from "../../lang.ts";
import { documentWords } from "../../messages/registration-print.ts";
import type { Filled } from "./paper.ts";

const text = v.optional(v.string());
const byInsurance = <const Schema extends v.GenericSchema>(schema: Schema) => v.record(v.string(), schema);

/** As much of the reply as is printed. */
export const Printed = v.object({
  receipt: v.string(),
  acceptedAt: v.string(),
  filled: v.object({
    person: v.object({ name: v.string(), sex: v.string(), birth: text, docType: v.string(), number: v.string() }),
    card: v.boolean(),
    hukou: v.object({ division: v.string() }),
    residence: v.object({ division: v.string(), township: text, village: text, road: v.string() }),
    landline: text,
    mobile: text,
    work: v.object({ employer: v.optional(v.object({ name: v.string() })), without: text }),
    pension: v.array(v.string()),
    medical: v.array(v.string()),
    unemployment: v.boolean(),
    injury: v.boolean(),
    maternity: v.boolean(),
    reasons: byInsurance(v.array(v.object({ code: v.string() }))),
    elsewhere: byInsurance(v.string()),
    duplicates: byInsurance(v.array(v.string())),
    signature: v.object({ by: v.string(), name: v.string() }),
  }),
  places: v.array(v.object({ division: v.string(), province: v.string(), city: v.string(), county: v.string() })),
});
export type Printed = v.InferOutput<typeof Printed>;

const sexes: Record<string, string> = { M: "男", F: "女", U: "未说明的性别" };
const signers: Record<string, string> = { guardian: "（监护人）", proxy: "（指定代理人）" };
const names: Record<string, string> = {
  pension: "养老保险",
  medical: "医疗保险",
  unemployment: "失业保险",
  injury: "工伤保险",
  maternity: "生育保险",
};
/** The three classes of part three; what else may be a reason has none of them (shared/reasons/reasons.ts). */
export const classOf = (code: string): 1 | 2 | 3 | undefined =>
  code.startsWith("P") ? 1 : code.startsWith("U") ? 2 : /^O0[1-4]$/.test(code) ? 3 : undefined;
const once = (texts: readonly string[]) => Array.from(new Set(texts)).join("、");

type Levels = Printed["places"][number];
const levelsIn = ({ places }: Printed, division: string): Levels =>
  places.find((place) => place.division === division) ?? { division, province: "", city: "", county: "" };

/** Whose form it is called after: the province in which the person lives. */
export const titleOf = (printed: Printed): string =>
  `${levelsIn(printed, printed.filled.residence.division).province}全民参保登记表`;

export function filledIn(printed: Printed): Filled {
  const { filled, receipt, acceptedAt } = printed;
  const { person, residence, work, signature } = filled;
  const documents: Record<string, string> = documentWords.zh;
  const [hukou, home] = [filled.hukou.division, residence.division].map((division) => levelsIn(printed, division)) as [
    Levels,
    Levels,
  ];
  const away = Object.values(filled.elsewhere);
  const inside = away.filter((division) => !division.endsWith("0000")).map((division) => levelsIn(printed, division));
  const outside = away.filter((division) => division.endsWith("0000")).map((division) => levelsIn(printed, division).province);
  const twice = Object.entries(filled.duplicates).map(([insurance, divisions]) => {
    const at = divisions.map((division) => levelsIn(printed, division));
    return `${names[insurance]}：${once(at.map(({ province, city, county }) => province + (city === province ? "" : city) + county))}`;
  });
  const codes = Object.values(filled.reasons).flatMap((said) => said.map(({ code }) => code));
  const classes = codes.map(classOf);
  const [year = "", month = "", day = ""] = acceptedAt.slice(0, 10).split("-");

  const texts: Record<string, string> = {
    receipt,
    name: person.name,
    sex: sexes[person.sex] ?? "",
    birth: person.birth ? dateIn("zh", person.birth) : "",
    document: documents[person.docType === "OTHER" ? "doc.OTHER" : person.docType] ?? "",
    number: person.number,
    "hukou.province": hukou.province,
    "hukou.city": hukou.city,
    "hukou.county": hukou.county,
    // 北京市 is a province and a city: the form has one line for each, and the first stays empty.
    "head.province": home.city ? home.province : "",
    "head.city": (home.city || home.province).replace(/市$/, ""),
    "home.province": home.province,
    "home.city": home.city,
    "home.county": home.county,
    "home.township": residence.township ?? "",
    "home.village": residence.village ?? "",
    "home.door": residence.road,
    landline: filled.landline ?? "",
    mobile: filled.mobile ?? "",
    employer: work.employer?.name ?? "",
    "elsewhere.city": once(inside.map(({ city, county }) => (county || city).replace(/市$/, ""))),
    "elsewhere.province": once(outside),
    twice: twice.join("；"),
    signature: signature.name + (signers[signature.by] ?? ""),
    "signed.year": year,
    "signed.month": String(Number(month)),
    "signed.day": String(Number(day)),
  };
  const ticked = [
    filled.card ? "card.yes" : "card.no",
    !work.employer && work.without && `work.${work.without}`,
    ...filled.pension.map((option) => `pension.${option}`),
    ...filled.medical.map((option) => `medical.${option}`),
    filled.unemployment && "unemployment",
    filled.injury && "injury",
    filled.maternity && "maternity",
    ...classes.map((one) => one && `reason.${one}`),
    inside.length > 0 && "elsewhere.inside",
    outside.length > 0 && "elsewhere.outside",
  ];
  return { texts, ticked: new Set(ticked.filter((name): name is string => Boolean(name))) };
}
