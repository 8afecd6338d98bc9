"""Numbers as texts write them: numerals, their modifiers and ranges, and the units that they carry themselves."""
