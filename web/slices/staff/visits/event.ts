// What happened at a door, noted in a few presses; the time is the tablet's, now.

import { newUuid } from "../../../attempt.ts";
import { byId, element } from "../../../dom.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { nowHere } from "../../../visits/asked.ts";
import { found, type SheetVisit } from "../../../visits/sheet.ts";
import { openCounties } from "../../registration/places.ts";
import { sendOut } from "./out.ts";
import { lookAgain, state, words } from "./state.ts";

type Typed = Record<string, string>;
const form = () => byId("event") as HTMLFormElement;
const labelOf = (what: string) => form().querySelector(`[value="${what}"] + label`)?.firstChild?.textContent ?? "";
const SEEN = ["not-home", "refused", "moved", "not-found", "deceased"];
let visit: SheetVisit | undefined;

const asksWho = (what = "") => SEEN.includes(what);
const asksOne = (what = "") => what === "phoned" || what === "statement";
const chosen = () => Array.from(form().querySelectorAll<HTMLInputElement>("#event-who input:checked"), ({ value }) => value);

function follow(): void {
  const { what = "" } = typedIn(form());
  byId("event-who").hidden = !asksWho(what) && !asksOne(what);
  for (const box of Array.from(form().querySelectorAll<HTMLElement>("[data-what]")))
    box.hidden = !(box.dataset["what"] ?? "").split(" ").includes(what);
}

/** Of whom it may be said: who is not settled yet. */
function drawWho(about: SheetVisit): void {
  const left = about.members.filter(({ outcome }) => outcome === undefined);
  const names = (left.length > 0 ? left : about.members).map(({ member }) => {
    const name = about.people.find((person) => person.member === member)?.form?.person.name ?? member;
    const input = element("input", { type: "checkbox", id: `who.${member}`, name: `who.${member}`, value: member });
    input.checked = true;
    return element("div", { class: "pick" }, input, element("label", { for: `who.${member}`, lang: "zh-CN" }, name));
  });
  const box = byId("event-who");
  for (const old of Array.from(box.querySelectorAll(".pick"))) old.remove();
  box.append(...names);
}

export function openEvent(about: SheetVisit, slot: HTMLElement): void {
  visit = about;
  form().reset();
  drawWho(about);
  follow();
  slot.replaceChildren(form());
  form().hidden = false;
  showErrors(form(), [], words);
  const division = found(state.copy, about.visit)?.sheet.list.division ?? "";
  const select = (id: string) => byId(id) as HTMLSelectElement;
  const [province, county] = [select("event.province"), select("event.county")];
  province.replaceChildren(province.options[0]!);
  void openCounties(province, county, { province: division.slice(0, 2), county: "" }, () => {});
  form().querySelector<HTMLInputElement>("input")?.focus();
}

function close(): void {
  form().hidden = true;
  byId("shelf").append(form()); // the list is drawn anew, and it must not go with it
}

function wrong(typed: Typed): Complaint[] {
  const { what = "" } = typed;
  if (!what) return [{ field: "what", text: words.what }];
  const missing: Complaint[] = [];
  if ((asksWho(what) || asksOne(what)) && chosen().length === 0)
    missing.push({ field: `who.${visit?.members[0]?.member}`, text: words.who });
  if (what === "statement" && !typed["by"]?.trim()) missing.push({ field: "by", text: words.committee });
  if (what === "statement" && !typed["statement"]?.trim()) missing.push({ field: "statement", text: words.writing });
  if (what === "phoned" && !typed["result"]) missing.push({ field: "result", text: words.what });
  return missing;
}

const line = (text = "") => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** A call or a statement is about one person each. */
function notesOf(typed: Typed, at: string): object[] {
  const { what = "" } = typed;
  const more = line(typed["note"]) ? { note: line(typed["note"]) } : {};
  const place = typed["event.county"]?.slice(0, 6);
  if (what === "contacted") return [{ event: "contacted", at, ...more }];
  if (what === "phoned") return chosen().map((member) => ({ event: "phoned", at, member, result: typed["result"], ...more }));
  if (what === "statement")
    return chosen().map((member) => ({ event: "statement", at, member, by: line(typed["by"]), text: line(typed["statement"]) }));
  const seen = chosen().map((member) => ({ member, outcome: what, ...(what === "moved" && place && { place }) }));
  return [{ event: "attempt", at, seen, noteLeft: typed["noteLeft"] === "yes", ...more }];
}

export function openEvents(): void {
  form().addEventListener("change", follow);
  byId("event-cancel").onclick = () => {
    close();
    void lookAgain();
  };
  onSubmit(form(), words, async () => {
    const typed = typedIn(form());
    const complaints = wrong(typed);
    showErrors(form(), complaints, words);
    const sheet = visit && found(state.copy, visit.visit)?.sheet;
    if (complaints.length > 0 || !visit || !sheet || !state.store) return;
    for (const note of notesOf(typed, nowHere())) {
      const key = newUuid();
      const { staffId } = state.store;
      const item = { key, author: staffId, visit: visit.visit, label: labelOf(typed["what"] ?? ""), version: "1", typed: {} };
      const body = { author: sheet.author, note };
      await state.store.change(key, () => ({ ...item, kind: "event", openedAt: Date.now(), stage: "ready", body }));
    }
    close();
    await lookAgain();
    if (navigator.onLine) await sendOut();
  });
}
