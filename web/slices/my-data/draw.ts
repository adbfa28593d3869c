// A copy as a page: by the groups of the field table, each field by its name; to print, and to save with the names in both languages.
import type { Copy } from "../../../shared/privacy/contract.ts";
import { fieldNames, fields as table } from "../../../shared/privacy/fields.ts";
import { element } from "../../dom.ts";
import type { Lang } from "../../messages/both.ts";
import type { fieldWords, tableWords } from "../../messages/privacy-fields.ts";
import { showNotice } from "../../notice.ts";
import { fill } from "../../words.ts";
import { drawEntry } from "./entries.ts";
import { type Says, type Shown, valueIn } from "./value.ts";

type Names = Record<keyof typeof fieldWords.zh, string>;
type Words = {
  lang: Lang;
  names: Record<Lang, Names>;
  groups: Record<keyof (typeof tableWords.zh)["groups"], string>;
  shown: Shown;
  reasons: Readonly<Record<string, string>>;
};

export const drawCopy = ({ lang, names, groups, shown, reasons }: Words) =>
  function draw(copy: Copy, into: HTMLElement): void {
    const labels: Record<string, string> = { ...shown.is };
    for (const field of fieldNames) labels[`field.${field}`] = names[lang][field];
    const says: Says = { lang, shown, labels, codes: { ...reasons, ...shown.codes }, places: copy.places };
    const told = fieldNames.filter((field) => copy.fields[field]);
    const sections = [...new Set(told.map((field) => table[field].group))].map((group) => {
      const mine = told.filter((field) => table[field].group === group);
      const rows = element("dl", { class: "told" }, ...mine.map((field) => drawField(field, copy, says, names[lang][field])));
      return element("section", {}, element("h2", {}, groups[group]), element("div", { class: "sheet" }, rows));
    });
    const acts = actsFor(copy, names, shown);
    const heading = element(
      "p",
      { class: "src", tabindex: "-1" },
      fill(shown.says.taken, { time: valueIn("takenAt", copy.takenAt, says) }),
    );
    const missing = copy.olderThan !== undefined && element("p", { class: "note blind" }, shown.says.older);
    into.replaceChildren(heading, acts, ...sections, ...(missing ? [missing] : []));
    heading.focus();
    addEventListener("beforeprint", () => {
      for (const details of Array.from(into.querySelectorAll("details"))) details.open = true;
    });
  };

function drawField(field: keyof Names, copy: Copy, says: Says, name: string): HTMLElement {
  const entries = copy.fields[field] ?? [];
  const count = entries.length > 1 && element("span", { class: "src" }, ` ${fill(says.shown.says.count, { n: entries.length })}`);
  const list = element("ul", { class: "list" }, ...entries.map((entry) => drawEntry(field, entry, says)));
  return element("div", {}, element("dt", {}, name, count), element("dd", {}, list));
}

function actsFor(copy: Copy, names: Record<Lang, Names>, { says }: Shown): HTMLElement {
  const save = element("button", { class: "btn", type: "button" }, says.save);
  const print = element("button", { class: "btn alt", type: "button" }, says.print);
  save.onclick = () => showNotice(fill(says.saved, { name: saved(copy, names) }), []);
  print.onclick = () => window.print();
  return element("div", { class: "acts" }, save, print);
}

/** The name of the file says nothing of the person: it lies in a list of downloads. */
function saved(copy: Copy, names: Record<Lang, Names>): string {
  const called = Object.fromEntries(
    fieldNames.filter((field) => copy.fields[field]).map((field) => [field, { zh: names.zh[field], en: names.en[field] }]),
  );
  const { takenAt, places, fields } = copy;
  const text = JSON.stringify({ takenAt, names: called, places, fields }, null, 1);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const name = `canbaotong-${takenAt.slice(0, 10)}.json`;
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
