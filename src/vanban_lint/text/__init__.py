"""Pure Vietnamese text: normal forms, syllables and tone placement, numerals, dates. Imports nothing of ours."""
