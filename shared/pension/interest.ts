import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import type { Exact } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** The rate at which individual accounts earned interest in a year, as the ministries published it. Handbook 8.3. */
export function accountInterest(year: number, law: Law): Result<Exact, NeedsStaff> {
  const held = law.on(lastDayOf(year)).read({ rate: "employee-pension.account-interest" });
  return held.ok ? accepted(held.value.rate) : held;
}

const lastDayOf = (year: number) => v.parse(PlainDate, `${String(year).padStart(4, "0")}-12-31`);
