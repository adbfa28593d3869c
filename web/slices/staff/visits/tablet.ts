// The page of the tablet: lists, forms and what waits to be sent are one page, so that the key stays in its memory.

import { STAFF_IDLE_MINUTES } from "../../../../shared/staff/session.ts";
import { currentStaff, signOutStaff } from "../../../../shared/staff-session/contract.ts";
import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { setTitle } from "../../../errors.ts";
import { showNotice, showUnread } from "../../../notice.ts";
import { here } from "../../../paths.ts";
import { tabletShelf } from "../../../visits/shelf.ts";
import { ofColleagues } from "../../../visits/store.ts";
import { openEvents } from "./event.ts";
import { closeForm, openForm, openForms } from "./form.ts";
import { openFound, openFounds } from "./found.ts";
import { openLists, showHousehold } from "./list.ts";
import { drawBar, keepGoing } from "./out.ts";
import { askLists, openRoad } from "./road.ts";
import { drawLock } from "./road-drawn.ts";
import { changed, siteName, state, words } from "./state.ts";
import { beginWorker } from "./worker-here.ts";

const title = document.querySelector("h1")!.textContent ?? "";

let turn = 0;

/** `#form/<visit>/<member>`, `#found/<visit>/<key>`, `#house/<household>`; else the lists. */
async function show(): Promise<void> {
  const [what, visit = "", which = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  const mine = ++turn;
  closeForm();
  byId("form").hidden = byId("found").hidden = true; // nothing is typed into what is not filled in yet
  const isForm = what === "form" && (await openForm(visit, which));
  const isFound = what === "found" && (await openFound(visit, which));
  if (mine !== turn) return; // meanwhile somebody went on to another
  byId("form").hidden = !isForm;
  byId("found").hidden = !isFound;
  byId("lists").hidden = isForm || isFound;
  const heading = document.querySelector("h1")!;
  heading.textContent = isForm ? (byId("form").dataset["title"] ?? "") : isFound ? byId("found-title").textContent : title;
  if (!isForm && !isFound) setTitle(title + siteName);
  if (isForm || isFound) {
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  } else if (what === "house") showHousehold(visit);
  changed();
}

/** After half an hour without a touch the page forgets the key: what lies on the tablet is sealed again. */
function watchIdle(): void {
  let touched = Date.now();
  let told = touched;
  const touch = () => {
    touched = Date.now();
    if (touched - told < 4 * 60_000 || state.net !== "on") return;
    told = touched;
    void call(currentStaff, { signedOut: "tell" });
  };
  for (const event of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(event, touch, { passive: true });
  const look = () => state.store && Date.now() - touched > STAFF_IDLE_MINUTES * 60_000 && location.reload();
  addEventListener("visibilitychange", look);
  setInterval(look, 10_000);
}

async function sayWho(): Promise<void> {
  const answer = await call(currentStaff, { signedOut: "tell" });
  if (answer.is !== "value") return;
  const { name, workNumber, grants } = answer.value;
  byId("who").replaceChildren(element("b", { lang: "zh-CN" }, name), element("span", {}, workNumber));
  for (const link of Array.from(byId("where").querySelectorAll<HTMLElement>("[data-roles]")))
    link.hidden = !(link.dataset["roles"] ?? "").split(" ").some((role) => grants.some((grant) => grant.role === role));
  byId("sign-out").hidden = false;
  byId("sign-out").onclick = async () => {
    const left = await call(signOutStaff, { signedOut: "tell" });
    if (left.is === "outage") return showUnread(left.outage, { ...words, readOutage: words.notSignedOut, readOutageText: "" });
    location.assign(here("/staff/sign-in?bye=1"));
  };
}

async function start(): Promise<void> {
  openRoad();
  openLists();
  openEvents();
  openForms();
  openFounds();
  keepGoing();
  addEventListener("hashchange", () => void show());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // the back button shows nothing that was locked
  byId("work").hidden = false;
  drawBar();
  beginWorker();
  watchIdle();
  try {
    state.colleagues = await ofColleagues(tabletShelf, undefined);
  } catch {
    showNotice(words.noStore, [], "warn");
  }
  await askLists();
  if (state.net === "on") void sayWho();
  await drawLock();
  await show();
}

void start();
