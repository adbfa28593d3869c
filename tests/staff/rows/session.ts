import {
  currentStaff,
  endMySession,
  finishStaffSignIn,
  listMySessions,
  signOutStaff,
  startStaffSignIn,
} from "../../../shared/staff-session/contract.ts";
import type { Row } from "./row.ts";

const aSession = "A".repeat(22);

/** Everybody's own: the way in, and one's sessions. */
export const rows: readonly Row[] = [
  { contract: startStaffSignIn, reach: "own", about: () => ({}) },
  { contract: finishStaffSignIn, reach: "own", about: () => ({ query: { code: "x", state: "y" } }) },
  { contract: currentStaff, reach: "own", about: () => ({}) },
  { contract: listMySessions, reach: "own", about: () => ({}) },
  { contract: endMySession, reach: "own", about: () => ({ params: { session: aSession } }), answers: 404 }, // not one of mine
  { contract: signOutStaff, reach: "own", about: () => ({}) },
];
