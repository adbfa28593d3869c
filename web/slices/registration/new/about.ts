// Sex and birth where the number does not say them, work, and who agrees for a child.
import * as v from "valibot";
import { Landline } from "../../../../shared/kernel/fields.ts";
import { findingsAbout } from "../../../../shared/newcomer/rules.ts";
import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import { Employer, EmploymentStatus } from "../../../../shared/registration.ts";
import { byId } from "../../../dom.ts";
import { type Complaint, complaintsOf } from "../../../errors.ts";
import { typedIn } from "../../../form.ts";
import type { dateSays } from "../../../messages/correction.ts";
import type { newAboutSays, newcomerFindings } from "../../../messages/newcomer.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { openDay } from "../../change/day.ts";
import { employerIn, LONGEST_NAME } from "../../change/employer.ts";
import { carryOn, openForm, theForm, typed } from "../../change/form.ts";
import { type Known, type NewWords, theNewcomer, today, wayOf } from "./form.ts";
import { pageOf } from "./kept.ts";
import { saidIn } from "./said.ts";

type Says = keyof typeof newAboutSays.zh | keyof typeof newcomerFindings.zh | keyof typeof dateSays.zh;
const words = wordsOnPage<NewWords & Record<Says, string>>();
const employed = () => typed("status") === "EMPLOYED";

function aboutEmployer(): Complaint[] {
  const employer = employerIn(typedIn(theForm()));
  if (!employed() || !employer.name) return [];
  if (employer.name.length > LONGEST_NAME)
    return [{ field: "employer.name", text: fill(words["employer.long"], { n: LONGEST_NAME }) }];
  const fits: boolean = v.is(Employer, employer);
  return fits ? [] : [{ field: "employer.number", text: fill(words["credit.wrong"], { now: employer.code?.length ?? 0 }) }];
}

const aboutLandline = (): Complaint[] =>
  typed("landline") && !v.is(Landline, typed("landline")) ? [{ field: "landline", text: words["landline.wrong"] }] : [];

function ruled({ sex, birth }: Known): Complaint[] {
  const said = saidIn(typedIn(theForm()));
  const status = v.safeParse(EmploymentStatus, said.status);
  if (!status.success) return [{ field: "status", text: words["status.missing"] }];
  const who = { ...(sex && { sex }), ...(birth && { birth }) };
  return complaintsOf(theForm(), findingsAbout({ who, said: { ...said, status: status.output }, today: today() }), words);
}

void openForm(
  theNewcomer,
  words,
  (known) => {
    const asksBirth = !known.birth;
    byId("unsaid").hidden = !asksBirth;
    const day = openDay("birth", words, (birth) => {
      const born = known.birth ?? birth;
      byId("consent").hidden = !born || !consentNeeded(born, today());
    });
    const showEmployer = () => {
      byId("employer").hidden = !employed();
    };
    theForm().addEventListener("change", showEmployer);
    return {
      steps: [
        {
          name: "about",
          done: () => false,
          shown() {
            day.show();
            showEmployer();
          },
          leave() {
            const read = asksBirth ? day.read() : undefined;
            const wrong = read && "wrong" in read ? [{ field: "birth", text: read.wrong }] : [];
            const found = ruled(known).filter(({ field }) => wrong.length === 0 || field !== "birth");
            return [...wrong, ...found, ...aboutEmployer(), ...aboutLandline()];
          },
        },
      ],
    };
  },
  wayOf("about"),
).then((opened) => carryOn(opened, words, () => pageOf("/home")));
