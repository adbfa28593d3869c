// The form in words, in the order of the official one: on the task list, and on the last look before it is sent.
import type { Typed } from "../../drafts.ts";
import { dateIn } from "../../lang.ts";
import type { Lang } from "../../messages/both.ts";
import type { check } from "../../messages/check.ts";
import type { optionWords, workWords } from "../../messages/registration.ts";
import type { toldSays } from "../../messages/registration-pages.ts";
import type { documentWords } from "../../messages/registration-print.ts";
import { fill } from "../../words.ts";
import type { Shown } from "./answer.ts";
import {
  type Insurance,
  insurances,
  medicalsIn,
  missing,
  nameIn,
  pensionsIn,
  reasonTyped,
  standing,
  type Task,
  twiceIn,
} from "./said.ts";

type Names = keyof typeof toldSays.zh | keyof typeof workWords.zh | keyof typeof optionWords.zh | keyof typeof documentWords.zh;
export type TellWords = Record<Names | keyof typeof check.zh.insurances, string>;
/** `person` has no page of its own: it is put right under /change. */
export type Told = { task: Task | "person" | "mobile"; label: string; text: string; insurance?: Insurance };

/** `said`: how a reason that was said before is told. `child`: it is about a child. */
export const tellIn =
  (lang: Lang, words: TellWords) =>
  (form: Shown, kept: Typed, said: string, child: boolean): Told[] => {
    const separator = lang === "zh" ? "，" : ", ";
    const names: Record<string, string> = words;
    const now = (task: Task) => standing(form, kept, task);
    const [hukou, home, phones, work, covered, away] = (
      ["hukou", "home", "phones", "work", "insurances", "elsewhere"] as const
    ).map(now);
    const list = (texts: readonly string[]) => texts.join(separator) || words.nothing;
    const { name, sex, birth, docType, number } = form.person;
    const document = names[docType === "OTHER" ? "doc.OTHER" : docType] ?? "";
    const place = (chosen: string) =>
      nameIn(chosen) || (form.places.find(({ division }) => chosen.startsWith(division))?.name ?? chosen);
    const boxes = insurances.slice(2).filter((insurance) => covered?.[insurance] === "yes");
    const door = ["kept-place", "kept-street", "village", "address.lines"].map((part) => home?.[part] ?? "").join("");
    const landline = { kept: form.landline?.masked, new: phones?.["landline.number"] }[phones?.["landline"] ?? ""];
    const elsewhere = insurances.flatMap((insurance) => {
      const at = away?.[`elsewhere.${insurance}`];
      return at ? [`${words[insurance]} ${place(at)}`] : [];
    });
    const twice = insurances.flatMap((insurance) => {
      const places = twiceIn(away ?? {}, insurance);
      return places ? [`${words[insurance]} ${places.map(place).join(lang === "zh" ? "、" : ", ")}`] : [];
    });
    const by = child ? "guardian" : (now("sign")["sign.by"] ?? "self");

    return [
      {
        task: "person",
        label: words["row.person"],
        text: [name, names[`sex.${sex}`], birth && dateIn(lang, birth), `${document} ${number}`].filter(Boolean).join(separator),
      },
      { task: "phones", label: words["row.card"], text: names[`card.${phones?.["card"]}`] ?? "" },
      {
        task: "hukou",
        label: words["row.hukou"],
        text:
          hukou?.["hukou.moved"] === "no"
            ? (form.hukou?.text ?? "")
            : nameIn(hukou?.["hukou.county"]) + (hukou?.["hukou.lines"] ?? ""),
      },
      { task: "home", label: words["row.home"], text: home?.["home.moved"] === "no" ? (form.residence?.text ?? "") : door },
      { task: "phones", label: words["row.landline"], text: landline ?? words.nothing },
      { task: "mobile", label: words["row.mobile"], text: form.mobile?.masked ?? words.nothing },
      {
        task: "work",
        label: words["row.work"],
        text: work?.["work"] === "EMPLOYED" ? (work["employer.name"] ?? "") : (names[work?.["work"] ?? ""] ?? ""),
      },
      {
        task: "insurances",
        label: words["row.pension"],
        text: list(pensionsIn(covered ?? {}).map((one) => words[`pension.${one}`])),
      },
      {
        task: "insurances",
        label: words["row.medical"],
        text: list(medicalsIn(covered ?? {}).map((one) => words[`medical.${one}`])),
      },
      { task: "insurances", label: words["row.rest"], text: list(boxes.map((insurance) => words[insurance])) },
      ...missing(form, kept).map(
        (insurance): Told => ({
          task: "reasons",
          label: fill(words["row.reason"], { name: words[insurance] }),
          text: reasonTyped(kept, insurance)["told"] ?? said,
          insurance,
        }),
      ),
      { task: "elsewhere", label: words["row.elsewhere"], text: list(elsewhere) },
      { task: "elsewhere", label: words["row.twice"], text: list(twice) },
      { task: "sign", label: words["row.sign"], text: names[`sign.${by}`] ?? "" },
    ];
  };
