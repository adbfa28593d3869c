// How entries of a field look: most are their lines; payments, changes, submissions and looks have a shape of their own.
import { element } from "../../dom.ts";
import { fill } from "../../words.ts";
import { isObject, labelOf, linesOf, type Says, valueIn, yuan } from "./value.ts";

export type Entry = Readonly<Record<string, unknown>>;
type Draw = (entry: Entry, says: Says) => Node[];

const TRACE = ["source", "asOf", "recordedAt", "acceptedAt", "file"];

export const drawEntry = (field: string, entry: Entry, says: Says): HTMLElement =>
  element("li", {}, ...(shapes[field] ?? lines)(entry, says));

const lines: Draw = (entry, says) => {
  const names = Object.keys(entry).filter((name) => !TRACE.includes(name));
  const own = Object.fromEntries(names.map((name) => [name, entry[name]]));
  const [only] = names;
  const alone = names.length === 1 && only && !isObject(entry[only]) && !Array.isArray(entry[only]);
  return [
    alone ? element("p", {}, valueIn(only, entry[only], says)) : listOf(own, says),
    ...(entry["source"] ? [element("p", { class: "src" }, traceOf(entry, says))] : []),
  ];
};

const listOf = (value: Entry, says: Says) =>
  element(
    "dl",
    { class: "pairs" },
    ...linesOf(value, says).map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, text))),
  );

const traceOf = (entry: Entry, says: Says): string =>
  ["source", "asOf", "recordedAt"]
    .flatMap((name) => (entry[name] ? [labelOf(name, says) + says.shown.says.colon + valueIn(name, entry[name], says)] : []))
    .join(says.shown.says.comma);

const text = (entry: Entry, name: string, says: Says) => (entry[name] === undefined ? "" : valueIn(name, entry[name], says));
const joined = (...pieces: string[]) => pieces.filter(Boolean).join(" · ");

const paidYear: Draw = (entry, says) => {
  const months = Array.isArray(entry["months"]) ? entry["months"].filter(isObject) : [];
  const paid = months.filter(({ state }) => state === "paid");
  const sum = yuan(paid.reduce((all, { personal }) => all + Number(personal), 0));
  const names = ["base", "personal", "unit", "subsidy"];
  const head = element(
    "tr",
    {},
    ...["month", "state", ...names].map((name) => element("th", { scope: "col" }, labelOf(name, says))),
  );
  const rows = months.map((month) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, fill(says.shown.says.monthOf, { n: Number(month["month"]) })),
      element("td", {}, text(month, "state", says)),
      ...names.map((name) => element("td", { class: "num" }, yuan(Number(month[name])))),
    ),
  );
  const table = element(
    "div",
    { class: "scroll", tabindex: "0" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)),
  );
  return [
    element("p", {}, joined(String(entry["year"]), text(entry, "scheme", says), text(entry, "region", says))),
    element("p", {}, fill(says.shown.says.paidSum, { n: paid.length, sum })),
    element("details", {}, element("summary", {}, says.shown.says.details), table),
  ];
};

const ITEMS: Readonly<Record<string, string>> = {
  REASON: "reason",
  JOINING: "joinings",
  ENROLMENT: "enrolments",
  REGISTRATION: "name",
};
const itemOf = (key: string) => {
  const [kind = "", name = ""] = key.split("#");
  return kind === "FACT" ? name : key.includes("#PAID#") ? "paidMonths" : (ITEMS[kind] ?? "");
};

const change: Draw = (entry, says) => {
  const moved = [entry["before"], entry["after"]].flatMap((side) => (isObject(side) ? Object.keys(side) : []));
  const what = [...new Set(moved.map(itemOf).filter(Boolean))].map((field) => says.labels[`field.${field}`] ?? field);
  return [
    element("p", {}, fill(says.shown.says.changed, { what: what.join(says.shown.says.comma) })),
    element(
      "p",
      { class: "src" },
      joined(
        text(entry, "recordedAt", says),
        text(entry, "by", says),
        text(entry, "channel", says),
        text(entry, "receipt", says),
      ),
    ),
  ];
};

const submission: Draw = (entry, says) => {
  const { content, ...rest } = entry;
  if (!isObject(content)) return lines(entry, says);
  const { slice, acceptedAt, ...inside } = content;
  return [
    element("p", {}, joined(valueIn("slice", slice, says), text(rest, "status", says), text(rest, "receipt", says))),
    element("p", { class: "src" }, valueIn("acceptedAt", acceptedAt, says)),
    element("details", {}, element("summary", {}, says.shown.says.content), listOf(inside, says)),
  ];
};

const look: Draw = (entry, says) => {
  const said: Readonly<Record<string, string>> = says.shown.says;
  const isQuiet = entry["quietUntil"] !== undefined && entry["at"] === undefined;
  const sentence = fill(said[isQuiet ? "look.quiet" : `look.${entry["kind"]}`] ?? text(entry, "kind", says), {
    by: text(entry, "by", says) || [text(entry, "agency", says), text(entry, "workNumber", says)].filter(Boolean).join(" "),
    reason: text(entry, "reason", says),
    until: text(entry, "quietUntil", says),
  });
  return [element("p", {}, sentence), element("p", { class: "src" }, text(entry, "at", says))];
};

const shapes: Readonly<Record<string, Draw>> = { paidMonths: paidYear, history: change, submissions: submission, looks: look };
