import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/vazirmatn/index.css';
import './shared/tokens.css';
import './shared/page.css';
import './shared/fields.css';
import './shared/print.css';
import { mount } from 'svelte';
import App from './App.svelte';

// Older windows kept here which assembly was open, beside a book that may be closed.
localStorage.removeItem('assembly');

mount(App, { target: document.body });
