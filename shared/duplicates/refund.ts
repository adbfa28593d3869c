// What goes back to the person, and what they give back. Handbook 5.2, 人社部发〔2014〕17号 Art. 7, 8.
import type { PlainDate } from "../kernel/calendar.ts";
import { exact, over, times, whole } from "../kernel/exact.ts";

/** Fen of the one calendar year of the resident record. What the government added is not the person's. */
export type ResidentYear = { personal: number; collective: number };

/** The share of the months that count in the other scheme. `paidFor`: of a year that was paid in part, how many months of it. */
export const residentRefund = ({ personal, collective }: ResidentYear, months: number, paidFor = 12): number =>
  whole(over(times(exact(personal + collective), exact(months)), exact(paidFor)));

/** Fen. `fromGovernment`: the part of the account that came from subsidies; `basicDrawn`: the basic pension already paid out. */
export type ResidentDrawn = { account: number; fromGovernment: number; basicDrawn: number };

/** What is not paid back may be set off against the account or the pension. */
export const residentClosed = ({ account, fromGovernment, basicDrawn }: ResidentDrawn) => ({
  toPerson: account - fromGovernment,
  toRecover: basicDrawn,
  offsetIfNotRepaid: true,
});

/** A resident's premium goes back on request as long as the cover has not begun. Handbook 5.3. */
export const premiumRefundable = ({
  joinedEmployee,
  benefitFrom,
}: {
  joinedEmployee: PlainDate;
  benefitFrom: PlainDate;
}): boolean => joinedEmployee < benefitFrom;
