// Parts four and five: insured in another city or province, or in two places at once.
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import type { elsewherePageSays } from "../../messages/registration-says.ts";
import { showNotice } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm, theForm, typed } from "../change/form.ts";
import { Form } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { openRegions } from "./places.ts";
import { insurances, isInsured, MOST_TWICE, standing, twiceIn } from "./said.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof elsewherePageSays.zh, string>>();
const selectsOf = (names: readonly string[]) => names.map((name) => byId(name) as HTMLSelectElement);
const placesOf = (insurance: string) => Array.from({ length: MOST_TWICE }, (_, at) => `twice.${insurance}.${at}`);

/** One more than is filled in, and two at least. */
function showNext(insurance: string): void {
  const selects = selectsOf(placesOf(insurance));
  const last = selects.reduce((found, { value }, at) => (value ? at : found), 0);
  selects.forEach((select, at) => {
    select.closest<HTMLElement>(".field")!.hidden = at > last + 1;
  });
}

const leaveTwice = (): Complaint[] =>
  insurances.flatMap((insurance) =>
    twiceIn(typedIn(theForm()), insurance)?.length === 1 ? [{ field: `twice.${insurance}.0`, text: words["twice.one"] }] : [],
  );

void openForm(registrationOf(Form, words), words, (form, kept) => {
  const before = standing(form, kept, "elsewhere");
  const home = standing(form, kept, "home");
  const isHeld = (insurance: (typeof insurances)[number]) =>
    isInsured(form, kept, insurance) || typed(`elsewhere.${insurance}`) !== "";
  const draw = () => {
    for (const insurance of insurances) {
      byId(`twice.${insurance}`).hidden = !isHeld(insurance);
      showNext(insurance);
    }
  };
  theForm().addEventListener("change", draw);
  return {
    steps: [
      { name: "elsewhere", done: () => true, leave: () => (insurances.some(isHeld) ? [] : answered([])) },
      {
        name: "twice",
        applies: () => insurances.some(isHeld),
        done: () => false,
        leave: () => answered(leaveTwice()),
        shown: draw,
      },
    ],
    async opened() {
      const where = home["home.moved"] === "no" ? form.residence?.division : home["kept-division"];
      const options = { home: where ?? "", kept: (name: string) => kept[name] ?? before[name] ?? "", words };
      const came = await Promise.all([
        openRegions(selectsOf(insurances.map((insurance) => `elsewhere.${insurance}`)), { ...options, own: false }),
        openRegions(selectsOf(insurances.flatMap(placesOf)), { ...options, own: true }),
      ]);
      if (came.includes(false)) showNotice(words.listGone, []);
      draw();
    },
  };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
