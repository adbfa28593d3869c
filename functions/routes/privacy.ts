import { Hono } from "hono/tiny";
import { noteNotice } from "../../shared/privacy/contract.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";

export const privacy = ({ notices, now }: Deps) =>
  new Hono<Env>().post(noteNotice.path, accept(noteNotice), async (c) => {
    await notices.note(c.var.session.personId, now());
    return c.body(null, 204);
  });
