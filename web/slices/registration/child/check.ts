// The last look at a newborn's registration, the day by which to join the medical insurance, and sending it.
import { plusDays } from "../../../../shared/kernel/calendar.ts";
import { registerChild } from "../../../../shared/newcomer/newborn.ts";
import { call } from "../../../call.ts";
import { byId } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import type { newbornCheckSays, newbornFindings } from "../../../messages/newcomer.ts";
import { langOfPage } from "../../../paths.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { type Journey, type Row, type SendWords, travelAs } from "../../change/journey.ts";
import { childIn, type Parent, pageOf, papersIn, theChild, wayOf } from "./form.ts";

const words = wordsOnPage<
  SendWords & Record<keyof typeof newbornCheckSays.zh | keyof typeof newbornFindings.zh | "within", string>
>();
type Sending = Journey & { said: ReturnType<typeof childIn>; draft: string; ids: string[] };

function rowsOf({ certificate, as, mother, name, sex, birth }: NonNullable<Sending["said"]>, papers: number): Row[] {
  const row = (label: string, becomes: string | undefined, page = ""): Row[] =>
    becomes ? [{ label, was: false, becomes, href: pageOf(page) }] : [];
  return [
    ...row(words.certificate, certificate),
    ...row(words.as, words[as]),
    ...row(words.mothersNumber, mother),
    ...row(words.name, name ?? words.unnamed, "#child"),
    ...row(words.sex, words[sex === "M" ? "boy" : "girl"], "#child"),
    ...row(words.birth, dateIn(langOfPage(), birth), "#child"),
    ...row(words.paper, fill(words.papers, { n: papers }), "/evidence"),
  ];
}

void travelAs<Parent, Sending>(
  {
    ...theChild,
    send: ({ said, draft, ids }, attemptKey) => call(registerChild, { body: { ...said!, evidence: { draft, ids } }, attemptKey }),
  },
  words,
  (_, kept, draft) => {
    const [said, ids] = [childIn(kept), papersIn(kept)];
    if (!said || ids.length === 0)
      location.replace(pageOf(said ? "/evidence" : "")); // sent already, or not all of it is said
    else {
      const last = plusDays(said.birth, Number(words.within));
      byId("until").textContent = fill(words.until, { date: dateIn(langOfPage(), last) });
    }
    return { steps: [], said, draft, ids, rows: () => (said ? rowsOf(said, ids.length) : []) };
  },
  wayOf(2),
);
