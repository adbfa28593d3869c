import * as v from "valibot";
import { employmentDiffers } from "../../../shared/change/rules.ts";
import { Employer, EmploymentStatus } from "../../../shared/registration.ts";
import { type Complaint, complaintsOf } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import type { employmentSays } from "../../messages/change-says.ts";
import type { codeWords, items } from "../../messages/items.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { employerIn, LONGEST_NAME } from "./employer.ts";
import { sayToday, theForm, typed } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";
import { findingsOn } from "./rules.ts";

type Names = keyof typeof employmentSays.zh | keyof typeof codeWords.zh | keyof typeof items.zh;
const words = wordsOnPage<SendWords & Record<Names | "change.employer-missing", string>>();
const names: Record<string, string> = words;

const employed = () => typed("status") === "EMPLOYED";
const employer = () => employerIn(typedIn(theForm()));
const change = () => ({
  item: "employment" as const,
  status: v.parse(EmploymentStatus, typed("status")),
  ...(employed() && { employer: employer() }),
});

void travel("employment", words, (known) => {
  const { status: held, employer: heldBy } = known.employment ?? {};
  const today = held && [names[held], heldBy].filter(Boolean).join(" ");
  sayToday(today, words);

  const ruled = () => complaintsOf(theForm(), findingsOn(known, change(), [employmentDiffers]), words);
  const status = (): Complaint[] => {
    if (!typed("status")) return [{ field: "status", text: words["status.missing"] }];
    return employed() ? [] : ruled();
  };
  const employment = (): Complaint[] => {
    const { name } = employer();
    if (!name) return [{ field: "employer.name", text: words["change.employer-missing"] }];
    if (name.length > LONGEST_NAME) return [{ field: "employer.name", text: fill(words["employer.long"], { n: LONGEST_NAME }) }];
    if (!v.is(Employer, employer()))
      return [{ field: "employer.number", text: fill(words["credit.wrong"], { now: employer().code?.length ?? 0 }) }];
    return ruled();
  };
  return {
    steps: [
      { name: "status", done: () => typed("status") !== "", leave: status },
      { name: "employer", applies: employed, done: () => v.is(Employer, employer()), leave: employment },
    ],
    rows: () => {
      const becomes = [words[change().status], employed() && employer().name, employed() && employer().code];
      return [{ label: words.employment, was: today, becomes: becomes.filter(Boolean).join(" "), href: "#status" }];
    },
    request: change,
  };
});
