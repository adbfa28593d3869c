import { createMiddleware } from "hono/factory";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import type { Env } from "../app.ts";
import { tokenIn } from "./cookies.ts";
import { problem } from "./problem.ts";

/** All that has to be known of staff here: who somebody is, with the grants that are in force today. */
export type StaffDoor = { staff: { current(token: string): Promise<StaffHere | undefined> } };

/** Who works here, where the contract wants that; and whether one of their roles may do it. Regions are the routes' business. */
export const staffSignedIn = ({ staff }: StaffDoor) =>
  createMiddleware<Env>(async (c, next) => {
    const wanted = c.var.contract.staff;
    if (!wanted) return next();

    const token = tokenIn(c, "staff");
    const here = token && (await staff.current(token));
    if (!here) return problem(c, "signed-out");
    if (wanted.roles.length > 0 && !has(here, wanted.roles)) return problem(c, "not-your-role");

    c.set("staff", here);
    return next();
  });

const has = ({ grants }: StaffHere, roles: readonly StaffRole[]) => grants.some(({ role }) => roles.includes(role));
