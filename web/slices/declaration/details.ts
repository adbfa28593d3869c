// What a reason asks for besides: the employer, the day of coming back, the month of graduation, own words.
import * as v from "valibot";
import { datesAhead } from "../../../shared/declaration/rules.ts";
import { instantAt, PlainMonth } from "../../../shared/kernel/calendar.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import { Employer } from "../../../shared/registration.ts";
import { byId } from "../../dom.ts";
import type { Typed } from "../../drafts.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { dateIn } from "../../lang.ts";
import type { detailSays } from "../../messages/declaration.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsFor, wordsOnPage } from "../../words.ts";
import { employerIn, LONGEST_NAME } from "../change/employer.ts";
import { type ChangeWords, carryOn, openForm, theForm } from "../change/form.ts";
import type { Step } from "../change/steps.ts";
import { insurance, pageOf, theDeclaration, today, wayOf } from "./form.ts";
import * as said from "./said.ts";

const words = wordsOnPage<ChangeWords & Record<keyof typeof detailSays.zh | "noMemory", string>>();
const LONGEST_TEXT = 200;

let codes: readonly string[] = [];
const now = (): Typed => typedIn(theForm());
const readUntil = () => readDate(now()["until"] ?? "", { asOf: today(), future: true });
/** As it was understood, for the page that sends it. */
const keptUntil = () => byId("kept-until") as HTMLInputElement;

function aboutEmployer(): Complaint[] {
  const employer = employerIn(now());
  if (!employer.name && !employer.code && !said.mustNameEmployer(codes)) return [];
  if (!employer.name) return [{ field: "employer.name", text: words["employer.missing"] }];
  if (employer.name.length > LONGEST_NAME)
    return [{ field: "employer.name", text: fill(words["employer.long"], { n: LONGEST_NAME }) }];
  if (/\p{C}/u.test(employer.name)) return [{ field: "employer.name", text: words["text.signs"] }];
  const fits: boolean = v.is(Employer, employer);
  return fits ? [] : [{ field: "employer.number", text: fill(words["credit.wrong"], { now: employer.code?.length ?? 0 }) }];
}

/** What the rules say of one of them. */
const ruled = (field: string, reason: Parameters<typeof datesAhead>[0]["declaration"]["reasons"][number]): Complaint[] => {
  const found = insurance && datesAhead({ declaration: { insurance, reasons: [reason] }, now: instantAt(Date.now()) });
  return found ? [{ field, text: wordsFor(found.code, words) }] : [];
};

function aboutUntil(): Complaint[] {
  const until = readUntil();
  keptUntil().value = until.ok ? until.value : "";
  if (!now()["until"]) return [];
  if (until.ok) return ruled("until", { code: "O01", until: until.value });
  const texts: Record<string, string> = words;
  return [{ field: "until", text: texts[until.refusal] ?? words["date.unreadable"] }];
}

function aboutGraduation(): Complaint[] {
  const month = v.safeParse(PlainMonth, said.graduationIn(now()));
  if (!month.success) return [{ field: "graduation.year", text: words["month.wrong"] }];
  return ruled("graduation.year", { code: "O05", graduation: month.output });
}

function aboutText(): Complaint[] {
  const text = said.textIn(now());
  const wrong = (what: string) => [{ field: "text", text: what }];
  if (!text) return wrong(words["text.missing"]);
  if (text.length > LONGEST_TEXT) return wrong(fill(words["text.long"], { n: LONGEST_TEXT }));
  return /\p{C}/u.test(text) ? wrong(words["text.signs"]) : [];
}

/** What was understood stands under the field while it is typed: nothing is corrected silently. */
function sayUnderstood(): void {
  const read = readUntil();
  byId("understood").hidden = !read.ok;
  byId("understood").textContent = read.ok ? fill(words.understood, { date: dateIn(langOfPage(), read.value) }) : "";
}

type Detail = Omit<Step, "applies" | "done" | "leave"> & { asked(codes: readonly string[]): boolean; leave(): Complaint[] };
const all: readonly Detail[] = [
  { name: "employer", asked: said.asksEmployer, leave: aboutEmployer },
  { name: "until", asked: said.asksUntil, leave: aboutUntil, shown: sayUnderstood },
  { name: "graduation", asked: said.asksGraduation, leave: aboutGraduation },
  { name: "words", asked: said.asksText, leave: aboutText },
];

void openForm(
  theDeclaration,
  words,
  (_, kept) => {
    codes = said.codesIn(kept);
    const asked = all.filter((step) => step.asked(codes));
    if (asked.length === 0) location.replace(pageOf("")); // sent already, or never begun
    byId("may-hear").hidden = !said.mustNameEmployer(codes);
    byId("until").oninput = sayUnderstood;
    const steps = asked.map((step, index) => ({
      ...step,
      done: () => index < asked.length - 1 && step.leave().length === 0,
    }));
    return { steps: steps.length > 0 ? steps : [{ ...all[0]!, done: () => false }] };
  },
  wayOf("/details", () => codes),
).then((opened) => carryOn(opened, words, () => pageOf(said.pageAfter("/details", codes))));
