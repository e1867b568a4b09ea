/** What a component asks for. */
export interface AskedProp {
  name: string;
  /** What it is; `unknown` where nothing tells that. */
  type: PropType;
  /** Whether there is no page without it: `unknown` where nothing tells that, since the file has no types. */
  isRequired: boolean | 'unknown';
  /** Whether it has to be left out where there is no value, since its type doesn't allow `undefined`. Default: false. */
  isExact?: boolean;
}

/** What a prop is. */
export type PropType =
  | { kind: 'text' | 'url' | 'other' | 'unknown' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'object'; props: AskedProp[] };
