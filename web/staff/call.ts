import type { StaffContract } from "../../shared/staff/contracts.ts";
import { type Answer, type Asked, call } from "../call.ts";
import { leaveToStaffSignIn } from "./paths.ts";

/** The staff pages' way to the API: as `call`, and whoever is signed out goes to sign in and comes back. */
export async function callStaff<const Route extends StaffContract>(
  route: Route,
  asked: Asked<Route>,
): Promise<Awaited<ReturnType<typeof call<Route>>>> {
  const answer = await call(route, asked);
  const isOut = answer.is === "problem" && answer.type === "signed-out" && asked.signedOut !== "tell";
  return isOut ? leaveToStaffSignIn() : answer;
}
export type { Answer };
