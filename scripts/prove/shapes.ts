// The words and fields that a schema lists are no rule: the compiler reads them off it and builds nothing with others. A pattern and a
// function it cannot read: these are changed like any rule, also within a schema.

/** Of a syntax tree, as far as it is asked here. */
type Node = { type: string; callee?: Node; object?: Node; property?: Node; name?: string };
type Path = { node: Node; parentPath: Path | null; toString(): string };

const LISTS = ["StringLiteral", "ArrayExpression", "ObjectExpression"];
const SHAPES =
  /^(?:picklist|literal|object|strictObject|looseObject|variant|union|tuple|array|record|optional|nullable|pick|omit|partial|brand)$/;

const isShape = ({ type, callee }: Node): boolean =>
  type === "CallExpression" && callee?.object?.name === "v" && SHAPES.test(callee.property?.name ?? "");

function isWithinShape({ node, parentPath }: Path): boolean {
  if (isShape(node)) return true;
  return parentPath !== null && !/Function/.test(node.type) && isWithinShape(parentPath);
}

const shouldIgnore = (path: Path): string | undefined =>
  LISTS.includes(path.node.type) && !/=>|\.regex\(/.test(path.toString()) && isWithinShape(path) ? "a shape" : undefined;

export const strykerPlugins = [{ kind: "Ignore", name: "shapes", value: { shouldIgnore } }];
