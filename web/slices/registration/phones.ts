import * as v from "valibot";
import { Landline } from "../../../shared/kernel/fields.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { phonesPageSays } from "../../messages/registration-says.ts";
import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm, theForm, typed } from "../change/form.ts";
import { Form } from "./answer.ts";
import { answered, child, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof phonesPageSays.zh, string>>();

function leave(): Complaint[] {
  const card = typed("card") ? [] : [{ field: "card", text: words["card.missing"] }];
  if (!typed("landline")) return [...card, { field: "landline", text: words["landline.missing"] }];
  const isRight = typed("landline") !== "new" || v.is(Landline, typed("landline.number"));
  return isRight ? card : [...card, { field: "landline.number", text: words["landline.wrong"] }];
}

const follow = () => {
  byId("newLandline").hidden = typed("landline") !== "new";
};

void openForm(registrationOf(Form, words, typedOf), words, ({ landline, mobile }) => {
  byId("mobileNow").textContent = mobile?.masked ?? words.noMobile;
  byId("mobileChange").hidden = child !== undefined; // a child's number is the parent's to change at the desk
  const keep = byId("landline-1");
  keep.closest<HTMLElement>(".pick")!.hidden = !landline?.masked;
  keep.nextElementSibling!.querySelector("span")!.textContent = landline?.masked ?? "";
  theForm().addEventListener("change", follow);
  follow();
  return { steps: [{ name: "phones", done: () => false, leave: () => answered(leave()), shown: follow }] };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
