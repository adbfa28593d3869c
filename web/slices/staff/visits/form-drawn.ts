import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import type { Item } from "../../../visits/item.ts";
import type { PersonForm } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { inWords } from "./parts.ts";
import { reasonOf } from "./parts-built.ts";
import { said, state, words } from "./state.ts";

const list = (rows: readonly (readonly [string, string | undefined])[]) =>
  rows.flatMap(([label, text]) => (text ? [element("dt", {}, label), element("dd", {}, text)] : []));

export function drawPerson({ person, hukou, residence, landline, mobile, insurances }: PersonForm): void {
  const document = said[person.docType === "OTHER" ? "doc.OTHER" : person.docType] ?? "";
  byId("me").replaceChildren(
    ...list([
      [words.name, person.name],
      [words.sexLabel, said[`sex.${person.sex}`]],
      [words.birthLabel, person.birth && dateIn(langOfPage(), person.birth)],
      [words.number, `${document} ${person.number}`],
    ]),
  );
  const registered = (text: string | undefined) => (text ? fill(words.asRegistered, { value: text }) : words.nothing);
  byId("hukou.moved-h").textContent = registered(hukou?.text);
  byId("home.moved-h").textContent = registered(residence?.text);
  byId("mobile").textContent = registered(mobile?.masked);
  const pick = (id: string) => byId(id).closest<HTMLElement>(".pick")!;
  pick("hukou.moved-1").hidden = !hukou;
  pick("home.moved-1").hidden = !residence;
  pick("landline-1").hidden = !landline?.masked;
  byId("landline-1").nextElementSibling!.querySelector("span")!.textContent = landline?.masked ?? "";
  for (const { insurance, reason } of insurances) {
    const codes = reason && !reason.expired ? reason.codes.map(reasonOf) : [];
    const line = byId(`why.${insurance}`).querySelector("[data-said]")!;
    line.textContent =
      codes.length > 0 ? fill(words.saidBefore, { reasons: codes.join(langOfPage() === "zh" ? "；" : "; ") }) : "";
  }
  byId("signers").textContent = fill(words.signers, { name: state.name });
}

/** What came back, and what an older version of the form held. */
export function drawBefore({ findings = [], before = [], stage }: Item): void {
  const lines = (texts: readonly string[]) => element("ul", {}, ...texts.map((text) => element("li", {}, text)));
  const notes = [
    ...(stage === "refused" && findings.length > 0
      ? [
          element(
            "div",
            { class: "note warn" },
            element("h2", {}, words.toMend),
            lines(findings.map(({ code }) => inWords(code))),
          ),
        ]
      : []),
    ...(before.length > 0
      ? [
          element(
            "div",
            { class: "note warn" },
            element("h2", {}, words.changedForm),
            element("p", {}, words.changedFormText),
            lines(before),
          ),
        ]
      : []),
  ];
  byId("before").replaceChildren(...notes);
}
