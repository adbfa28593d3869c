// Register: what is known about people. One table, one page: every key of it is built here.
//
//   item          pk                       sk                                         lives
//   enrolment     PERSON#<id>              ENROLMENT#<scheme>#<region>#<from>         for ever
//   paid year     PERSON#<id>              ENROLMENT#<scheme>#<region>#<from>#PAID#<year>  for ever
//   fact          PERSON#<id>              FACT#<name>#<source>                       for ever, one per source
//   joining       PERSON#<id>              JOINING#<scheme>                           for ever, rewritten with the next wish
//   reason        PERSON#<id>              REASON#<insurance>                         for ever, rewritten when another is given
//   moving        PERSON#<id>              MOVING#<kind of transfer>                  while one of that kind is on its way: there is no other
//   at desk       PERSON#<id>              SAID#<receipt>                             while the desk has an answer about two insurances; for ever where it agreed to an objection
//   registration  PERSON#<id>              REGISTRATION                               for ever; holds the version of all of these
//   summary       PERSON#<id>              SUMMARY                                    for ever, rewritten when an insurance changes
//   history       HISTORY#<id>             HISTORY#<version, 8 digits>                for ever; its own partition keeps the record small
//   member        HOUSEHOLD#<hash>         MEMBER#<id>                                a household is its lines, one for each who belongs to it;
//                                                                                     index `villages`: VILLAGE#<division>#<hash> · <household>#<id>
//   village       VILLAGES#<division>      <name>                                     for ever: that a file has named it
//   child         CHILDREN#<id>            CHILD#<id>                                 for ever: whose parent somebody proved to be by a certificate
//   alias         ALIAS#<secret version>#<HMAC>  ALIAS                                until the secret rotates
//   named         NAMED#<secret version>#<HMAC>  <id>                                 until the secret rotates: who has this name and day of birth
//   phoned        PHONED#<secret version>#<HMAC> <id>                                 until the secret rotates: whose leading phone this is
//   employer      EMPLOYER#<credit code>   EMPLOYER                                   for ever, rewritten when a newer file says otherwise
//   row result    FEED#<file hash>#<chunk> ROW#<row>                                  30 days: what became of a row of a file
//
//   We ask for: a person's page, one Query from FACT on · the whole record, the same Query from the start
//               who has this number, one Get · who has this name and day of birth, or this phone · who lives in a household, who in a village, which villages there are, whose parent is this · a person's history, version by version · what became of a chunk's rows
import { createHash } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { AtDesk } from "../../shared/duplicates/at-desk.ts";
import { EmployerRecord } from "../../shared/employers/employer.ts";
import { Joining } from "../../shared/enrolment/joining.ts";
import { HouseholdId } from "../../shared/households/ids.ts";
import { Member } from "../../shared/households/member.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { type DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { Enrolment, Fact, type Household, PaidYear, Reason, Registration, Summary } from "../../shared/registration.ts";
import { Moving } from "../../shared/transfer/moving.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";

export type Item = Record<string, AttributeValue>;

/** Who may be meant by a number. More than one: two people were given the same number long ago; name and birth decide. */
export const Alias = v.object({
  people: v.array(v.object({ personId: PersonId, from: PlainDate })),
});
export type Alias = v.InferOutput<typeof Alias>;

/** `before` and `after`: the items as they were and are, by sort key; an item that is new has no before. */
export const History = v.object({
  version: v.number(),
  receipt: v.string(),
  by: v.string(),
  channel: v.string(),
  recordedAt: Instant,
  before: v.record(v.string(), v.unknown()),
  after: v.record(v.string(), v.unknown()),
});
export type History = v.InferOutput<typeof History>;

/** A child whose parent somebody has proved to be; `receipt` of what proved it. */
export const Child = v.object({ personId: PersonId, receipt: v.string() });
export type Child = v.InferOutput<typeof Child>;

export const PAGE_STARTS_AT = "F"; // FACT, JOINING, MOVING, REASON, REGISTRATION, SAID, SUMMARY: the months of many years lie before it
const VERSION_DIGITS = 8; // sorts as text

type Enrolled = Pick<Enrolment, "scheme" | "region" | "from">;
export type Village = { division: DivisionCode; village: string };
const digestOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

export const householdIdOf = ({ division, number }: Household): HouseholdId =>
  v.parse(HouseholdId, digestOf(`${division} ${number}`));

/** Where the line stands in the index of villages: with those it lives with. */
function inVillage(home: Household, { personId, village, closed }: Member) {
  if (!village || closed) return {};
  return { villageKey: partitionOf.village({ ...home, village }), householdKey: `${householdIdOf(home)}#${personId}` };
}

const person = (id: PersonId, sk: string): Item => toAttributes({ pk: `PERSON#${id}`, sk });
const enrolmentSk = ({ scheme, region, from }: Enrolled) => `ENROLMENT#${scheme}#${region}#${from}`;

export const partitionOf = {
  person: (id: PersonId) => `PERSON#${id}`,
  history: (id: PersonId) => `HISTORY#${id}`,
  /** A digest only so that it is short and has no words in it: whoever reads the table reads the number in the fact. */
  household: (home: Household) => `HOUSEHOLD#${householdIdOf(home)}`,
  /** Of the index `villages`. */
  village: ({ division, village }: Village) => `VILLAGE#${division}#${digestOf(village)}`,
  villages: (division: DivisionCode) => `VILLAGES#${division}`,
  children: (parent: PersonId) => `CHILDREN#${parent}`,
  /** `named` is `<secret version>#<HMAC>`, from names.ts. */
  named: (named: string) => `NAMED#${named}`,
  /** `phoned` is `<secret version>#<HMAC>`, from phones.ts. */
  phoned: (phoned: string) => `PHONED#${phoned}`,
};

export const keyOf = {
  registration: (id: PersonId) => person(id, "REGISTRATION"),
  summary: (id: PersonId) => person(id, "SUMMARY"),
  fact: (id: PersonId, { name, source }: Pick<Fact, "name" | "source">) => person(id, `FACT#${name}#${source}`),
  reason: (id: PersonId, { insurance }: Pick<Reason, "insurance">) => person(id, `REASON#${insurance}`),
  joining: (id: PersonId, { scheme }: Pick<Joining, "scheme">) => person(id, `JOINING#${scheme}`),
  moving: (id: PersonId, { kind }: Pick<Moving, "kind">) => person(id, `MOVING#${kind}`),
  atDesk: (id: PersonId, { receipt }: Pick<AtDesk, "receipt">) => person(id, `SAID#${receipt}`),
  enrolment: (id: PersonId, enrolled: Enrolled) => person(id, enrolmentSk(enrolled)),
  paidYear: (id: PersonId, enrolled: Enrolled & { year: number }) => person(id, `${enrolmentSk(enrolled)}#PAID#${enrolled.year}`),
  history: (id: PersonId, version: number): Item =>
    toAttributes({ pk: partitionOf.history(id), sk: `HISTORY#${String(version).padStart(VERSION_DIGITS, "0")}` }),
  member: (household: Household, id: PersonId) => toAttributes({ pk: partitionOf.household(household), sk: `MEMBER#${id}` }),
  /** That there is such a village, and in which county. */
  village: ({ division, village }: Village): Item => toAttributes({ pk: partitionOf.villages(division), sk: village }),
  child: (parent: PersonId, id: PersonId) => toAttributes({ pk: partitionOf.children(parent), sk: `CHILD#${id}` }),
  /** `alias` is `<secret version>#<HMAC>`, from functions/alias.ts. */
  alias: (alias: string): Item => toAttributes({ pk: `ALIAS#${alias}`, sk: "ALIAS" }),
  named: (named: string, id: PersonId): Item => toAttributes({ pk: partitionOf.named(named), sk: id }),
  phoned: (phoned: string, id: PersonId): Item => toAttributes({ pk: partitionOf.phoned(phoned), sk: id }),
  employer: (code: string): Item => toAttributes({ pk: `EMPLOYER#${code}`, sk: "EMPLOYER" }),
  rowResult: (feed: string, chunk: number, row: number): Item =>
    toAttributes({ pk: `FEED#${feed}#${String(chunk).padStart(5, "0")}`, sk: `ROW#${String(row).padStart(6, "0")}` }),
};

export const itemOf = {
  registration: (body: Registration): Item => ({ ...keyOf.registration(body.personId), ...toAttributes(body) }),
  summary: (id: PersonId, body: Summary): Item => ({ ...keyOf.summary(id), ...toAttributes(body) }),
  fact: (id: PersonId, body: Fact): Item => ({ ...keyOf.fact(id, body), ...toAttributes(body) }),
  reason: (id: PersonId, body: Reason): Item => ({ ...keyOf.reason(id, body), ...toAttributes(body) }),
  joining: (id: PersonId, body: Joining): Item => ({ ...keyOf.joining(id, body), ...toAttributes(body) }),
  moving: (id: PersonId, body: Moving): Item => ({ ...keyOf.moving(id, body), ...toAttributes(body) }),
  atDesk: (id: PersonId, body: AtDesk): Item => ({ ...keyOf.atDesk(id, body), ...toAttributes(body) }),
  enrolment: (id: PersonId, body: Enrolment): Item => ({ ...keyOf.enrolment(id, body), ...toAttributes(body) }),
  /** A working life has a hundred and fifty of them: what its key says is not said again. */
  paidYear: (id: PersonId, body: PaidYear): Item => ({ ...keyOf.paidYear(id, body), ...toAttributes({ months: body.months }) }),
  history: (id: PersonId, body: History): Item => ({
    ...keyOf.history(id, body.version),
    ...toAttributes({ ...body, before: JSON.stringify(body.before), after: JSON.stringify(body.after) }),
  }),
  member: (household: Household, body: Member): Item => ({
    ...keyOf.member(household, body.personId),
    ...toAttributes({ ...body, ...inVillage(household, body) }),
  }),
  child: (parent: PersonId, body: Child): Item => ({ ...keyOf.child(parent, body.personId), ...toAttributes(body) }),
  alias: (alias: string, body: Alias): Item => ({ ...keyOf.alias(alias), ...toAttributes(body) }),
};

/** What comes out of the table is checked as strictly as what comes in from the street. */
export const read = {
  registration: (item: Item): Registration => v.parse(Registration, fromAttributes(item)),
  summary: (item: Item): Summary => v.parse(Summary, fromAttributes(item)),
  fact: (item: Item): Fact => v.parse(Fact, fromAttributes(item)),
  reason: (item: Item): Reason => v.parse(Reason, fromAttributes(item)),
  joining: (item: Item): Joining => v.parse(Joining, fromAttributes(item)),
  moving: (item: Item): Moving => v.parse(Moving, fromAttributes(item)),
  atDesk: (item: Item): AtDesk => v.parse(AtDesk, fromAttributes(item)),
  enrolment: (item: Item): Enrolment => v.parse(Enrolment, fromAttributes(item)),
  paidYear: (item: Item): PaidYear => {
    const [, scheme, region, from, , year] = item["sk"]?.S?.split("#") ?? [];
    return v.parse(PaidYear, { ...{ scheme, region, from }, year: Number(year), months: item["months"]?.S });
  },
  employer: (item: Item): EmployerRecord => v.parse(EmployerRecord, fromAttributes(item)),
  alias: (item: Item): Alias => v.parse(Alias, fromAttributes(item)),
  member: (item: Item): Member => v.parse(Member, fromAttributes(item)),
  child: (item: Item): Child => v.parse(Child, fromAttributes(item)),
  history: (item: Item): History => {
    const { before, after, ...rest } = fromAttributes(item);
    return v.parse(History, { ...rest, before: JSON.parse(String(before)), after: JSON.parse(String(after)) });
  },
};
