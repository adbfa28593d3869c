import { Hono } from "hono/tiny";
import { isInsured } from "../../shared/check/assess.ts";
import { type ChildView, listChildren } from "../../shared/children/contract.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { Insurance } from "../../shared/registration.ts";
import type { Env, FormDeps, Session } from "../app.ts";
import type { FoundChild } from "../find-children.ts";

/** For whom a parent may act. A child whose objection was accepted is not among them. */
export async function childrenOf({ children, delegations }: Pick<FormDeps, "children" | "delegations">, parent: Session) {
  const [found, family] = await Promise.all([(await children()).all(parent), delegations()]);
  const objections = await Promise.all(found.map(({ personId }) => family.objection(personId)));
  return found.filter((_, nth) => objections[nth]?.state !== "upheld");
}

export const children = (deps: FormDeps) =>
  new Hono<Env>().get(listChildren.path, async (c) => {
    const theirs = await childrenOf(deps, c.var.session);
    return c.json({ children: theirs.map(viewOf).sort((a, b) => (a.birth ?? "").localeCompare(b.birth ?? "")) });
  });

const viewOf = ({ child, proven, record }: FoundChild): ChildView => {
  const { name, birth } = record.registration.identity;
  return {
    child,
    name: masked("name", name),
    ...(birth && { birth }),
    proven,
    insured: Insurance.options.filter((insurance) => isInsured(record, insurance)),
  };
};
