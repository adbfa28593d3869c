// The list taken along: which lists there are, opening one, the code for the road, the lock, and what is still missing.
import { dateOf, instantAt } from "../../../../shared/kernel/calendar.ts";
import { FORM_VERSION } from "../../../../shared/registration/form.ts";
import { call } from "../../../call.ts";
import { byId } from "../../../dom.ts";
import { showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { dateIn } from "../../../lang.ts";
import { clearNotice, showNotice, showUnread } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { showProblem } from "../../../problem.ts";
import { renewed } from "../../../visits/item.ts";
import { listVisits, openList } from "../../../visits/routes.ts";
import { type Held, isFor, LEAST_CODE, TRIES, unwrap, wrap } from "../../../visits/seal.ts";
import { Copy, isOver, withSheet } from "../../../visits/sheet.ts";
import { tabletShelf as shelf } from "../../../visits/shelf.ts";
import { ofColleagues, openStore } from "../../../visits/store.ts";
import { fill } from "../../../words.ts";
import { sendOut } from "./out.ts";
import { draw, drawLock } from "./road-drawn.ts";
import { changed, onChange, state, words } from "./state.ts";
import { lookAtPage, sayNewForm } from "./worker-here.ts";

const LAST_DAY = "9999-12-31";

let held: Held | undefined;

export const today = () => dateOf(instantAt(Date.now()));

export const form = (id: string) => byId(id) as HTMLFormElement;

/** Asks the office which lists are mine; that shows nobody's name. */
export async function askLists(): Promise<void> {
  const answer = await call(listVisits, { signedOut: "tell" });
  if (answer.is === "value") {
    state.net = "on";
    state.heads = answer.value.lists.filter((list) => list.state === "open");
  } else if (answer.is === "outage") state.net = "off";
  else if (answer.type === "signed-out") state.net = "signed-out";
  else showNotice(words.readOnly, [words["problem.not-this-session"]], "warn");
  changed();
}

/** From now on the list is open here: what waits goes out. `copy`: as it came just now. */
async function enter(who: Held, copy?: Copy): Promise<void> {
  held = who;
  const road = (await shelf.roads()).find(({ name, until }) => name === who.staffId && !isOver(until, today()));
  state.codeIsSet = road !== undefined && (await isFor(road, who));
  const store = await openStore(who, shelf);
  const there = await store.list(Copy);
  state.store = store;
  state.name = who.name;
  state.copy = copy ?? there?.value ?? { sheets: [] };
  state.takenAt = copy ? Date.now() : (there?.at ?? 0);
  if (copy) await store.keepList(copy);
  for (const item of await store.items()) await store.change(item.key, (kept) => kept && renewed(kept, FORM_VERSION));
  for (const { list } of state.copy.sheets.filter((sheet) => isOver(sheet.list.until, today()))) {
    showNotice(fill(words.over, { date: dateIn(langOfPage(), list.until ?? "") }), [], "warn");
    state.copy = { sheets: state.copy.sheets.filter((sheet) => sheet.list.list !== list.list) };
    await store.keepList(state.copy);
  }
  state.items = await store.items();
  state.colleagues = await ofColleagues(shelf, who.staffId);
  byId("locked").hidden = true;
  changed();
  sayNewForm();
  if (navigator.onLine) await sendOut();
}

/** A look at everybody in it: `offline` says in their access log that it was taken along. */
export async function open(list: string, offline: boolean): Promise<boolean> {
  const answer = await call(openList, { params: { list }, body: { offline }, signedOut: "tell" });
  if (answer.is === "outage") showUnread(answer.outage, words);
  if (answer.is === "problem") {
    if (answer.type === "signed-out") state.net = "signed-out";
    showProblem(form("take"), answer, words);
    changed();
  }
  if (answer.is !== "value") return false;
  const { list: head, draftKeys } = answer.value;
  const { staffId, name } = head.visitor;
  const before = held?.staffId === staffId ? state.copy : await sheetsBefore({ staffId, name, keys: draftKeys });
  await enter({ staffId, name, keys: draftKeys }, withSheet(before, answer.value));
  return true;
}

const sheetsBefore = async (who: Held): Promise<Copy> =>
  (await (await openStore(who, shelf)).list(Copy))?.value ?? { sheets: [] };

/** All that is open is taken along, with the code; then this page and the names of places are seen to be here too. */
async function take(code: string | undefined): Promise<void> {
  const lists = state.heads.length > 0 ? state.heads.map(({ list }) => list) : state.copy.sheets.map(({ list }) => list.list);
  for (const list of lists) if (!(await open(list, true))) return;
  if (held && code) {
    const untils = state.copy.sheets.map(({ list }) => list.until ?? LAST_DAY).sort();
    await shelf.keepRoad(held.staffId, await wrap(code, held, untils[untils.length - 1] ?? LAST_DAY));
    state.codeIsSet = true;
  }
  const cities = new Set(state.copy.sheets.map(({ list }) => list.division.slice(0, 4)));
  await Promise.all([...cities].map((city) => fetch(`/divisions/${city}.json`).catch(() => undefined)));
  await lookAtPage();
  changed();
}

/** With the code, network or not. Wrong ones are counted on the tablet; the last one takes the wrapped key away. */
async function unlock(code: string): Promise<string | undefined> {
  const roads = (await shelf.roads()).filter(({ until }) => !isOver(until, today()));
  for (const road of roads) {
    const who = await unwrap(code, road);
    if (!who) continue;
    await shelf.keepRoad(road.name, { ...road, tries: 0 });
    await enter(who);
    dispatchEvent(new Event("hashchange")); // the form that the address names
    return undefined;
  }
  for (const road of roads) {
    const tries = road.tries + 1;
    await shelf.keepRoad(road.name, tries < TRIES ? { ...road, tries } : undefined);
  }
  const left = TRIES - Math.max(0, ...roads.map(({ tries }) => tries + 1));
  if (left > 0) return fill(words.codeWrong, { n: left });
  await drawLock();
  return fill(words.codeGone, { n: TRIES });
}

export function openRoad(): void {
  onChange(draw);
  onChange(() => void drawLock());
  onSubmit(form("unlock"), { ...words, sending: words.opening }, async () => {
    const wrong = await unlock(typedIn(form("unlock"))["unlock-code"] ?? "");
    form("unlock").reset();
    showErrors(form("unlock"), wrong ? [{ field: "unlock-code", text: wrong }] : [], words);
  });
  onSubmit(form("take"), { ...words, sending: words.taking }, async () => {
    const { "new-code": code = "", again = "" } = typedIn(form("take"));
    clearNotice();
    const wrong =
      state.codeIsSet || code.length >= LEAST_CODE
        ? !state.codeIsSet && code !== again && { field: "again", text: words.codeDiffers }
        : { field: "new-code", text: fill(words.codeShort, { n: LEAST_CODE }) };
    showErrors(form("take"), wrong ? [wrong] : [], words);
    if (wrong) return;
    await take(state.codeIsSet ? undefined : code);
    form("take").reset();
    setTimeout(changed); // once the button may be pressed again
  });
}
