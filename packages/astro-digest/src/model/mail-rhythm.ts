/** Of what mail editions are made: of each issue and of the weeks and months, or of these alone. */
export type MailRhythm = 'issue' | 'weekly';
