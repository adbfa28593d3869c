// One row of the authorisation matrix for each route of staff: how it is asked, and what it is about. The matrix does the rest: every
// role, nobody at all, a resident, the own and another region, and the levels of verification where a route wants one.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { StaffContract } from "../../../shared/staff/contracts.ts";
import type { Member, StaffRole } from "../../../shared/staff/staff.ts";
import type { Browser } from "../../support/post.ts";
import type { StartedStaff } from "../../support/staff.ts";

export type Asker = Browser & { member: Member };
export type Level = 0 | 1 | 2;

/** Where a row prepares what its route is asked about. */
export type Stage = {
  client: DynamoDBClient;
  staff: StartedStaff;
  /** Somebody else with a session, for instance a second one where two must act. */
  another(role: StaffRole, regions?: readonly string[]): Promise<Asker>;
};

/** What goes into the address and the body; `headers` besides those that every page sends. */
export type Asked = {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
};

export type Row = {
  contract: StaffContract;
  /**
   * Makes what the route is about, in the region HOME (tests/support/staff.ts), and says how it is asked. `by` has the role and the
   * region: it owns what has to be its own, a ticket or a task. `level`: the level of verification to bring about first. Called
   * anew for every try, so that a decision can be taken again.
   */
  about(stage: Stage, by: Asker, level: Level): Promise<Asked> | Asked;
  /** `place`: about somebody or something of a place. `own`: about nothing but oneself, or about no place at all. */
  reach: "place" | "own";
  /** Who has the role in another region only: 404 unless it is said, as for a search, which may say that there is somebody. */
  elsewhere?: number;
  /** The level that it wants, and what it answers below it. Callers are asked for at the highest level unless it is said. */
  level?: { needs: Level; below: number };
  /** Exactly what it answers to whom it is for; else it is enough that they are let in. */
  answers?: number;
};
