// My insurance: one call, and the page says it. Until then, and when it cannot be read, every row says so: an outage never
// looks like "not insured" (design 2.7).
import { readShown } from "../../shared/check/seen.ts";
import { byId, element } from "../dom.ts";
import { here, langOfPage } from "../paths.ts";
import { wordsOnPage } from "../words.ts";
import { rich } from "./check/draw.ts";
import { drawInsurance } from "./check/insurance.ts";
import type { Whole } from "./check/mine.ts";
import { drawMonths } from "./check/months.ts";
import { readRecord } from "./check/read.ts";
import { type CheckWords, type Says, stepsOf, summaryOf } from "./check/words.ts";

const words = wordsOnPage<CheckWords>();
const mine: Promise<typeof import("./check/mine-zh.ts")> = import(byId("rest").dataset["then"]!);

readRecord(readShown, words, (reply) => {
  if (reply.limited) location.replace(here("/check-limited"));
  else show(reply);
});

function show(reply: Whole): void {
  const places = new Map(reply.places.map(({ division, name }) => [division as string, name]));
  const says: Says = { words, lang: langOfPage(), places, waiting: reply.waiting };
  for (const view of reply.insurances) drawInsurance(view, says);

  const { person } = reply;
  const { title, text } = summaryOf(reply.insurances, says);
  const needed = reply.insurances.some(({ state }) => state === "needs-you");
  byId("who").append(
    element("span", {}, person.name),
    element("data", { value: person.number }, person.number),
    element("span", {}, reply.employment && words[reply.employment.status]),
    person.verified === "unverified" ? words.unverified : "",
  );
  byId("summary").append(
    element(
      "div",
      { class: needed ? "note warn" : "note" },
      element("h2", {}, title),
      element("p", {}, text),
      needed && element("p", {}, element("a", { href: "#next" }, words.seeNext)),
    ),
  );

  const steps = stepsOf(reply.insurances, says).map((step) => element("li", {}, element("p", {}, ...rich(step))));
  const months = drawMonths(
    reply.insurances.flatMap((view) => (view.insured ? [view] : [])),
    says,
  );
  const next = element(
    "section",
    { class: "side", "aria-labelledby": "next" },
    element("h2", { id: "next", tabindex: "-1" }, words.next),
    steps.length > 0 ? element("ol", {}, ...steps) : element("p", {}, words.nothingNext),
    element(
      "div",
      { class: "acts" },
      element("a", { class: "btn", href: here("/change") }, words.toChange),
      element("a", { href: here("/submissions") }, words.toSubmissions),
    ),
  );
  const details = element("section", { class: "sheet" });
  mine.then(
    ({ drawMine }) => details.replaceWith(drawMine(reply, says)),
    () => details.append(words.readOutage), // above the way to all of it
  );
  byId("rest").append(
    months ? element("div", { class: "duo" }, months, next) : next,
    details,
    element(
      "p",
      { class: "src" },
      element("a", { href: here("/access-log") }, words.noted),
      " ",
      element("a", { href: here("/my-data") }, words.toMyData),
    ),
  );
}

addEventListener("beforeprint", () => {
  for (const details of Array.from(document.querySelectorAll("details"))) details.open = true;
});
