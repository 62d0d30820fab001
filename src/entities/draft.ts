import type { Role } from '../model/index.ts';

/** An entity while its mentions are still being gathered. */
export interface Draft {
  type: string;
  name: string;
  aliases: string[];
  named: boolean;
  externalId?: string;
  roles?: Role[];
  when?: readonly string[];
  date?: string;
  place?: number;
  struck?: readonly number[];
  identified?: boolean;
}
