// How somebody works, as the register has it or as they answer. Handbook 3.
import type { Profile } from "../eligibility/profile.ts";
import { profileOf } from "../estimate/joining.ts";
import { type Known, Work } from "./contract.ts";

/** They say so, or an employer has enrolled them; but who says that they have left is believed, while the employer is slow to. */
function isEmployed({ employment, held }: Known): boolean {
  if (employment?.status === "EMPLOYED") return true;
  const ownWord = employment?.source === "resident" || employment?.source === "desk";
  return !ownWord && held.some(({ status, insuredAs }) => status === "active" && insuredAs === "employee");
}

const isDrawing = ({ employment, held }: Known) =>
  employment?.status === "RETIRED" ||
  held.some(({ scheme, insuredAs }) => insuredAs === "retired" && ["110", "120", "170"].includes(scheme));

/** The answers that the register leaves open; none where it decides. What it has wrong is put right by a change, not by an answer. */
export function possibleWork(known: Known): readonly Work[] {
  if (isDrawing(known) || known.employment?.status === "STUDENT") return [];
  return isEmployed(known) ? ["employed", "part-time"] : Work.options;
}

/** Undefined: it has to be asked. */
export function workOf(known: Known, answer: Work | undefined): Work | undefined {
  if (answer && possibleWork(known).includes(answer)) return answer;
  if (isDrawing(known)) return "drawing";
  if (known.employment?.status === "STUDENT") return "student";
  if (isEmployed(known)) return "employed";
  return known.employment?.status === "FLEXIBLE" ? "own" : undefined;
}

/** As the rules of eligibility ask. Where the organ pension is paid by an employer, that employer is a public institution. */
export function profileFor({ docType, held }: Known, work: Work, age: number): Profile {
  const unit = held.some(({ scheme }) => scheme === "120") ? "INSTITUTION" : "ENTERPRISE";
  switch (work) {
    case "none":
      return { ...profileOf("own", age), docType, status: "UNEMPLOYED" };
    case "student":
      return { ...profileOf("own", age), docType, status: "STUDENT" };
    case "unemployment-benefit":
      return { ...profileOf("own", age), docType, status: "UI_RECIPIENT" };
    default:
      return { ...profileOf(work, age), docType, unit };
  }
}
