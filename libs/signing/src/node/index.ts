export { nodeCryptoProvider } from './provider.js';
