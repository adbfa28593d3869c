// Somebody at the door who is registered nowhere: a first registration, by the document that the visitor has before their eyes.

import * as v from "valibot";
import { dateOf } from "../../../../shared/kernel/calendar.ts";
import { Phone } from "../../../../shared/kernel/fields.ts";
import { readDate } from "../../../../shared/kernel/plain-date.ts";
import { NewcomersDocument } from "../../../../shared/newcomer/contract.ts";
import { readNewWho } from "../../../../shared/newcomer/who.ts";
import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import { newUuid } from "../../../attempt.ts";
import { byId, element } from "../../../dom.ts";
import { putBack } from "../../../drafts/in-form.ts";
import { type Complaint, setTitle, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { nowHere } from "../../../visits/asked.ts";
import { type Item, mayBeEdited } from "../../../visits/item.ts";
import { found, type KeptSheet, type SheetVisit } from "../../../visits/sheet.ts";
import { discardButton } from "./list.ts";
import { sendNow } from "./out.ts";
import { inWords } from "./parts.ts";
import { lookAgain, said, siteName, state, words } from "./state.ts";

type Typed = Record<string, string>;
const form = () => byId("found") as HTMLFormElement;
let open: { item: Item; sheet: KeptSheet; visit: SheetVisit } | undefined;
let last: Promise<unknown> = Promise.resolve();
const today = () => dateOf(nowHere());

function who(typed: Typed) {
  const docType = v.safeParse(NewcomersDocument, typed["docType"]);
  const country = (typed["country"] ?? "").trim().toUpperCase();
  const asked = { number: typed["new.number"] ?? "", name: typed["new.name"] ?? "", ...(country && { country }) };
  return docType.success ? { asked: { docType: docType.output, ...asked } } : undefined;
}

function read(typed: Typed) {
  const typedWho = who(typed);
  const about = typedWho && readNewWho(typedWho.asked, today());
  const said = readDate(typed["new.birth"] ?? "", { asOf: today() });
  const known = about?.ok ? about.value : undefined;
  const sex = known?.sex ?? typed["new.sex"];
  const birth = known?.birth ?? (said.ok ? said.value : undefined);
  return { asked: typedWho?.asked, about, sex, birth };
}

function follow(): void {
  const { about, birth } = read(typedIn(form()));
  const says = about?.ok ? about.value : undefined;
  byId("new-sex").hidden = says?.sex !== undefined;
  byId("new-birth").hidden = says?.birth !== undefined;
  byId("new-country").hidden = typedIn(form())["docType"] !== "PASSPORT";
  byId("new-consent").hidden = !birth || !consentNeeded(birth, today());
  byId("new-employer").hidden = typedIn(form())["new.status"] !== "EMPLOYED";
}

function wrong(typed: Typed): Complaint[] {
  const { asked, about, sex, birth } = read(typed);
  const missing: Complaint[] = [];
  const need = (field: string, text: string | undefined) =>
    (typed[field] ?? "").trim() || missing.push({ field, text: text ?? "" });
  need("relation", words.relationFirst);
  need("docType", said["docType.missing"]);
  if (asked && about && !about.ok)
    for (const { code, path } of about.refusal) {
      const field = path[0] === "country" ? "country" : `new.${path[0]}`;
      const empty = !(typed[field] ?? "").trim();
      missing.push({ field, text: inWords(empty && path[0] !== "country" ? `${path[0]}.missing` : code) });
    }
  if (about?.ok && !sex) missing.push({ field: "new.sex", text: words.sexFirst });
  if (about?.ok && !birth) missing.push({ field: "new.birth", text: words.birthFirst });
  const phone = (typed["new.phone"] ?? "").replace(/[\s-]/g, "");
  if (phone && !v.is(Phone, phone)) missing.push({ field: "new.phone", text: words.phoneWrong });
  need("new.status", words["field.work"]);
  if (typed["new.status"] === "EMPLOYED") need("new.employer", words["field.employer"]);
  need("new.address", words["field.lines"]);
  need("new.hukou", words["field.choose"]);
  if (birth && consentNeeded(birth, today())) need("new.agreed", words.consentFirst);
  need("new.seen", words.seenFirst);
  return missing;
}

function bodyOf({ sheet }: { sheet: KeptSheet }, typed: Typed) {
  const { asked, sex, birth } = read(typed);
  const address = { division: sheet.list.division, lines: (typed["new.address"] ?? "").normalize("NFC").trim() };
  const phone = (typed["new.phone"] ?? "").replace(/[\s-]/g, "");
  const employer = (typed["new.employer"] ?? "").normalize("NFC").trim();
  const consent = typed["new.agreed"];
  return {
    author: sheet.author,
    filledAt: nowHere(),
    form: {
      ...asked,
      ...(sex && { sex }),
      ...(birth && { birth }),
      relation: typed["relation"],
      ...(phone && { phone }),
      residence: address,
      ...(typed["new.hukou"] === "yes" && { hukou: address }),
      status: typed["new.status"],
      ...(typed["new.status"] === "EMPLOYED" && { employer: { name: employer } }),
      ...(birth && consentNeeded(birth, today()) && consent && { consent: { version: consent, relation: "guardian" } }),
    },
  };
}

/** As in every list (handbook 12): the first sign and the last, stars between. */
function maskedName(typed: string): string {
  const signs = Array.from(typed.trim());
  const [first = "", last = ""] = [signs[0], signs.length > 2 ? signs[signs.length - 1] : ""];
  return first + "*".repeat(Math.max(1, signs.length - (last ? 2 : 1))) + last;
}

function keep(): void {
  if (!open || !state.store) return;
  const { store } = state;
  const { item } = open;
  const typed = typedIn(form());
  const label = typed["new.name"]?.trim() || item.label;
  last = last.then(() =>
    store.change(item.key, (there) => {
      if (there && !mayBeEdited(there)) return there;
      return { ...item, ...there, label, typed, stage: there?.stage === "refused" ? "refused" : "filling" };
    }),
  );
  last.catch(() => showNotice(words.notSaved, [], "warn"));
}

export async function openFound(visit: string, key: string): Promise<boolean> {
  const there = found(state.copy, visit);
  if (!there || !state.store) return false;
  const kept = state.items.find((item) => item.key === key && mayBeEdited(item));
  const item: Item = kept ?? {
    ...{
      key: newUuid(),
      kind: "found",
      author: state.store.staffId,
      visit,
      label: byId("found-title").textContent ?? "",
      version: "1",
    },
    ...{ openedAt: Date.now(), stage: "filling", typed: {} },
  };
  open = { item, sheet: there.sheet, visit: there.visit };
  form().reset();
  putBack(form(), { "new.address": there.sheet.list.village, ...item.typed });
  const findings = item.stage === "refused" ? (item.findings ?? []) : [];
  const lines = findings.map(({ code }) => element("li", {}, inWords(code)));
  byId("found-before").replaceChildren(
    ...(lines.length > 0
      ? [element("div", { class: "note warn" }, element("h2", {}, words.toMend), element("ul", {}, ...lines))]
      : []),
  );
  byId("found-discard").replaceChildren(...(kept && kept.stage !== "ready" ? [discardButton(kept)] : []));
  byId("found-of").textContent = there.visit.address ?? there.visit.village;
  follow();
  setTitle((byId("found-title").textContent ?? "") + siteName);
  showErrors(form(), [], words);
  if (kept?.stage === "ready") keep();
  return true;
}

export function openFounds(): void {
  form().addEventListener("input", () => {
    follow();
    keep();
  });
  byId("found-later").onclick = () => {
    location.hash = "";
  };
  onSubmit(form(), words, async () => {
    const { store } = state;
    if (!open || !store) return;
    const typed = typedIn(form());
    const complaints = wrong(typed);
    clearNotice();
    showErrors(form(), complaints, words);
    if (complaints.length > 0) return;
    await last;
    const { item } = open;
    const body = bodyOf(open, typed);
    const label = maskedName(typed["new.name"] ?? "");
    await store.change(item.key, (there) => {
      if (there && !mayBeEdited(there)) return there;
      const { findings: _, ...rest } = { ...item, ...there };
      return { ...rest, label, typed, body, stage: "ready" };
    });
    open = undefined;
    await lookAgain();
    location.hash = "";
    await sendNow(item.key);
  });
}
