// A village's insurances as a picture; each gap leads to somebody who goes there.

import * as v from "valibot";
import { DivisionCode } from "../../../../shared/kernel/fields.ts";
import { covers } from "../../../../shared/staff/regions.ts";
import { newUuid } from "../../../attempt.ts";
import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { dateIn } from "../../../lang.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { cellWords, coverageSays } from "../../../messages/visits-coverage.ts";
import { clearNotice, showNotice, showUnread } from "../../../notice.ts";
import { here, langOfPage } from "../../../paths.ts";
import { enterStaff, type Here, rolesOf } from "../../../staff/session.ts";
import { classes, countsOf, gapsOf, hasGap, insuranceOrder, pathsOf, shapeAt, sizeOf } from "../../../visits/picture.ts";
import {
  type Coverage,
  type CoveredHousehold,
  giveList,
  listVillages,
  listVisitors,
  MOST_HOUSEHOLDS,
  readCoverage,
} from "../../../visits/routes.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { countiesIn } from "../../change/lists.ts";

const words = wordsOnPage<StaffWords & Record<keyof typeof cellWords.zh | keyof typeof coverageSays.zh, string>>();
const said: Readonly<Record<string, string>> = words;
const SVG = "http://www.w3.org/2000/svg";
const select = (id: string) => byId(id) as HTMLSelectElement;
const form = () => byId("give") as HTMLFormElement;
let gives = false;
let shown: CoveredHousehold[] = [];
let about: Coverage | undefined;
let attempt = newUuid();

const option = (value: string, text: string) => element("option", { value }, text);
const drawing = (tag: "svg" | "path", attributes: Record<string, string>): SVGElement => {
  const made = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]!);
  return made;
};

function picture(household: CoveredHousehold): SVGElement {
  const { width, height } = sizeOf(household.members.length);
  const svg = drawing("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    "aria-hidden": "true",
  });
  svg.append(
    ...pathsOf(household).map(({ cell, d }) => drawing("path", { class: classes[cell] ?? "", d, "fill-rule": "evenodd" })),
  );
  return svg;
}

/** What is read out of a household. */
function nameOf(household: CoveredHousehold): string {
  const gaps = gapsOf(household).map(({ insurance, cell, n }) =>
    fill(words.homeGap, { name: said[`ins.${insurance}`] ?? "", cell: said[`cell.${cell}`] ?? "", n }),
  );
  const comma = langOfPage() === "zh" ? "，" : ", ";
  return [
    fill(words.home, { n: household.short, people: household.members.length }),
    ...(gaps.length > 0 ? gaps : [words.homeFull]),
  ].join(comma);
}

/** Who gives out lists ticks it; who visits goes there. */
function tile(household: CoveredHousehold): HTMLElement {
  const kind = hasGap(household) ? "home gap" : "home";
  const number = element("span", { class: "no" }, household.short);
  if (!gives) {
    const link = element("a", {
      href: `${here("/staff/visits")}#house/${household.household}`,
      "aria-label": `${nameOf(household)}: ${words.visit}`,
    });
    link.append(picture(household), number);
    return element("li", { class: kind }, link);
  }
  const id = `h-${household.household}`;
  const input = element("input", {
    type: "checkbox",
    id,
    name: "household",
    value: household.household,
    "aria-label": nameOf(household),
  });
  const label = element("label", { for: id });
  label.append(picture(household), number);
  return element("li", { class: kind }, input, label);
}

function table(): HTMLElement {
  const head = [
    words.householdColumn,
    words.relation,
    ...insuranceOrder.map((insurance) => said[`ins.${insurance}`] ?? ""),
    words.confirmedColumn,
  ];
  const rows = shown.flatMap(({ short, members }) =>
    members.map(({ relation, cells, confirmed }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, short),
        element("td", {}, said[`relation.${relation.slice(0, 1)}`] ?? relation),
        ...insuranceOrder.map((insurance) => element("td", {}, said[`cell.${cells[insurance]}`] ?? "")),
        element("td", {}, confirmed ? words.confirmedYes : words.confirmedNo),
      ),
    ),
  );
  const columns = element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)));
  return element("table", {}, element("thead", {}, columns), element("tbody", {}, ...rows));
}

function draw(): void {
  const { village, asOf, next } = about!;
  byId("picture").hidden = shown.length === 0;
  byId("summary").textContent = shown.length === 0 ? words.none : fill(words.summary, { village, ...countsOf(shown) });
  byId("as-of").textContent = [
    fill(words.asOf, { date: dateIn(langOfPage(), asOf) }),
    next && fill(words.more, { n: shown.length }),
  ]
    .filter(Boolean)
    .join(" ");
  const states = ["insured", "missing", "stopped", "open"];
  const people = shown.flatMap(({ members }) => members);
  byId("totals")
    .querySelector("tbody")!
    .replaceChildren(
      ...insuranceOrder.map((insurance) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, said[`ins.${insurance}`] ?? ""),
          ...states.map((cell) => element("td", {}, String(people.filter(({ cells }) => cells[insurance] === cell).length))),
        ),
      ),
    );
  byId("map").replaceChildren(...shown.map(tile));
  byId("more").hidden = !next;
  form().hidden = !gives || shown.length === 0;
  drawTable();
  count();
}

/** Some thousand cells: only when somebody wants them as words. */
function drawTable(): void {
  const details = byId("as-table");
  byId("rows").replaceChildren(...(details instanceof HTMLDetailsElement && details.open ? [table()] : []));
}

const boxes = () => Array.from(byId("map").querySelectorAll<HTMLInputElement>("input"));
const chosen = () => boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
function count(): void {
  const n = chosen().length;
  byId("chosen").textContent = n > MOST_HOUSEHOLDS ? fill(words.most, { n: MOST_HOUSEHOLDS }) : fill(words.chosen, { n });
}

async function openVillage(after?: string): Promise<void> {
  const [division, village] = [select("county").value, select("village").value];
  clearNotice();
  if (!village) return;
  history.replaceState(null, "", `${location.pathname}?${new URLSearchParams({ division, village })}`);
  const answer = await call(readCoverage, { query: { division, village, ...(after && { after }) } });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") {
    shown = [];
    byId("picture").hidden = true;
    byId("summary").textContent =
      answer.type === "not-found" ? words.none : (said[`problem.${answer.type}`] ?? words["problem.refused"]);
    return;
  }
  shown = after ? [...shown, ...answer.value.households] : answer.value.households;
  about = answer.value;
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
    gives ? call(listVisitors, { query: { division } }) : undefined,
  ]);
  if (villages.is === "outage") return showUnread(villages.outage, words);
  const names = villages.is === "value" ? villages.value.villages : [];
  byId("summary").textContent = names.length === 0 ? words.noVillages : words.noneChosen;
  list.append(...names.map(({ name }) => option(name, name)));
  const who = select("visitor");
  who.replaceChildren(who.options[0]!);
  if (visitors?.is === "value") {
    who.append(...visitors.value.visitors.map(({ staffId, name, workNumber }) => option(staffId, `${name} ${workNumber}`)));
    if (visitors.value.visitors.length === 0 && gives) showNotice(words.noVisitors, [], "warn");
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

function openGiving(): void {
  byId("map").addEventListener("change", count);
  byId("pick-gaps").onclick = () => {
    const gaps = new Set(
      shown
        .filter(hasGap)
        .slice(0, MOST_HOUSEHOLDS)
        .map(({ household }) => household),
    );
    for (const box of boxes()) box.checked = gaps.has(box.value);
    count();
  };
  byId("pick-none").onclick = () => {
    for (const box of boxes()) box.checked = false;
    count();
  };
  onSubmit(form(), words, async () => {
    clearNotice();
    const { visitor = "", until = "" } = typedIn(form());
    const households = chosen();
    const wrong = [
      ...(households.length === 0 ? [{ text: words.noHouseholds }] : []),
      ...(households.length > MOST_HOUSEHOLDS ? [{ text: fill(words.most, { n: MOST_HOUSEHOLDS }) }] : []),
      ...(visitor ? [] : [{ field: "visitor", text: words.noVisitor }]),
    ];
    showErrors(form(), wrong, words);
    if (wrong.length > 0) return;
    const body = { division: about!.division, village: about!.village, visitor, households, ...(until && { until }) };
    const answer = await call(giveList, { body, attemptKey: attempt });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    attempt = newUuid();
    if (answer.is === "problem") return refused(answer.problem.findings, households, answer.type);
    for (const box of boxes()) box.checked = false;
    count();
    const name = select("visitor").selectedOptions[0]?.text ?? "";
    showNotice(fill(words.given, { list: answer.value.list, name, n: answer.value.households }), [words.givenText]);
    scrollTo(0, 0);
  });
}

function refused(
  findings: readonly { code: string; path: readonly string[] }[],
  households: readonly string[],
  type: string,
): void {
  const taken = findings.filter(({ code }) => code === "visit.given-already").map(({ path }) => households[Number(path[1])]);
  for (const box of boxes()) if (taken.includes(box.value)) box.checked = false;
  count();
  const texts = [
    ...(taken.length > 0 ? [fill(words.already, { n: taken.length })] : []),
    ...findings.filter(({ code }) => code !== "visit.given-already").map(({ code }) => said[code] ?? words["problem.refused"]),
  ];
  showErrors(
    form(),
    texts.length > 0 ? texts.map((text) => ({ text })) : [{ text: said[`problem.${type}`] ?? words["problem.refused"] }],
    words,
  );
}

async function start(): Promise<void> {
  const staff = await enterStaff(words, ["visitor", "handler", "officer"]);
  if (!staff) return;
  gives = rolesOf(staff).some((role) => role === "handler" || role === "officer");
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
  byId("more").onclick = () => void openVillage(about?.next);
  byId("only").onchange = () => byId("map").classList.toggle("only", (byId("only") as HTMLInputElement).checked);
  byId("as-table").addEventListener("toggle", drawTable);
  byId("rows").tabIndex = 0; // wider than a tablet, and moved sideways by keys too
  openGiving();
  await openCounty(asked.get("village") ?? "");
}

void start();
