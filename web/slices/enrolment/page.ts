// A page that chooses: the form and its steps. Its file (flexible-zh.ts and the like) says what is offered, draws the choices
// and what each of them comes to, and knows where the way goes on.
import type { placeSays } from "../../messages/change-says.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { type Begun, type ChangeWords, carryOn, openForm, theForm } from "../change/form.ts";
import { showOutage } from "./broken.ts";
import { child, theEnrolment, what } from "./form.ts";
import { later } from "./later.ts";

const words = wordsOnPage<ChangeWords & Pick<typeof placeSays.zh, "noMemory">>();

/** `kept`: what was chosen before. `pages`: how many steps follow on later pages. */
export type Chooser = Begun & { after(): number; next?(): string };
export type File = { open(offer: unknown, form: HTMLFormElement, kept: Record<string, string>): Chooser };

const file = later<File>();
let chooser: Chooser | undefined;

const onward = () => `${here(chooser?.next?.() ?? "/enrolment/check")}?what=${what}${child && `&for=${child}`}`;

void openForm(
  {
    ...theEnrolment,
    async read(said) {
      const [joiner, opened] = await Promise.all([theEnrolment.read(said), file.catch(showOutage)]);
      return { ...joiner, opened };
    },
  },
  words,
  ({ offer, opened }, kept) => {
    chooser = opened.open(offer, theForm(), kept);
    return chooser;
  },
  { before: () => 0, after: () => chooser?.after() ?? 1 },
).then((opened) => carryOn(opened, words, onward));
