// Where somebody is insured, or went: the last thing that a reason may ask.
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { hukouPageSays } from "../../messages/registration-says.ts";
import { showNotice } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm } from "../change/form.ts";
import { asksPlace, codesIn } from "../declaration/said.ts";
import { Places } from "./answer.ts";
import { about, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { openCounties } from "./places.ts";
import { named, nameFields, setSeen } from "./prefix.ts";
import { reasonTyped } from "./said.ts";

const words = wordsOnPage<
  RegistrationWords & Pick<Record<keyof typeof hukouPageSays.zh, string>, "province.missing" | "county.missing" | "listGone">
>();
const select = (id: string) => byId(id) as HTMLSelectElement;

function leave(): Complaint[] {
  const wrong = (name: "province" | "county") => [{ field: named(name), text: words[`${name}.missing`] }];
  if (!select("province").value) return wrong("province");
  if (!select("county").value) return wrong("county");
  setSeen(true);
  return [];
}

if (nameFields())
  void openForm(registrationOf(Places, words), words, ({ residence }, kept) => {
    const { province = residence?.division.slice(0, 2) ?? "", county = "", ...before } = reasonTyped(kept, about);
    if (!asksPlace(codesIn(before))) location.replace(pageOf("/reasons", about)); // sent already, or never begun
    const gone = () => showNotice(words.listGone, []);
    return {
      steps: [{ name: "place", done: () => false, leave }],
      opened: () => openCounties(select("province"), select("county"), { province, county }, gone),
    };
  }).then((opened) => carryOn(opened, words, () => pageOf("")));
