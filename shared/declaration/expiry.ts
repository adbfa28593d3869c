// How long a declared reason holds. It then comes back to the person.
import * as v from "valibot";
import { monthOf, PlainDate, plusMonths } from "../kernel/calendar.ts";
import type { SaidReason } from "../registration.ts";

/** Null: until somebody says otherwise. */
export function reasonExpires(reason: SaidReason, declaredOn: PlainDate): PlainDate | null {
  switch (reason.code) {
    case "O05":
      return endOfJulyFrom(reason.graduation);
    case "O01":
    case "O04":
      return reason.until ?? yearAfter(declaredOn); // where the day is not known we ask again
    case "O02":
    case "O03":
      return yearAfter(declaredOn);
    default:
      return null;
  }
}

/** Whoever has more than one reason is asked again when the first of them has passed. */
export function firstExpiry(reasons: readonly SaidReason[], declaredOn: PlainDate): PlainDate | null {
  const days = reasons.map((reason) => reasonExpires(reason, declaredOn)).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

/** The July in which schools and the register agree who has left: of that year, or of the next for who graduates later in it. */
function endOfJulyFrom(graduation: string): PlainDate {
  const [year, month] = graduation.split("-").map(Number);
  return v.parse(PlainDate, `${month! <= 7 ? year : year! + 1}-07-31`);
}

/** On the same day; 29 February becomes 1 March. */
function yearAfter(day: PlainDate): PlainDate {
  const month = plusMonths(monthOf(day), 12);
  const found = v.safeParse(PlainDate, `${month}${day.slice(7)}`);
  return found.success ? found.output : v.parse(PlainDate, `${month.slice(0, 4)}-03-01`);
}
