// The reviewer's page: what was done at each door of a list, confirmed or given back with a reason.

import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { clearNotice, showUnread } from "../../../notice.ts";
import { enterStaff } from "../../../staff/session.ts";
import { listVisits, readVisit } from "../../../visits/routes.ts";
import type { ListHead } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { card } from "./review-card.ts";
import { type Visit, words } from "./review-words.ts";

const AT_ONCE = 4; // a list has forty households at most

const which = () => byId("which") as HTMLSelectElement;

let lists: readonly ListHead[] = [];

/** Few at a time: each is a question of its own. */
async function visitsOf(list: ListHead): Promise<Visit[] | undefined> {
  const names = Array.from({ length: list.households }, (_, nth) => `${list.list}-${String(nth + 1).padStart(3, "0")}`);
  const found: Visit[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const answers = await Promise.all(names.slice(at, at + AT_ONCE).map((visit) => call(readVisit, { params: { visit } })));
    for (const answer of answers) {
      if (answer.is === "value") found.push(answer.value.visit);
      if (answer.is !== "outage") continue;
      showUnread(answer.outage, words);
      return undefined;
    }
  }
  return found;
}

async function openList(): Promise<void> {
  const list = lists.find((each) => each.list === which().value);
  byId("visits").replaceChildren();
  byId("said").textContent = "";
  if (!list) return;
  const visits = await visitsOf(list);
  if (!visits || which().value !== list.list) return;
  const drawn = (visit: Visit) => card(visit, openList);
  const waiting = visits.filter(({ state }) => state === "visited");
  const others = visits.filter(({ state }) => state !== "visited");
  byId("said").textContent = waiting.length > 0 ? fill(words.waiting, { n: waiting.length }) : words.none;
  byId("visits").append(
    ...waiting.map(drawn),
    ...(others.length > 0 ? [element("h2", {}, fill(words.other, { n: others.length })), ...others.map(drawn)] : []),
  );
}

async function start(): Promise<void> {
  if (!(await enterStaff(words, ["checker"]))) return;
  const answer = await call(listVisits, {});
  if (answer.is === "outage") return showUnread(answer.outage, words);
  lists = answer.is === "value" ? answer.value.lists : [];
  if (lists.length === 0) byId("said").textContent = words.noLists;
  const option = (list: ListHead) => {
    const n = list.states["visited"] ?? 0;
    return element("option", { value: list.list }, fill(words.list, { village: list.village, name: list.visitor.name, n }));
  };
  which().append(...[...lists].sort((a, b) => (b.states["visited"] ?? 0) - (a.states["visited"] ?? 0)).map(option));
  which().onchange = () => {
    clearNotice();
    void openList();
  };
}

void start();
