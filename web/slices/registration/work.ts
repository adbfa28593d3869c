import * as v from "valibot";
import { Employer } from "../../../shared/registration.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import type { workPageSays } from "../../messages/registration-says.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { employerIn, LONGEST_NAME } from "../change/employer.ts";
import { carryOn, openForm, theForm, typed } from "../change/form.ts";
import { Form } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof workPageSays.zh, string>>();

const isEmployed = () => typed("work") === "EMPLOYED";
const follow = () => {
  byId("employer").hidden = !isEmployed();
};

function leave(): Complaint[] {
  if (!typed("work")) return [{ field: "work", text: words["work.missing"] }];
  if (!isEmployed()) return [];
  const employer = employerIn(typedIn(theForm()));
  if (!employer.name) return [{ field: "employer.name", text: words["employer.missing"] }];
  if (employer.name.length > LONGEST_NAME)
    return [{ field: "employer.name", text: fill(words["employer.long"], { n: LONGEST_NAME }) }];
  const fits: boolean = v.is(Employer, employer);
  return fits ? [] : [{ field: "employer.number", text: fill(words["credit.wrong"], { now: employer.code?.length ?? 0 }) }];
}

void openForm(registrationOf(Form, words, typedOf), words, () => {
  theForm().addEventListener("change", follow);
  return { steps: [{ name: "work", done: () => false, leave: () => answered(leave()), shown: follow }] };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
