import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  endDelegationAtDesk,
  endGuardianship,
  fileDelegation,
  seekDelegations,
} from "../../../shared/delegation/staff-contract.ts";
import { aFact } from "../../support/build.ts";
import { someoneNew } from "../../support/people.ts";
import { HOME } from "../../support/staff.ts";
import type { Row } from "./row.ts";

const neighbour = (client: DynamoDBClient) =>
  someoneNew(client, { card: aFact({ name: "residence", division: HOME, lines: "幸福村1号" }) });
const namely = ({ number, name }: { number: string; name: string }) => ({ number, name });

export const rows: readonly Row[] = [
  {
    contract: fileDelegation,
    reach: "place",
    elsewhere: 422,
    about: async ({ client }) => {
      const [giver, delegate] = [await neighbour(client), await neighbour(client)];
      const body = { scopes: ["look"], months: 6, as: "adult", papers: "both-present" };
      return { body: { ...body, giver: namely(giver), delegate: namely(delegate) } };
    },
    answers: 202,
  },
  {
    contract: endGuardianship,
    reach: "place",
    elsewhere: 422,
    about: async ({ client }) => {
      const [ward, guardian] = [await neighbour(client), await neighbour(client)];
      return { body: { ward: namely(ward), guardian: namely(guardian), paper: "（2026）测0468民特12号" } };
    },
  },
  {
    contract: seekDelegations,
    reach: "place",
    elsewhere: 422,
    about: async ({ client }) => ({ body: namely(await neighbour(client)) }),
    answers: 200,
  },
  {
    contract: endDelegationAtDesk,
    reach: "place",
    elsewhere: 422,
    about: async ({ client }) => ({ body: { who: namely(await neighbour(client)), delegation: "D-C7K2-94MD-61QX" } }),
  },
];
