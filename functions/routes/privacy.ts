import { Hono } from "hono";
import { noteNotice, takeCopy } from "../../shared/privacy/contract.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";

export const privacy = ({ notices, copy, now }: Deps) =>
  new Hono<Env>()
    .post(noteNotice.path, accept(noteNotice), async (c) => {
      await notices.note(c.var.session.personId, now());
      return c.body(null, 204);
    })
    .get(takeCopy.path, accept(takeCopy), async (c) => {
      const { personId, sessionId } = c.var.session;
      const { before } = c.req.valid("query");
      const taken = await copy({ personId, sessionId, ...(before && { before: Number(before) }) });
      return taken ? c.json(taken) : problem(c, "not-found");
    });
