// What a reason asks for besides: the day of coming back, the month of graduation, own words.
import * as v from "valibot";
import { datesAhead } from "../../../shared/declaration/rules.ts";
import { instantAt, PlainMonth } from "../../../shared/kernel/calendar.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import { Insurance } from "../../../shared/registration.ts";
import { byId } from "../../dom.ts";
import type { Typed } from "../../drafts.ts";
import type { Complaint } from "../../errors.ts";
import { dateIn } from "../../lang.ts";
import type { detailSays } from "../../messages/declaration.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsFor, wordsOnPage } from "../../words.ts";
import { carryOn, openForm } from "../change/form.ts";
import type { Step } from "../change/steps.ts";
import { today } from "../declaration/form.ts";
import * as said from "../declaration/said.ts";
import { Bare } from "./answer.ts";
import { about, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { pageAfter } from "./order.ts";
import { named, nameFields, setSeen, standingHere } from "./prefix.ts";
import { reasonTyped } from "./said.ts";

type Words = RegistrationWords & Record<keyof typeof detailSays.zh, string>;
const words = wordsOnPage<Words>();
const LONGEST_TEXT = 200;
let codes: readonly string[] = [];

const now = (): Typed => standingHere();
const wrong = (name: string, text: string): Complaint[] => [{ field: named(name), text }];
const readUntil = () => readDate(now()["until"] ?? "", { asOf: today(), future: true });

/** What the rules say of one of them. */
function ruled(name: string, reason: Parameters<typeof datesAhead>[0]["declaration"]["reasons"][number]): Complaint[] {
  const insurance = v.parse(Insurance, about);
  const found = datesAhead({ declaration: { insurance, reasons: [reason] }, now: instantAt(Date.now()) });
  return found ? wrong(name, wordsFor(found.code, words)) : [];
}

function aboutUntil(): Complaint[] {
  const until = readUntil();
  (byId("kept-until") as HTMLInputElement).value = until.ok ? until.value : "";
  if (!now()["until"]) return [];
  if (until.ok) return ruled("until", { code: "O01", until: until.value });
  const texts: Record<string, string> = words;
  return wrong("until", texts[until.refusal] ?? words["date.unreadable"]);
}

function aboutGraduation(): Complaint[] {
  const month = v.safeParse(PlainMonth, said.graduationIn(now()));
  if (!month.success) return wrong("graduation.year", words["month.wrong"]);
  return ruled("graduation.year", { code: "O05", graduation: month.output });
}

function aboutText(): Complaint[] {
  const text = said.textIn(now());
  if (!text) return wrong("text", words["text.missing"]);
  if (text.length > LONGEST_TEXT) return wrong("text", fill(words["text.long"], { n: LONGEST_TEXT }));
  return /\p{C}/u.test(text) ? wrong("text", words["text.signs"]) : [];
}

/** What was understood stands under the field while it is typed: nothing is corrected silently. */
function sayUnderstood(): void {
  const read = readUntil();
  byId("understood").hidden = !read.ok;
  byId("understood").textContent = read.ok ? fill(words.understood, { date: dateIn(langOfPage(), read.value) }) : "";
}

type Detail = { name: string; asked(codes: readonly string[]): boolean; leave(): Complaint[]; shown?(): void };
const all: readonly Detail[] = [
  { name: "until", asked: said.asksUntil, leave: aboutUntil, shown: sayUnderstood },
  { name: "graduation", asked: said.asksGraduation, leave: aboutGraduation },
  { name: "words", asked: said.asksText, leave: aboutText },
];

if (nameFields())
  void openForm(registrationOf(Bare, words), words, (_, kept) => {
    codes = said.codesIn(reasonTyped(kept, about));
    const asked = all.filter((step) => step.asked(codes));
    if (asked.length === 0) location.replace(pageOf("/reasons", about)); // sent already, or never begun
    byId("until").oninput = sayUnderstood;
    const steps = (asked.length > 0 ? asked : all.slice(0, 1)).map(
      (step, index): Step => ({
        ...step,
        done: () => index < asked.length - 1 && step.leave().length === 0,
        leave() {
          const found = step.leave();
          setSeen(found.length === 0 && index === asked.length - 1 && pageAfter("/details", codes) === "");
          return found;
        },
      }),
    );
    return { steps };
  }).then((opened) => carryOn(opened, words, () => pageOf(pageAfter("/details", codes), about)));
