// What every submission at the desk begins with.
import type { Context } from "hono";
import { type Instant, momentAfter } from "../../../shared/kernel/calendar.ts";
import type { PersonId } from "../../../shared/kernel/fields.ts";
import type { StaffHere } from "../../../shared/staff/staff.ts";
import type { Sent } from "../../casework/casework.ts";
import { receiptFor } from "../../casework/table.ts";
import { type Filing, filingFor, handlerIn } from "../../desk/filing.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { answerTo } from "../submitting.ts";

/** `answer`: it was sent before. `acceptedAt`: the moment at which what is sent now counts, after all that was sent about them. */
type Opened = { answer: Response } | { answer?: undefined; filing: Filing; acceptedAt(): Promise<Instant> };

type About = { here: StaffHere; about: PersonId; sent: Sent };

/** About somebody, by who is signed in. Asked before the rules that what was accepted once breaks the second time. */
export async function openFiling(c: Context, deps: StaffDeps, { here, about, sent }: About): Promise<Opened> {
  const filing = filingFor(deps, handlerIn(here));
  const earlier = await filing.submission({ personId: about, receipt: receiptFor(about, sent.key) });
  if (earlier) return { answer: answerTo(c, sent, { stored: "before", submission: earlier }) };
  return {
    filing,
    async acceptedAt() {
      const [newest] = await filing.submissions(about);
      return momentAfter(newest?.content.acceptedAt, deps.now());
    },
  };
}
