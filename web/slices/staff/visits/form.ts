// The form of one person at the door: opened, kept with every touch, finished.
import { dateOf, type PlainDate } from "../../../../shared/kernel/calendar.ts";
import { FORM_VERSION } from "../../../../shared/registration/form.ts";
import { newUuid } from "../../../attempt.ts";
import { byId, element } from "../../../dom.ts";
import { putBack } from "../../../drafts/in-form.ts";
import { type Complaint, setTitle, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { dateIn } from "../../../lang.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { hasDeclined, needsPaper, nowHere, wrongFields } from "../../../visits/asked.ts";
import { consentIn, foundIn, saidIn } from "../../../visits/filled.ts";
import { type Item, mayBeEdited } from "../../../visits/item.ts";
import { found, type PersonForm } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { typedOf } from "../../registration/said.ts";
import { discardButton, relationOf } from "./list.ts";
import { sendNow } from "./out.ts";
import {
  buildParts,
  fieldOf,
  follow,
  inWords,
  keepStreet,
  openChosen,
  openPlaces,
  openTownships,
  reasonOf,
  sameAsAbove,
} from "./parts.ts";
import { itemsOf, lookAgain, said, siteName, state, words } from "./state.ts";

const form = () => byId("form") as HTMLFormElement;
type Open = { item: Item; person: PersonForm; author: string };
let open: Open | undefined;
let last: Promise<unknown> = Promise.resolve();
const today = (): PlainDate => dateOf(nowHere());

/** Kept as it stands, one touch after the other. What has left meanwhile is not touched again. */
function keep(): void {
  if (!open || !state.store) return;
  const { store } = state;
  const { item } = open;
  const typed = typedIn(form());
  last = last
    .then(() =>
      store.change(item.key, (there) => {
        if (there && !mayBeEdited(there)) return there;
        return { ...item, ...there, typed, stage: there?.stage === "refused" ? "refused" : "filling" };
      }),
    )
    .then(
      () => {
        byId("kept").textContent = fill(words.saved, { time: nowHere().slice(11, 16) });
      },
      () => showNotice(words.notSaved, [], "warn"),
    );
}

const list = (rows: readonly (readonly [string, string | undefined])[]) =>
  rows.flatMap(([label, text]) => (text ? [element("dt", {}, label), element("dd", {}, text)] : []));

function drawPerson({ person, hukou, residence, landline, mobile, insurances }: PersonForm): void {
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
function drawBefore({ findings = [], before = [], stage }: Item): void {
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

/** False where there is no such form to fill in here. */
export async function openForm(visit: string, member: string): Promise<boolean> {
  const there = found(state.copy, visit, member);
  const person = there?.person?.form;
  if (!there || !person || !state.store) return false;
  const kept = itemsOf(visit, member).find((item) => item.kind === "form" && mayBeEdited(item));
  const label = person.person.name;
  const item: Item = kept ?? {
    ...{ key: newUuid(), kind: "form", author: state.store.staffId, visit, member, label, version: FORM_VERSION },
    ...{ openedAt: Date.now(), stage: "filling", typed: {} },
  };
  open = { item, person, author: there.sheet.author };
  form().reset();
  const begun = Object.keys(item.typed).length > 0;
  const typed = begun ? item.typed : typedOf(person);
  await openPlaces(typed, person.residence?.division ?? there.sheet.list.division, placeWords(), () =>
    showNotice(said["listGone"] ?? "", [], "warn"),
  );
  putBack(form(), typed);
  keepStreet();
  drawPerson(person);
  drawBefore(item);
  const relation = relationOf(there.visit.members.find((each) => each.member === member)?.relation ?? "");
  const name = element("b", { lang: "zh-CN" }, label);
  byId("of").replaceChildren(
    element("p", {}, name, ` ${relation}`),
    element("p", { class: "src", lang: "zh-CN" }, there.visit.address ?? there.visit.village),
  );
  byId("discard").replaceChildren(...(kept && kept.stage !== "ready" ? [discardButton(kept)] : []));
  for (const details of Array.from(form().querySelectorAll("details"))) details.open = false;
  openChosen();
  follow(person, typedIn(form()), today());
  setTitle(fill(words.formOf, { name: label, relation }) + siteName);
  showErrors(form(), [], words);
  if (kept?.stage === "ready") keep(); // it must not leave while it is looked at
  return true;
}

const placeWords = () => ({
  cities: said["cities"] ?? "",
  provinces: said["provinces"] ?? "",
  choose: said["township.choose"] ?? "",
  own: said["township.own"] ?? "",
});

/** Of which insurance a reason is missing is said too: there may be five. */
const textOf = (code: string, [first, insurance]: readonly string[]): string =>
  first === "reasons" ? `${said[`ins.${insurance}`] ?? ""}${langOfPage() === "zh" ? "：" : ": "}${inWords(code)}` : inWords(code);

function complaints(person: PersonForm, typed: ReturnType<typeof typedIn>): Complaint[] {
  const wrong = wrongFields(person, typed, today(), words);
  const skipped = ["signature", "notes", "declared", "consent", "evidence"];
  const rules = foundIn(person, typed, nowHere(), today()).filter(
    ({ path: [first = ""] }) => !hasDeclined(typed) || !skipped.includes(first),
  );
  const more = rules.map(({ code, path }) => ({ field: fieldOf(path), text: textOf(code, path) }));
  const taken = new Set(wrong.map(({ field }) => field));
  return [...wrong, ...more.filter(({ field }) => !taken.has(field))];
}

function bodyOf({ item, person, author }: Open, typed: ReturnType<typeof typedIn>) {
  const { signature, notes, declared, ...parts } = saidIn(person, typed, today());
  const seen =
    typed["papers"] === "yes" && needsPaper(typed) ? [typed["sign.by"] === "proxy" ? "proxy-authorisation" : "guardianship"] : [];
  const consent = consentIn(typed);
  const signed = hasDeclined(typed)
    ? { notes: true, declared: false, signature: { by: "self" } }
    : { notes, declared, signature, ...(consent && { consent }) };
  return {
    author,
    member: item.member,
    filledAt: nowHere(),
    ...(hasDeclined(typed) && { declined: true }),
    seen,
    form: { form: FORM_VERSION, ...parts, ...signed },
  };
}

export function openForms(): void {
  buildParts();
  form().addEventListener("click", ({ target }) => {
    if (!open || !(target instanceof Element) || !target.matches("[data-same]")) return;
    sameAsAbove(target);
    follow(open.person, typedIn(form()), today());
    openChosen();
    keep();
  });
  form().addEventListener("input", () => {
    keepStreet();
    keep();
  });
  form().addEventListener("change", ({ target }) => {
    if (!open) return;
    if (target instanceof Element && target.id === "county") void openTownships(placeWords()).then(keep);
    follow(open.person, typedIn(form()), today());
  });
  byId("later").onclick = () => {
    location.hash = "";
  };
  byId("parts").onclick = (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    event.preventDefault(); // the fragment names the form
    byId(link.hash.slice(1)).focus();
  };
  onSubmit(form(), words, async () => {
    const { store } = state;
    if (!open || !store) return;
    const typed = typedIn(form());
    const wrong = complaints(open.person, typed);
    clearNotice();
    showErrors(form(), wrong, words);
    if (wrong.length > 0) return;
    await last;
    const { item } = open;
    const body = bodyOf(open, typed);
    await store.change(item.key, (there) => {
      if (there && !mayBeEdited(there)) return there;
      const { findings: _, ...rest } = { ...item, ...there };
      return { ...rest, typed, body, stage: "ready" };
    });
    open = undefined;
    await lookAgain();
    location.hash = "";
    await sendNow(item.key);
  });
}

export const closeForm = (): void => {
  open = undefined;
};
