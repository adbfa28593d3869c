// What is asked, in words: what stands there now and what is to stand there; who sent it for the person; of a lead, the employer.
import type { MatterView } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { inWords } from "../../submissions/asked.ts";
import type { Page } from "./words.ts";

export function drawAsked(view: MatterView, { words, said }: Page): void {
  const { submission, from, to, movedTo, insurance, via, employer, registered, named } = view;
  const rows: (readonly [string, string | Node | undefined])[] = [];
  const spoken = view.reasons.map(
    ({ insurance: of, code, more }) =>
      [
        of ? said[of] : words["row.hardship"],
        element(
          "span",
          {},
          said[code] ?? code,
          ...more.map((text) => element("span", { lang: "zh-CN" }, `${langOfPage() === "zh" ? "：" : ": "}${text}`)),
        ),
      ] as const,
  );
  rows.push(...spoken.map(([label, value]) => [label ?? "", value] as const));
  if (submission && submission.slice !== "declaration" && !to && view.sides.length === 0) {
    const item = said[submission.item] ?? submission.item;
    rows.push([item, inWords(submission.asked.replace(`${submission.item} `, ""), said) || "—"]);
  }
  if (to) rows.push([words.from, from && chinese(from)], [words.to, element("b", { lang: "zh-CN" }, to)]);
  if (movedTo) rows.push([words.movedTo, chinese(movedTo.name)]);
  if (insurance) rows.push([words.insurance, said[insurance]]);
  if (employer) {
    const known = registered && {
      ...{ name: registered.name, place: registered.place.name, since: dateIn(langOfPage(), registered.since) },
    };
    rows.push([words.employer, chinese([employer.name, employer.code].filter(Boolean).join(" "))]);
    rows.push(["", known ? fill(words.registered, known) : employer.code && words.unknownEmployer]);
  }
  if (named !== undefined) rows.push(["", named ? words.named : element("b", {}, words.unnamed)]);
  if (via) rows.push(["", fill(words.via, via)]);
  const shown = rows.filter(([, value]) => value);
  const list = byId("asked");
  list.parentElement!.hidden = shown.length === 0;
  list.replaceChildren(...shown.flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]));
}

const chinese = (text: string) => element("span", { lang: "zh-CN" }, text);
