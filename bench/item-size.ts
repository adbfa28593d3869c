// How many bytes an item counts for DynamoDB: names and values in UTF-8, numbers by their digits, a little for each list and map.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

const BY_ITSELF = 3; // of a list or map
const bytes = (text: string) => Buffer.byteLength(text);

export const itemBytes = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueBytes(value), 0);

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/^-|\.|^0+|0+$/g, "").length / 2) + 1;
  if (value.L !== undefined) return value.L.reduce((sum, element) => sum + 1 + valueBytes(element), BY_ITSELF);
  if (value.M !== undefined) return itemBytes(value.M) + Object.keys(value.M).length + BY_ITSELF;
  return 1;
}

/** For keeping an item DynamoDB adds this to what it is itself. */
export const STORED_BESIDE_BYTES = 100;
