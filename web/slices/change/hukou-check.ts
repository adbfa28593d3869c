import { dateOf, instantAt, type PlainDate } from "../../../shared/kernel/calendar.ts";
import { readDate } from "../../../shared/kernel/plain-date.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { dateIn } from "../../lang.ts";
import type { hukouSays } from "../../messages/change-says.ts";
import type { items } from "../../messages/items.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { typed } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";
import { address, addressSteps, addressText, isWhole } from "./kept.ts";

const words = wordsOnPage<SendWords & Record<keyof typeof hukouSays.zh | keyof typeof items.zh, string>>();
const asked = here("/change/hukou");
const LONGEST_REASON = 200;

/** Not after today and not before birth, as the rules have it (shared/change/rules.ts). */
let born: PlainDate | undefined;
const movedOn = () => readDate(typed("movedOn"), { asOf: dateOf(instantAt(Date.now())), ...(born && { earliest: born }) });
const day = (): PlainDate => {
  const read = movedOn();
  if (!read.ok) throw new Error(read.refusal); // nobody gets past the step before without one
  return read.value;
};
const reason = () => typed("reason").replace(/\s+/g, " ").trim(); // its lines become one

function aboutDay(): Complaint[] {
  const read = movedOn();
  if (!read.ok) return [{ field: "movedOn", text: words[read.refusal] }];
  const tooLong = reason().length > LONGEST_REASON;
  return tooLong ? [{ field: "reason", text: fill(words["reason.long"], { n: LONGEST_REASON }) }] : [];
}

/** What was understood stands under the field while it is typed: nothing is corrected silently. */
function sayUnderstood(): void {
  const read = movedOn();
  byId("understood").hidden = !read.ok;
  byId("understood").textContent = read.ok ? fill(words.understood, { date: dateIn(langOfPage(), read.value) }) : "";
}

void travel(
  "hukou",
  words,
  (known) => {
    if (!isWhole()) location.replace(asked); // sent already, or never written
    born = known.person.birth;
    byId("movedOn").oninput = sayUnderstood;
    return {
      steps: [{ name: "when", done: () => aboutDay().length === 0, leave: aboutDay, shown: sayUnderstood }],
      rows: () => [
        { label: words.hukou, was: known.hukou?.text, becomes: addressText(), href: asked },
        { label: words.moved, was: false, becomes: dateIn(langOfPage(), day()), href: "#when" },
      ],
      request: () => ({
        item: "hukou",
        address: address(),
        movedOn: day(),
        ...(reason() && { reason: reason() }),
      }),
    };
  },
  { before: addressSteps, after: () => 0 },
);
