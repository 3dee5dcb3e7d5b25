export { default as SaveSearchButton } from './components/SaveSearchButton.vue';
