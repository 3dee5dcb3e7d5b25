export { default as MatchList } from './components/MatchList.vue';
