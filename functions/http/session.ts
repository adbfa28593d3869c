import { createMiddleware } from "hono/factory";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";
import type { Session } from "../sessions/table.ts";
import { tokenIn } from "./cookies.ts";
import { problem } from "./problem.ts";

/** All that has to be known of sessions here: whose one is. */
export type Door = { sessions: { current(token: string): Promise<Session | undefined> } };

/** Who is here, where the contract wants somebody to be; and whether a session like theirs may come in. */
export const signedIn = ({ sessions }: Door) =>
  createMiddleware<Env>(async (c, next) => {
    const { contract } = c.var;
    if (!contract.signedIn) return next();

    const token = tokenIn(c, "session");
    const session = token && (await sessions.current(token));
    if (!session) return problem(c, "signed-out");
    if (!mayCome(session, contract)) return problem(c, "not-this-session");

    c.set("session", session);
    return next();
  });

/** What a contract does not say is not allowed. */
const mayCome = (session: Session, { limited, newcomer }: Contract): boolean => {
  if (session.newcomer) return newcomer !== undefined;
  return newcomer !== "only" && (!session.limited || limited === true);
};
