import type { Answer } from "./call.ts";
import { complaintsOf, showErrors } from "./errors.ts";
import type { FormWords } from "./messages/kit.ts";

type Refused = Extract<Answer<unknown>, { is: "problem" }>;

/** What the API refused, as errors of the form that was sent. */
export function showProblem(form: HTMLFormElement, { type, problem }: Refused, words: FormWords): void {
  const complaints = complaintsOf(form, problem.findings, words);
  const said: Record<string, string> = words;
  const text = said[`problem.${type}`] ?? words["problem.refused"];
  showErrors(form, complaints.length > 0 ? complaints : [{ text }], words);
}
