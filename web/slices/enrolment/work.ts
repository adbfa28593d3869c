// How somebody works, as they said on the first page of joining: it goes along in the tab to the pages that follow. Where it is not
// kept the next page sends back to the question.
import * as v from "valibot";
import { type Offer, Work } from "../../../shared/enrolment/contract.ts";
import { keepInTab, keptInTab } from "../../tab.ts";

const NAME = "enrolment:work";

export const keepWork = (work: Work): void => keepInTab(NAME, work);

/** Only where the register leaves it open. */
export function answeredWork({ ask }: Pick<Offer, "ask">): Work | undefined {
  const work = v.safeParse(Work, keptInTab(NAME));
  return work.success && ask.includes(work.output) ? work.output : undefined;
}
