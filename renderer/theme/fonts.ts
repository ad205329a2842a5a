// For systems without a Chinese font. A browser fetches only the slices whose characters a page shows and no system font has.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
