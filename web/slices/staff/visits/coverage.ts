// A village's insurances as a picture; each gap leads to somebody who goes there.

import * as v from "valibot";
import { DivisionCode } from "../../../../shared/kernel/fields.ts";
import { covers } from "../../../../shared/staff/regions.ts";
import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { clearNotice, showNotice, showUnread } from "../../../notice.ts";
import { enterStaff, type Here, rolesOf } from "../../../staff/session.ts";
import { listVillages, listVisitors, readCoverage } from "../../../visits/coverage-routes.ts";
import { classes, shapeAt } from "../../../visits/picture.ts";
import { countiesIn } from "../../change/lists.ts";
import { draw, drawing, drawTable } from "./coverage-drawn.ts";
import { openGiving } from "./coverage-give.ts";
import { here, said, select, words } from "./coverage-here.ts";

const option = (value: string, text: string) => element("option", { value }, text);

async function openVillage(after?: string): Promise<void> {
  const [division, village] = [select("county").value, select("village").value];
  clearNotice();
  if (!village) return;
  history.replaceState(null, "", `${location.pathname}?${new URLSearchParams({ division, village })}`);
  const answer = await call(readCoverage, { query: { division, village, ...(after && { after }) } });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") {
    here.shown = [];
    byId("picture").hidden = true;
    byId("summary").textContent =
      answer.type === "not-found" ? words.none : (said[`problem.${answer.type}`] ?? words["problem.refused"]);
    return;
  }
  here.shown = after ? [...here.shown, ...answer.value.households] : answer.value.households;
  here.about = answer.value;
  draw();
}

async function openCounty(wanted = ""): Promise<void> {
  const division = select("county").value;
  const list = select("village");
  list.replaceChildren(list.options[0]!);
  byId("picture").hidden = true;
  byId("summary").textContent = division ? "" : words.noneChosen;
  if (!division) return;
  const [villages, visitors] = await Promise.all([
    call(listVillages, { query: { division } }),
    here.gives ? call(listVisitors, { query: { division } }) : undefined,
  ]);
  if (villages.is === "outage") return showUnread(villages.outage, words);
  const names = villages.is === "value" ? villages.value.villages : [];
  byId("summary").textContent = names.length === 0 ? words.noVillages : words.noneChosen;
  list.append(...names.map(({ name }) => option(name, name)));
  const who = select("visitor");
  who.replaceChildren(who.options[0]!);
  if (visitors?.is === "value") {
    who.append(...visitors.value.visitors.map(({ staffId, name, workNumber }) => option(staffId, `${name} ${workNumber}`)));
    if (visitors.value.visitors.length === 0 && here.gives) showNotice(words.noVisitors, [], "warn");
  }
  list.value = wanted || (names.length === 1 ? (names[0]?.name ?? "") : "");
  await openVillage();
}

/** Counties of the regions that somebody has; a wider region offers all of its own. */
async function countiesOf({ grants }: Here): Promise<{ code: string; name: string }[]> {
  const regions = grants
    .filter(({ role }) => ["visitor", "handler", "officer"].includes(role))
    .flatMap(({ regions: each }) => each);
  const found = new Map<string, string>();
  for (const { code, name } of regions) {
    if (!code.endsWith("00")) found.set(code, name);
    else
      for (const county of (await countiesIn(code.slice(0, 2))) ?? []) {
        const parsed = v.safeParse(DivisionCode, county.code);
        if (parsed.success && covers(code, parsed.output)) found.set(county.code, county.place + county.name);
      }
  }
  return Array.from(found, ([code, name]) => ({ code, name }));
}

async function start(): Promise<void> {
  const staff = await enterStaff(words, ["visitor", "handler", "officer"]);
  if (!staff) return;
  here.gives = rolesOf(staff).some((role) => role === "handler" || role === "officer");
  for (const item of Array.from(byId("key").querySelectorAll<HTMLElement>("[data-cell]"))) {
    const cell = item.dataset["cell"] ?? "";
    const svg = drawing("svg", { viewBox: "0 0 12 12", width: "18", height: "18", "aria-hidden": "true" });
    svg.append(drawing("path", { class: classes[cell] ?? "", d: shapeAt(cell, 0, 0), "fill-rule": "evenodd" }));
    item.querySelector(".mark")!.replaceChildren(svg);
  }
  const asked = new URLSearchParams(location.search);
  const counties = await countiesOf(staff);
  select("county").append(...counties.map(({ code, name }) => option(code, name)));
  select("county").value = asked.get("division") ?? (counties.length === 1 ? (counties[0]?.code ?? "") : "");
  select("county").onchange = () => void openCounty();
  select("village").onchange = () => void openVillage();
  byId("more").onclick = () => void openVillage(here.about?.next);
  byId("only").onchange = () => byId("map").classList.toggle("only", (byId("only") as HTMLInputElement).checked);
  byId("as-table").addEventListener("toggle", drawTable);
  byId("rows").tabIndex = 0; // wider than a tablet, and moved sideways by keys too
  openGiving();
  await openCounty(asked.get("village") ?? "");
}

void start();
