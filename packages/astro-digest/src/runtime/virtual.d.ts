declare module 'virtual:astro-digest/config' {
  const config: import('../integration/virtual-modules.ts').DigestConfig;
  export default config;
}
