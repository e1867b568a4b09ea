/** What a command has of the world around it. */
export interface Terminal {
  /** Writes a line of output. */
  out(text: string): void;
  /** Writes a line of what went wrong. */
  error(text: string): void;
  /** Whether output may have colours. */
  colours: boolean;
  /** Asks whether to go on; absent where nobody can answer. */
  ask?(question: string): Promise<boolean>;
}
