// Where a household is, down to the village or community, as far as anybody has said it.
import { doorOf } from "../registration/door.ts";
import type { Address } from "../registration.ts";

const MOST = 60;

/**
 * By the agency's own column; else by the words of the hukou address. The township goes in front, because a county has more than one
 * 新村. A township alone is no village.
 */
export function villageOf(named: string | undefined, address: Address | undefined): string | undefined {
  const { township = "", village = "" } = address ? doorOf(address) : {};
  const written = named || village;
  if (!written) return undefined;
  return (written.startsWith(township) || namesTownship(written) ? written : township + written).slice(0, MOST);
}

const namesTownship = (written: string) => /^.{1,20}?(?:街道|镇|乡|苏木)./u.test(written);
