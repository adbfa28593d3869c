// How somebody works, as they said on the first page of joining: it goes along in the tab to the pages that follow.
import * as v from "valibot";
import { type Offer, Work } from "../../../shared/enrolment/contract.ts";

const NAME = "enrolment:work";

export function keepWork(work: Work): void {
  try {
    sessionStorage.setItem(NAME, work);
  } catch {
    // Then the next page sends back to the question.
  }
}

/** Only where the register leaves it open. */
export function answeredWork({ ask }: Pick<Offer, "ask">): Work | undefined {
  try {
    const work = v.safeParse(Work, sessionStorage.getItem(NAME));
    return work.success && ask.includes(work.output) ? work.output : undefined;
  } catch {
    return undefined;
  }
}
