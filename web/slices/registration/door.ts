// Where somebody lives now, down to the door.
import type { Complaint } from "../../errors.ts";
import type { placeSays } from "../../messages/change-says.ts";
import type { homePageSays } from "../../messages/registration-says.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, typed } from "../change/form.ts";
import { kept as keptPlace } from "../change/kept.ts";
import { openPlace } from "../change/place.ts";
import type { Step } from "../change/steps.ts";
import { Places } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";

type Words = RegistrationWords &
  Record<keyof typeof placeSays.zh, string> &
  Pick<Record<keyof typeof homePageSays.zh, string>, "street.missing">;
const words = wordsOnPage<Words>();
const LONGEST = { street: 30, village: 30, road: 60 }; // shared/registration/form.ts

const notLonger = (most: number, field: string, text = typed(field).trim()): Complaint[] =>
  text.length > most ? [{ field, text: fill(words["door.long"], { n: most }) }] : [];

/** What the form wants besides: a name of the township, and none of them too long. */
const also: Record<string, () => Complaint[]> = {
  street() {
    const name = keptPlace("street").value;
    const field = typed("township") === "own" ? "ownStreet" : "township";
    return name ? notLonger(LONGEST.street, field, name) : [{ field, text: words["street.missing"] }];
  },
  door: () => answered([...notLonger(LONGEST.village, "village"), ...notLonger(LONGEST.road, "address.lines")]),
};

const withMore = (step: Step): Step => ({
  ...step,
  async leave() {
    const found = await step.leave();
    return found.length > 0 ? found : (also[step.name]?.() ?? found);
  },
});

void openForm(registrationOf(Places, words), words, ({ residence, hukou, person }) => {
  const near = (residence ?? hukou)?.division ?? /^[1-6]\d{3}/.exec(person.number)?.[0];
  const place = openPlace(near, words);
  return { steps: place.steps.map(withMore), opened: place.open };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
