// The last look at a first registration, and sending it.
import * as v from "valibot";
import { submitNewcomer } from "../../../../shared/newcomer/contract.ts";
import { EmploymentStatus } from "../../../../shared/registration.ts";
import { call } from "../../../call.ts";
import type { Typed } from "../../../drafts.ts";
import { dateIn } from "../../../lang.ts";
import type { newCheckSays, newcomer, newcomerFindings } from "../../../messages/newcomer.ts";
import { langOfPage } from "../../../paths.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { type Journey, type Row, type SendWords, travelAs } from "../../change/journey.ts";
import { type Known, papersIn, theNewcomer, wayOf } from "./form.ts";
import { pageOf, whoIn } from "./kept.ts";
import { addressIn, saidIn } from "./said.ts";

type Says = keyof typeof newCheckSays.zh | keyof typeof newcomer.zh.about.status | keyof typeof newcomerFindings.zh;
const words = wordsOnPage<SendWords & Record<Says, string>>();
type Sending = Journey & { kept: Typed; known: Known; draft: string };

function rowsOf({ asked, sex, birth }: Known, kept: Typed): Row[] {
  const row = (label: string, becomes: string | undefined, page: string): Row[] =>
    becomes ? [{ label, was: false, becomes, href: pageOf(page) }] : [];
  const said = saidIn(kept);
  const names: Record<string, string> = words;
  const day = birth ?? said.birth;
  const sexes = { M: words.male, F: words.female };
  const of = sex ?? said.sex;
  return [
    ...row(words.number, asked.number, ""),
    ...row(words.name, asked.name, ""),
    ...row(words.phone, asked.phone, ""),
    ...row(words.sex, of && sexes[of], "/about"),
    ...row(words.birth, day && dateIn(langOfPage(), day), "/about"),
    ...row(words.work, [names[said.status], said.employer?.name].filter(Boolean).join(" "), "/about"),
    ...row(words.landline, said.landline, "/about"),
    ...row(words.residence, addressIn(kept)?.text, "/home"),
    ...row(words.hukou, kept["hukou"] === "here" ? words.here : words.elsewhere, "/home#hukou"),
    ...row(words.paper, fill(words.papers, { n: papersIn(kept).length }), "/evidence"),
  ];
}

void travelAs<Known, Sending>(
  {
    ...theNewcomer,
    page: "/registration/new/receipt",
    send({ kept, known, draft }, attemptKey) {
      const { status, ...said } = saidIn(kept);
      const { text: _, ...residence } = addressIn(kept)!;
      const body = {
        ...whoIn(known.asked),
        ...said,
        status: v.parse(EmploymentStatus, status),
        residence,
        ...(kept["hukou"] === "here" && { hukou: residence }),
        evidence: { draft, ids: papersIn(kept) },
      };
      return call(submitNewcomer, { body, attemptKey });
    },
  },
  words,
  (known, kept, draft) => {
    const missing = !kept["status"] ? "/about" : !addressIn(kept) ? "/home" : papersIn(kept).length === 0 ? "/evidence" : "";
    if (missing) location.replace(pageOf(missing)); // sent already, or not all of it is said
    return { steps: [], kept, known, draft, rows: () => rowsOf(known, kept) };
  },
  wayOf("check"),
);
