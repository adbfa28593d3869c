// Somebody at the door who is registered nowhere: a first registration, by the document that the visitor has before their eyes.

import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import { newUuid } from "../../../attempt.ts";
import { byId, element } from "../../../dom.ts";
import { putBack } from "../../../drafts/in-form.ts";
import { setTitle, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { type Item, mayBeEdited } from "../../../visits/item.ts";
import { found, type KeptSheet, type SheetVisit } from "../../../visits/sheet.ts";
import { bodyOf, maskedName, read, today, wrong } from "./found-said.ts";
import { openKeeping } from "./keeping.ts";
import { discardButton } from "./member-row.ts";
import { sendNow } from "./out.ts";
import { inWords } from "./parts.ts";
import { siteName, state, words } from "./state.ts";

const form = () => byId("found") as HTMLFormElement;

let open: { item: Item; sheet: KeptSheet; visit: SheetVisit } | undefined;

const keeping = openKeeping({ notKept: () => showNotice(words.notSaved, [], "warn") });

function follow(): void {
  const { about, birth } = read(typedIn(form()));
  const says = about?.ok ? about.value : undefined;
  byId("new-sex").hidden = says?.sex !== undefined;
  byId("new-birth").hidden = says?.birth !== undefined;
  byId("new-country").hidden = typedIn(form())["docType"] !== "PASSPORT";
  byId("new-consent").hidden = !birth || !consentNeeded(birth, today());
  byId("new-employer").hidden = typedIn(form())["new.status"] !== "EMPLOYED";
}

function keep(): void {
  if (!open) return;
  const typed = typedIn(form());
  keeping.keep(open.item, { typed, label: typed["new.name"]?.trim() || open.item.label });
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
    if (!open || !state.store) return;
    const typed = typedIn(form());
    const complaints = wrong(typed);
    clearNotice();
    showErrors(form(), complaints, words);
    if (complaints.length > 0) return;
    const { item } = open;
    await keeping.finish(item, { typed, body: bodyOf(open, typed), label: maskedName(typed["new.name"] ?? "") });
    open = undefined;
    await keeping.leave();
    await sendNow(item.key);
  });
}
