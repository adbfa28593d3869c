// What comes back when a reason for not being insured is over. Handbook 4.
import { reasonExpires } from "../declaration/expiry.ts";
import { plusDays } from "../kernel/calendar.ts";
import type { Reason, SaidReason } from "../registration.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";

const leads = {
  graduation: "reminder.graduation",
  discharge: "reminder.return",
  release: "reminder.return",
  "reason-expires": "reminder.reason",
} as const;

/** Where the day of coming back is known it is that day; otherwise the day on which we ask again. */
function whatOf(reason: SaidReason): keyof typeof leads {
  if (reason.code === "O05") return "graduation";
  if (reason.code === "O01" && reason.until) return "discharge";
  return reason.code === "O04" && reason.until ? "release" : "reason-expires";
}

/** Said of an insurance that runs by now it is nothing to be reminded of. */
export function duesOfReasons({ record: { reasons, summary }, law }: Reminded): Due[] {
  const open = reasons.filter(({ insurance }) => (summary.insurances[insurance]?.status ?? "ended") === "ended");
  return open.flatMap(({ insurance, reasons: said, asOf }: Reason) =>
    said.flatMap((reason): Due[] => {
      const [what, on] = [whatOf(reason), reasonExpires(reason, asOf)];
      const lead = law.read({ days: leads[what] });
      if (on === null || !lead.ok) return [];
      return [{ what, on, day: plusDays(on, -lead.value.days), cause: { fact: "reason", insurance, code: reason.code } }];
    }),
  );
}
