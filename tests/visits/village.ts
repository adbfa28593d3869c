// A village in the register, as the worker writes it from an agency's rows.
import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openRegister } from "../../functions/register/register.ts";
import { householdIdOf } from "../../functions/register/table.ts";
import { DivisionCode, type PersonId } from "../../shared/kernel/fields.ts";
import type { Changes, Fact, Summary } from "../../shared/registration.ts";
import { aFact, anInsurance, aPersonId, aPhone, day, noon } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";

export const COUNTY = "340422";
export const VILLAGE = "寿春镇东街村";
export const ROUTE = { division: COUNTY, village: VILLAGE };

export type Living = {
  relation?: string;
  birth?: string;
  name?: string;
  insured?: readonly ("pension" | "medical")[];
  stopped?: readonly ("pension" | "medical")[];
  confirmedOn?: string;
  facts?: readonly Fact[];
  division?: string;
};
const schemes = { pension: "170", medical: "390" } as const;

export const inHome = (number: string, { relation = "02", division = COUNTY, village = VILLAGE } = {}) =>
  aFact({ name: "household", division, number, relation, ...(village && { village }) });

export function summaryOf({ insured = [], stopped = [] }: Pick<Living, "insured" | "stopped">): Summary {
  const of = (status: "active" | "paused") => (insurance: "pension" | "medical") => [
    insurance,
    anInsurance({ scheme: schemes[insurance], status, insuredAs: "resident" }),
  ];
  return {
    asOf: day("2026-10-31"),
    insurances: Object.fromEntries([...insured.map(of("active")), ...stopped.map(of("paused"))]),
  };
}

let nth = 300;

/** Somebody of a household of the village; the number of the household is the only thing they must have in common. */
export async function living(client: DynamoDBClient, home: string, about: Living = {}): Promise<PersonId> {
  const personId = aPersonId();
  const { birth = "1903-02-07", name = "林晓禾", confirmedOn, division = COUNTY, facts = [] } = about;
  const address = { division, lines: `${VILLAGE}幸福路${nth}号` };
  await move(client, personId, {
    registration: {
      personId,
      status: "active",
      verified: "agency",
      identity: { docType: "RIC", number: someoneElse(++nth), name, sex: "F", birth: day(birth) },
      createdAt: noon("2026-01-05"),
      ...(confirmedOn && { confirmed: { on: day(confirmedOn), route: "resident", receipt: "C7K2-94MD-61QX" } }),
    },
    summary: summaryOf(about),
    facts: [
      inHome(home, { division, ...(about.relation && { relation: about.relation }) }),
      aFact({ name: "hukou", ...address }),
      aFact({ name: "residence", ...address }),
      aFact({ name: "employment", status: "UNEMPLOYED" }),
      aFact({ name: "card", hasCard: true }),
      aPhone(`197${String(nth).padStart(8, "0")}`),
      ...facts,
    ],
  });
  return personId;
}

/** What a later file, a form or the desk changes, as the worker writes it. */
export async function move(client: DynamoDBClient, personId: PersonId, changes: Changes): Promise<void> {
  const register = openRegister({ client, table: "register" });
  const before = await register.record(personId);
  const from = { by: "insured-340422", channel: "import", receipt: crypto.randomUUID(), recordedAt: noon("2026-11-01") } as const;
  await client.send(new TransactWriteItemsCommand({ TransactItems: register.moves({ ...from, personId, before, changes }) }));
}

export const idOfHome = (number: string, division = COUNTY) =>
  householdIdOf({ division: v.parse(DivisionCode, division), number });
