// Some of the population to sign in as, one for each thing worth seeing.
import { plusMonths } from "../../shared/kernel/calendar.ts";
import type { SyntheticPerson } from "./person.ts";

export type DemoPerson = { number: string; name: string; phone: string | null; about: string };

const atWork = ({ life, enrolments }: SyntheticPerson) =>
  life === "employee" && enrolments.every(({ status }) => status === "active");
const plain = ({ gap, behind, duplicate, nameKind, enrolments }: SyntheticPerson) =>
  !gap && !behind && !duplicate && nameKind === "ordinary" && enrolments.every(({ owed }) => owed.length === 0);
const fresh = ({ phoneState, phoneShared }: SyntheticPerson) => phoneState === "fresh" && !phoneShared;

const wanted: readonly { about: string; is: (person: SyntheticPerson) => boolean }[] = [
  {
    about: "在职职工，手机号近期确认 · employed, phone confirmed lately",
    is: (one) => fresh(one) && atWork(one) && plain(one) && one.birth < "1990",
  },
  {
    about: "灵活就业，手机号近期确认 · flexible worker, fresh phone",
    is: (one) => fresh(one) && one.life === "flexible" && plain(one),
  },
  { about: "未参保，手机号近期确认 · not insured, fresh phone", is: (one) => fresh(one) && one.life === "uninsured" },
  { about: "灵活就业，最近几个月没有缴费 · flexible worker, has stopped paying", is: (one) => fresh(one) && one.behind },
  { about: "缴费有中断 · employed, months missing in between", is: (one) => fresh(one) && atWork(one) && hasVisibleGap(one) },
  { about: "姓名含生僻字 · rare character in the name", is: (one) => fresh(one) && one.nameKind === "rare" },
  { about: "少数民族姓名 · name with a dot", is: (one) => fresh(one) && one.nameKind === "minority" },
  { about: "职工与居民重复参保 · insured twice, as employee and as resident", is: (one) => fresh(one) && one.duplicate },
  { about: "外地参保后转来本地 · worked in two places", is: (one) => fresh(one) && movedToWork(one) },
  {
    about: "退休，与家人共用手机 · retired, shares a phone with the family",
    is: (one) => one.phoneShared && one.phoneState === "fresh" && one.birth < "1966",
  },
  {
    about: "手机号久未确认 · phone not confirmed for more than a year",
    is: (one) => one.phoneState === "stale" && !one.phoneShared && atWork(one),
  },
  {
    about: "手机号从未确认 · phone never confirmed",
    is: (one) => one.phoneState === "unconfirmed" && !one.phoneShared && one.birth < "2006",
  },
  {
    about: "有未成年的孩子 · has a child under 18",
    is: (one) => fresh(one) && one.minors > 0 && atWork(one) && plain(one),
  },
  {
    about: "两份医疗保险 · two medical insurances",
    is: (one) =>
      fresh(one) && one.duplicate && one.enrolments.some(({ scheme, status }) => scheme === "390" && status === "active"),
  },
  {
    about: "快满60岁，交居民养老 · nearly 60, pays the residents' pension",
    is: (one) => fresh(one) && one.life === "resident" && nearlySixty(one),
  },
  { about: "没有手机号 · no phone", is: (one) => one.phoneState === "none" && one.birth < "2006" },
];

const nearlySixty = ({ birth, enrolments }: SyntheticPerson) =>
  birth < "1969" && enrolments.some(({ scheme, insuredAs }) => scheme === "170" && insuredAs === "resident");

/** The check page shows the last eight years. */
const hasVisibleGap = ({ enrolments }: SyntheticPerson) =>
  enrolments.some(({ scheme, paid }) =>
    paid.some(({ first }, index) => {
      const before = paid[index - 1];
      return scheme === "110" && before !== undefined && first > plusMonths(before.last, 1) && first > "2021";
    }),
  );

const movedToWork = ({ enrolments }: SyntheticPerson) =>
  new Set(enrolments.filter(({ scheme }) => scheme === "110").map(({ division }) => division)).size > 1;

/** The first of each kind, in the order of `wanted`: with two thousand people there is one of each. */
export function demoPeople(people: Iterable<SyntheticPerson>): DemoPerson[] {
  const found = new Map<number, SyntheticPerson>();
  for (const person of people) {
    if (person.document !== "RIC" || [...found.values()].includes(person)) continue;
    const kind = wanted.findIndex(({ is }, index) => !found.has(index) && is(person));
    if (kind >= 0) found.set(kind, person);
    if (found.size === wanted.length) break;
  }
  return wanted.flatMap(({ about }, index) => {
    const person = found.get(index);
    return person ? [{ number: person.number, name: person.name, phone: person.phone ?? null, about }] : [];
  });
}
