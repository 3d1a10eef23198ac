"""The one digest a day of a person, and «Напомнить завтра» under it (L3, L6)."""
