// The last look at a correction before it is sent, with its papers.
import type * as v from "valibot";
import { type ChangeRequest, submitChange } from "../../../shared/change/contract.ts";
import type { Correction } from "../../../shared/change/corrections.ts";
import { call } from "../../call.ts";
import { dateIn } from "../../lang.ts";
import type { correctedSays, correction, nameReasons, relatives } from "../../messages/correction.ts";
import type { codeWords, items } from "../../messages/items.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { asked, type Correctable, theCorrection, wayOf } from "./correction.ts";
import { correctionIn, papersIn } from "./correction-said.ts";
import { type Journey, type Row, type SendWords, travelAs } from "./journey.ts";

type Names =
  | keyof typeof correctedSays.zh
  | keyof typeof items.zh
  | keyof typeof codeWords.zh
  | keyof typeof nameReasons.zh
  | keyof typeof relatives.zh
  | keyof typeof correction.zh.number.documents;
const words = wordsOnPage<SendWords & Record<Names, string>>();
type Sending = Journey & { request: v.InferInput<typeof ChangeRequest> | undefined };

function rowsOf(change: Correction, { person }: Correctable): Row[] {
  const names: Record<string, string> = words;
  const day = (date: string | undefined) => date && dateIn(langOfPage(), date);
  const row = (label: string, was: Row["was"], becomes: string | undefined, step = ""): Row[] =>
    becomes ? [{ label, was, becomes, href: asked + step }] : [];
  switch (change.item) {
    case "name":
      return [
        ...row(words.name, person.name, change.name),
        ...row(words.reason, false, words[change.reason]),
        ...row(words.text, false, change.text),
      ];
    case "sex":
      return row(words.sex, names[`sex.${person.sex}`], words[`sex.${change.sex}`]);
    case "birth":
      return row(words.birth, day(person.birth), day(change.birth));
    case "number":
      return [
        ...row(words.document, names[person.docType], names[change.docType]),
        ...row(words.number, person.number, change.number),
      ];
    case "death":
      return [
        ...row(words.name, false, change.name),
        ...row(words.number, false, change.number),
        ...row(words.relation, false, words[change.relation]),
        ...row(words.diedOn, false, day(change.diedOn), "#when"),
      ];
  }
}

void travelAs<Correctable, Sending>(
  {
    ...theCorrection,
    async send({ request }, attemptKey) {
      const sent = await call(submitChange, { body: request!, attemptKey });
      if (sent.is !== "problem") return sent;
      // Every slip in a number is one to the person: which one it is, its own page says.
      const findings = sent.problem.findings.map((found) => (found.code in words ? found : { ...found, code: "number.wrong" }));
      return { ...sent, problem: { ...sent.problem, findings } };
    },
  },
  words,
  (known, kept, draft) => {
    const [change, ids] = [correctionIn(kept), papersIn(kept)];
    if (!change || ids.length === 0) location.replace(change ? `${asked}/evidence` : asked); // sent already, or never written
    const papers = {
      label: words.paper,
      was: false as const,
      becomes: fill(words.papers, { n: ids.length }),
      href: `${asked}/evidence`,
    };
    return {
      steps: [],
      rows: () => (change ? [...rowsOf(change, known), papers] : []),
      request: change && { ...change, evidence: { draft, ids } },
    };
  },
  wayOf(2),
);
