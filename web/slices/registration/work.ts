import * as v from "valibot";
import { instantAt, PlainDate } from "../../../shared/kernel/calendar.ts";
import { Work } from "../../../shared/registration/form.ts";
import { workRules } from "../../../shared/registration/rules/work.ts";
import { Employer } from "../../../shared/registration.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import type { workPageSays } from "../../messages/registration-says.ts";
import { fill, wordsFor, wordsOnPage } from "../../words.ts";
import { employerIn, LONGEST_NAME } from "../change/employer.ts";
import { carryOn, openForm, theForm, typed } from "../change/form.ts";
import { Form } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof workPageSays.zh, string>>();

let birth: string | undefined;
const isEmployed = () => typed("work") === "EMPLOYED";
const follow = () => {
  byId("employer").hidden = !isEmployed();
};

/** What the form's rules say of an age; the API asks them all. */
function byAge(): Complaint[] {
  const work = v.parse(Work, { without: typed("work") });
  const born = v.safeParse(PlainDate, birth);
  const situation = { filled: { work }, now: instantAt(Date.now()), birth: born.success ? born.output : undefined };
  const found = workRules.map((rule) => rule(situation)).filter((each) => each !== undefined);
  return found.map(({ code }) => ({ field: "work", text: wordsFor(code, words) }));
}

function leave(): Complaint[] {
  if (!typed("work")) return [{ field: "work", text: words["work.missing"] }];
  if (!isEmployed()) return byAge();
  const employer = employerIn(typedIn(theForm()));
  if (!employer.name) return [{ field: "employer.name", text: words["employer.missing"] }];
  if (employer.name.length > LONGEST_NAME)
    return [{ field: "employer.name", text: fill(words["employer.long"], { n: LONGEST_NAME }) }];
  const fits: boolean = v.is(Employer, employer);
  return fits ? [] : [{ field: "employer.number", text: fill(words["credit.wrong"], { now: employer.code?.length ?? 0 }) }];
}

void openForm(registrationOf(Form, words, typedOf), words, ({ person }) => {
  birth = person.birth;
  theForm().addEventListener("change", follow);
  return { steps: [{ name: "work", done: () => false, leave: () => answered(leave()), shown: follow }] };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
