// One form beside what the register has now, in the words and the order of the form's own last look.
import { element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import type { reviewSays } from "../../../messages/visits-review.ts";
import { langOfPage } from "../../../paths.ts";
import type { FormToCheck } from "../../../visits/check-routes.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import type { Shown } from "../../registration/answer.ts";
import { insurances } from "../../registration/said.ts";
import { type TellWords, tellIn } from "../../registration/tell.ts";

const words = wordsOnPage<TellWords & Record<keyof typeof reviewSays.zh, string>>();
const said: Readonly<Record<string, string>> = words;
const tell = tellIn(langOfPage(), words);
const list = (texts: readonly string[]) => texts.join(langOfPage() === "zh" ? "、" : ", ");

/** Reasons are told by their codes: what follows from them is not the reviewer's business. */
function rowsOf(form: Shown): { label: string; text: string }[] {
  const told = tell(form, {}, "", false).filter(({ task }) => task !== "reasons" && task !== "sign");
  const reasons = insurances.map((insurance) => {
    const { codes = [] } = form.insurances.find((each) => each.insurance === insurance)?.reason ?? {};
    return {
      label: fill(words["row.reason"], { name: words[insurance] }),
      text: list(codes.map((code) => said[`reason.${code}`] ?? code)),
    };
  });
  return [...told, ...reasons];
}

/** By the label of its row, what of the form stands there: once it is applied, both sides say the same. */
const fields: Readonly<Record<string, readonly string[]>> = {
  [words["row.card"]]: ["card"],
  [words["row.hukou"]]: ["hukou"],
  [words["row.home"]]: ["residence"],
  [words["row.landline"]]: ["landline"],
  [words["row.work"]]: ["work"],
  [words["row.pension"]]: ["pension"],
  [words["row.medical"]]: ["medical"],
  [words["row.rest"]]: ["unemployment", "injury", "maternity"],
  [words["row.elsewhere"]]: ["elsewhere"],
  [words["row.twice"]]: ["duplicates"],
};

function table(form: Shown, had: Shown, anew: readonly string[]): HTMLElement {
  const before = new Map(rowsOf(had).map(({ label, text }) => [label, text]));
  const rows = rowsOf(form).filter(({ label, text }) => text || before.get(label));
  const head = element("tr", {}, ...[words.item, words.had, words.said].map((text) => element("th", { scope: "col" }, text)));
  return element(
    "table",
    { class: "beside" },
    element("thead", {}, head),
    element(
      "tbody",
      {},
      ...rows.map(({ label, text }) => {
        const was = before.get(label) ?? "";
        const isNew = text !== was || (fields[label] ?? []).some((field) => anew.includes(field));
        const now = !isNew
          ? text
          : element("b", {}, text || words.nothing, " ", element("span", { class: "tag warn" }, words.anew));
        return element("tr", {}, element("th", { scope: "row" }, label), element("td", {}, was), element("td", {}, now));
      }),
    ),
  );
}

export function sideBySide(form: FormToCheck, who: string): HTMLElement {
  const { receipt, status, filledAt, declined, papers, signedBy, anew } = form;
  const time = filledAt ? whenIn(Date.parse(filledAt)) : "";
  const by = said[`sign.${signedBy}`] ?? "";
  const texts = [
    said[`status.${status}`] ?? status,
    declined ? fill(words.declined, { time }) : signedBy && fill(words.signed, { by, time }),
    papers.length > 0 && fill(words.papers, { papers: list(papers.map((paper) => said[`paper.${paper}`] ?? paper)) }),
    anew.includes("confirm") && words.nothingNew,
  ];
  return element(
    "section",
    { class: "beside-of" },
    element("h3", {}, fill(words.form, { who, receipt })),
    element("p", {}, texts.filter(Boolean).join(langOfPage() === "zh" ? "；" : "; ")),
    form.said && form.had ? table(form.said, form.had, anew) : element("p", { class: "hint" }, words.onlyStatus),
  );
}
