import { Hono } from "hono/tiny";
import { isInsured } from "../../shared/check/assess.ts";
import { type ChildView, listChildren } from "../../shared/children/contract.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { Insurance } from "../../shared/registration.ts";
import type { Env, FormDeps, Session } from "../app.ts";
import type { FoundChild } from "../find-children.ts";

/** For whom a parent may act. A child whose objection was accepted is not among them. */
export const childrenOf = async ({ children }: Pick<FormDeps, "children">, parent: Session): Promise<FoundChild[]> =>
  (await children()).all(parent);

export const children = (deps: FormDeps) =>
  new Hono<Env>().get(listChildren.path, async (c) => {
    const theirs = await childrenOf(deps, c.var.session);
    return c.json({ children: theirs.map(viewOf).sort((a, b) => (a.birth ?? "").localeCompare(b.birth ?? "")) });
  });

const viewOf = ({ child, proven, record, objection }: FoundChild): ChildView => {
  const { name, birth } = record.registration.identity;
  return {
    child,
    name: masked("name", name),
    ...(birth && { birth }),
    proven,
    insured: Insurance.options.filter((insurance) => isInsured(record, insurance)),
    ...(objection && { objected: true }),
  };
};
