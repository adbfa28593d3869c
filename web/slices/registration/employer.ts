// Which employer it is, and whether it may hear who says so.
import * as v from "valibot";
import { Employer } from "../../../shared/registration.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { detailSays } from "../../messages/declaration.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { employerIn, LONGEST_NAME } from "../change/employer.ts";
import { carryOn, openForm } from "../change/form.ts";
import { asksEmployer, codesIn, mustNameEmployer } from "../declaration/said.ts";
import { Bare } from "./answer.ts";
import { about, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { pageAfter } from "./order.ts";
import { named, nameFields, setSeen, standingHere } from "./prefix.ts";
import { reasonTyped } from "./said.ts";

type Says = "employer.missing" | "employer.long" | "text.signs" | "credit.wrong";
const words = wordsOnPage<RegistrationWords & Pick<Record<keyof typeof detailSays.zh, string>, Says>>();
let codes: readonly string[] = [];

function leave(): Complaint[] {
  const wrong = (name: string, text: string) => [{ field: named(name), text }];
  const employer = employerIn(standingHere());
  setSeen(pageAfter("/employer", codes) === "");
  if (!employer.name && !employer.code && !mustNameEmployer(codes)) return [];
  if (!employer.name) return wrong("employer.name", words["employer.missing"]);
  if (employer.name.length > LONGEST_NAME) return wrong("employer.name", fill(words["employer.long"], { n: LONGEST_NAME }));
  if (/\p{C}/u.test(employer.name)) return wrong("employer.name", words["text.signs"]);
  const fits: boolean = v.is(Employer, employer);
  return fits ? [] : wrong("employer.number", fill(words["credit.wrong"], { now: employer.code?.length ?? 0 }));
}

if (nameFields())
  void openForm(registrationOf(Bare, words), words, (_, kept) => {
    codes = codesIn(reasonTyped(kept, about));
    if (!asksEmployer(codes)) location.replace(pageOf("/reasons", about)); // sent already, or never begun
    byId("may-hear").hidden = !mustNameEmployer(codes);
    return { steps: [{ name: "employer", done: () => false, leave }] };
  }).then((opened) => carryOn(opened, words, () => pageOf(pageAfter("/employer", codes), about)));
