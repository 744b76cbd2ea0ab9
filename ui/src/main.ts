import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/vazirmatn/index.css';
import './shared/tokens.css';
import './shared/page.css';
import './shared/fields.css';
import './shared/print.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.body });
