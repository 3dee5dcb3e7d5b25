export { PublicFeedsModule } from './public-feeds.module.js';
