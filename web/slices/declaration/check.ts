import { submitDeclaration } from "../../../shared/declaration/contract.ts";
import { purposeFor } from "../../../shared/declaration/evidence.ts";
import type { SaidReason } from "../../../shared/registration.ts";
import { call } from "../../call.ts";
import type { Typed } from "../../drafts.ts";
import { dateIn } from "../../lang.ts";
import type { declaredSays, reasonWords } from "../../messages/declaration.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { employerIn } from "../change/employer.ts";
import { type Journey, type Row, type SendWords, travelAs } from "../change/journey.ts";
import { type Declarable, insurance, type Names, pageOf, theDeclaration, wayOf } from "./form.ts";
import { asksPlace, codesIn, graduationIn, mustNameEmployer, papersIn, saidIn } from "./said.ts";

type Words = SendWords & Names & Record<keyof typeof declaredSays.zh | keyof typeof reasonWords.zh, string>;
const words = wordsOnPage<Words>();
let codes: readonly string[] = [];

function rowsOf(reasons: readonly SaidReason[], typed: Typed): Row[] {
  const row = (label: string, becomes: string | undefined | false, href: string): Row[] =>
    becomes ? [{ label, was: false, becomes, href }] : [];
  const names = reasons.map(({ code }) => words[code]);
  if (names.length > 1) names[0] = fill(words.mainOf, { reason: names[0] ?? "" });
  const details = pageOf("/details");
  const until = reasons.map((reason) => ("until" in reason ? reason.until : undefined)).find(Boolean);
  const { name, code } = employerIn(typed);
  const employer = reasons.some((reason) => "employer" in reason);
  const lang = langOfPage();
  return [
    ...row(words.insurance, insurance && words[insurance], here("/declaration")),
    ...row(words.reasons, names.join(lang === "zh" ? "；" : "; "), pageOf("")),
    ...row(words.employer, employer && [name, code].filter(Boolean).join(" "), `${details}#employer`),
    ...row(
      words.named,
      mustNameEmployer(codes) && words[typed["named"] === "yes" ? "named.yes" : "named.no"],
      `${details}#employer`,
    ),
    ...row(words.until, until && dateIn(lang, until), `${details}#until`),
    ...row(words.graduation, codes.includes("O05") && dateIn(lang, graduationIn(typed)), `${details}#graduation`),
    ...row(words.text, reasons.flatMap((reason) => ("text" in reason ? [reason.text] : []))[0], `${details}#words`),
    ...row(words.paper, papersOf(typed).length > 0 && fill(words.papers, { n: papersOf(typed).length }), pageOf("/evidence")),
    ...row(words.place, asksPlace(codes) && typed["kept-place"], pageOf("/place")),
  ];
}

/** Papers that were added for reasons which are no longer given prove nothing. */
const papersOf = (typed: Typed): string[] => (purposeFor(codes) ? papersIn(typed) : []);

type Declared = Journey & { reasons: readonly SaidReason[]; evidence: { draft: string; ids: string[] } };

void travelAs<Declarable, Declared>(
  {
    ...theDeclaration,
    send({ reasons, evidence }, attemptKey) {
      const body = { insurance: insurance!, reasons: [...reasons], ...(evidence.ids.length > 0 && { evidence }) };
      return call(submitDeclaration, { body, attemptKey });
    },
  },
  words,
  (_, kept, draft) => {
    const reasons = saidIn(kept);
    codes = codesIn(kept);
    if (reasons.length === 0) location.replace(pageOf("")); // sent already, or not all of it is said
    return {
      reasons,
      evidence: { draft, ids: papersOf(kept) },
      steps: [],
      rows: () => rowsOf(reasons, kept),
    };
  },
  wayOf("/check", () => codes),
);
