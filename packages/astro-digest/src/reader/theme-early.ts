/** Where the chosen theme is kept: `light`, `dark` or `system`. All digests of a host share it. */
export const themeKey = 'digest:theme';

/**
 * A classic script for the head of every page, inline: sets the chosen theme before anything is drawn, so that nothing
 * flashes. Where storage is forbidden it does nothing.
 */
export const themeEarly = `try{let t=localStorage["${themeKey}"];/^(light|dark)$/.test(t)&&(document.documentElement.dataset.digestTheme=t)}catch{}`;

/** The source expression for `themeEarly` in the `script-src` of a Content-Security-Policy (CSP3, section 2.3.1). */
export const themeEarlyHash = 'sha256-pjmvxGs/8YYIT+98DjrlmdJ9V2nRJZmGqQC4w9oBU60=';
