import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm } from "../change/form.ts";
import { Form } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<RegistrationWords>();

/** What is registered, or was ticked before, is not hidden among the rare ones. */
function openOlder(): void {
  for (const details of Array.from(document.querySelectorAll("details")))
    details.open = details.querySelector(":checked") !== null;
}

void openForm(registrationOf(Form, words, typedOf), words, () => {
  openOlder();
  return { steps: [{ name: "insurances", done: () => false, leave: () => answered([]) }] };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
