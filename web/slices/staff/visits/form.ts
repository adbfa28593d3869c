import { FORM_VERSION } from "../../../../shared/registration/form.ts";
import { newUuid } from "../../../attempt.ts";
import { byId, element } from "../../../dom.ts";
import { putBack } from "../../../drafts/in-form.ts";
import { setTitle, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { nowHere } from "../../../visits/asked.ts";
import { type Item, mayBeEdited } from "../../../visits/item.ts";
import { found } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { typedOf } from "../../registration/said.ts";
import { bodyOf, complaints, type Open, today } from "./form-body.ts";
import { drawBefore, drawPerson } from "./form-drawn.ts";
import { openKeeping } from "./keeping.ts";
import { discardButton, relationOf } from "./member-row.ts";
import { sendNow } from "./out.ts";
import { follow } from "./parts.ts";
import { buildParts, openChosen, sameAsAbove } from "./parts-built.ts";
import { keepStreet, openPlaces, openTownships } from "./parts-places.ts";
import { itemsOf, said, siteName, state, words } from "./state.ts";

const form = () => byId("form") as HTMLFormElement;

let open: Open | undefined;

const keeping = openKeeping({
  kept: () => {
    byId("kept").textContent = fill(words.saved, { time: nowHere().slice(11, 16) });
  },
  notKept: () => showNotice(words.notSaved, [], "warn"),
});

function keep(): void {
  if (open) keeping.keep(open.item, { typed: typedIn(form()) });
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
  const mine: Open = { item, person, author: there.sheet.author };
  open = mine;
  clearNotice(); // it is about the form before
  form().reset();
  const begun = Object.keys(item.typed).length > 0;
  const typed = begun ? item.typed : typedOf(person);
  await openPlaces(typed, person.residence?.division ?? there.sheet.list.division, placeWords(), () =>
    showNotice(said["listGone"] ?? "", [], "warn"),
  );
  if (open !== mine) return true; // meanwhile somebody else's form was opened: nothing of this one may stand in it
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
    if (!open || !state.store) return;
    const typed = typedIn(form());
    const wrong = complaints(open.person, typed);
    clearNotice();
    showErrors(form(), wrong, words);
    if (wrong.length > 0) return;
    const { item } = open;
    await keeping.finish(item, { typed, body: bodyOf(open, typed) });
    open = undefined;
    await keeping.leave();
    await sendNow(item.key);
  });
}

export const closeForm = (): void => {
  open = undefined;
};
