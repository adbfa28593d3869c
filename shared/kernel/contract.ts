import type * as v from "valibot";
import type { Scope } from "../delegation/scopes.ts";
import type { StaffRole } from "../staff/staff.ts";
import type { ProblemType } from "./answers.ts";

/** One route, said once: the API obeys it, the pages call by it, the OpenAPI document is made from it. `path` is below /api. */
export type Contract = {
  method: "GET" | "POST" | "DELETE" | "PUT";
  path: string;
  /** One sentence for the OpenAPI document. */
  title: string;
  signedIn: boolean;
  /** Wants somebody of the staff instead, in one of these roles; with none, anybody who works here. */
  staff?: { roles: readonly StaffRole[] };
  /** A limited session may come here too. */
  limited?: true;
  /** A session of somebody who registers for the first time may come here too; `only`: nobody else may. */
  newcomer?: true | "only";
  /** Somebody may do it for an adult who has allowed them this. What does not say so is nobody's but the person's own. */
  delegable?: Scope;
  /** Wants an Idempotency-Key. */
  attempt?: true;
  params?: v.GenericSchema;
  query?: v.GenericSchema;
  body?: v.GenericSchema;
  /** The body is a file of one of these types, instead. */
  upload?: { types: readonly string[]; bytes: number };
  status: 200 | 201 | 202 | 204 | 302;
  reply?: v.GenericSchema;
  /** What it may answer besides the problems that every route of its kind has (shared/contracts.ts). */
  problems?: readonly ProblemType[];
};
