import type { AttributeValue } from "@aws-sdk/client-dynamodb";

type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [name: string]: Plain };

export const toAttributes = (row: { readonly [name: string]: Plain }): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, toAttribute(value)]])));

const toAttribute = (value: Plain): AttributeValue => {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  return { M: toAttributes(value as { [name: string]: Plain }) };
};

export const fromAttributes = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromAttribute(value)]));

const fromAttribute = (value: AttributeValue): unknown => {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(fromAttribute);
  if (value.M !== undefined) return fromAttributes(value.M);
  return null;
};
